"""The warm process that bots are forked of, one for the whole run."""

from collections.abc import Iterator

import pytest

from tests.kit.chaos.nursery import Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with Nursery() as nursery:
        yield nursery
