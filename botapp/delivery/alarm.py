"""One clear alarm, not a stream of them."""

import logging
import time

EVERY_SECONDS = 600.0


class Alarm:
    """Logs an ERROR at most once per ten minutes while its reason lasts."""

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger
        self._rung_at = float("-inf")

    def ring(self, sentence: str, *facts: object) -> None:
        now = time.monotonic()
        if now - self._rung_at >= EVERY_SECONDS:
            self._rung_at = now
            self._logger.error(sentence, *facts)
