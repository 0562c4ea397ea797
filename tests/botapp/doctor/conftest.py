import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.core.management import call_command

from botapp.delivery import identity, lease, runners
from botapp.delivery.lock import Lock, lock_for
from botapp.delivery.runners import Post
from botapp.sandbox.server import SandboxThread

BOT = 4242424242


@dataclass(frozen=True)
class Report:
    """What one examination said; `report["lock"]` is the finding about the lock."""

    findings: list[dict[str, str]]
    code: int
    text: str

    def __getitem__(self, subject: str) -> dict[str, str]:
        return next(finding for finding in self.findings if finding["subject"] == subject)

    def __contains__(self, subject: str) -> bool:
        return any(finding["subject"] == subject for finding in self.findings)


@pytest.fixture
def telegram(settings) -> Iterator[SandboxThread]:
    with SandboxThread() as thread:
        settings.TELEGRAM_BOT_TOKEN = thread.sandbox.token
        settings.TELEGRAM_API_BASE_URL = thread.base_url
        yield thread


@pytest.fixture
def doctor(telegram, live_db) -> Callable[..., Report]:
    """Runs `manage.py doctor --json` and reads it."""

    def run(*arguments: str) -> Report:
        out, code = io.StringIO(), 0
        try:
            call_command("doctor", "--json", *arguments, stdout=out)
        except SystemExit as end:
            code = end.code
        return Report(json.loads(out.getvalue())["findings"], code, out.getvalue())

    return run


def lead(*, ttl: float = 60.0, lock: str = "elsewhere", version: str = "1.0", reason: str = "first"):
    """Somebody takes the lead and signs, as a bot process does."""
    who = identity.myself(version)
    lease.take(BOT, identity=who, lock=lock, ttl=ttl, verdict=lambda state: reason)
    runners.sign_in(who, Post(BOT, "offline"), role="leader")
    return who


def wait(version: str = "1.0"):
    """One more process, which does not lead."""
    who = identity.myself(version)
    runners.sign_in(who, Post(BOT, "offline"), role="standby")
    return who


@pytest.fixture
def held() -> Iterator[Lock]:
    """The bot's lock in another's hands."""
    lock = lock_for(BOT, identity=identity.myself(), ttl=60.0)
    assert lock.attempt()
    yield lock
    lock.release()
