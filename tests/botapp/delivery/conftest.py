from collections.abc import AsyncIterator

import pytest

from botapp.sandbox.server import Sandbox
from botapp.sandbox.timing import Timing

QUICK = Timing(conflict_hold=0.15, same_offset_one=0.0, same_offset_wait=0.0)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(timing=QUICK)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture(autouse=True)
def brisk(settings: "pytest_django.fixtures.SettingsWrapper") -> None:  # noqa: F821
    """Times that a test can wait for."""
    settings.LEASE_TTL_SECONDS = 0.8
    settings.DELIVERY_BACKOFF_SECONDS = 0.02
    settings.GRACE_SECONDS = 2.3
    settings.POLL_SECONDS = 5
