"""The whole examination: parts that wait for different things, all at once, each with a deadline."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from django.db import connections
from django.utils.module_loading import autodiscover_modules

from botapp.doctor import ai, cache, configuration, database_side, telegram_side
from botapp.doctor.finding import Finding, bad
from botapp.doctor.parts import Examiner

PATIENCE = 12.0
_ROUND = "Ask again; the same once more: restart what it waits for"


@dataclass
class _Part:
    """One thread. What it found before it hung or broke is kept."""

    subject: str
    examiner: Examiner
    cure: str = _ROUND
    findings: list[Finding] = field(default_factory=list)
    thread: threading.Thread = field(init=False)

    def start(self) -> None:
        # A daemon: a look-up of a name or a dead disk can't be interrupted, and must not delay the end.
        self.thread = threading.Thread(target=self._run, name=f"doctor-{self.subject}", daemon=True)
        self.thread.start()

    def result(self, deadline: float) -> list[Finding]:
        self.thread.join(max(0.0, deadline - time.monotonic()))
        late = self.thread.is_alive()
        found = list(self.findings)
        return [*found, bad(self.subject, f"no answer within {PATIENCE:.0f} s", self.cure)] if late else found

    def _run(self) -> None:
        try:
            for finding in self.examiner():
                self.findings.append(finding)
        except Exception as error:  # noqa: BLE001 - one part of many; its failure is a finding
            self.findings.append(bad(self.subject, f"failed: {type(error).__name__}", self.cure))
        finally:
            connections.close_all()


def examine(*, ask_ai: bool = False) -> list[Finding]:
    """Everything, within PATIENCE seconds whatever hangs. Changes nothing and logs nothing."""
    autodiscover_modules("doctor")
    parts = [
        _Part("Bot API", telegram_side.examine),
        _Part("database", database_side.examine),
        _Part("cache", cache.examine, cache.CURE),
        _Part("AI", partial(ai.examine, ask=ask_ai)),
        _Part("settings", configuration.examine),
    ]
    with _silence():
        for part in parts:
            part.start()
        deadline = time.monotonic() + PATIENCE
        return [finding for part in parts for finding in part.result(deadline)]


@contextmanager
def _silence() -> Iterator[None]:
    """What is examined logs its troubles too; here they are findings, and standard output is the report's."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
