"""A fleet on the test database, and the warm process that its bots are forked of, one for the whole run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from botapp.sandbox.server import SandboxThread
from tests.kit.chaos.fleet import Fleet, database_url
from tests.kit.chaos.nursery import Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with Nursery() as nursery:
        yield nursery


@pytest.fixture
def fleet(tmp_path: Path, sandbox: SandboxThread, nursery: Nursery, live_db: None) -> Iterator[Fleet]:
    """Bots on the test database; what still runs at the end is killed."""
    fleet = Fleet(
        tmp_path,
        database_url=database_url(),
        telegram=sandbox.base_url,
        token=sandbox.sandbox.token,
        nursery=nursery,
    )
    yield fleet
    fleet.close()
