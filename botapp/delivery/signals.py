"""SIGTERM and SIGINT: the first one asks for an end in good order, the second one is the end."""

import asyncio
import logging
import os
import signal

logger = logging.getLogger(__name__)


def stop_on_signals(stop: asyncio.Event) -> None:
    """Set `stop` at the first signal. On the main thread only."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _asked, stop, number)


def _asked(stop: asyncio.Event, number: signal.Signals) -> None:
    if stop.is_set():
        logger.warning("Second %s: ending at once.", number.name)
        os._exit(128 + number)
    logger.info("%s: stopping.", number.name)
    stop.set()
