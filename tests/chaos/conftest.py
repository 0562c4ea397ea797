"""A sandbox, people who write, and the verdict on what came of it."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings

from botapp.sandbox.journal import Call
from botapp.sandbox.server import SandboxThread
from tests.kit.chaos.fleet import READY, WAITING, Bot, Fleet
from tests.kit.chaos.traffic import Traffic
from tests.kit.chaos.verdict import Verdict, judge, wait_until_done

# Where the end of a lease matters. Elsewhere it is the product's own: on a busy machine a short one ends
# now and then, and what is in flight then may be sent twice.
TTL = 0.8
QUICK = {"LEASE_TTL_SECONDS": str(TTL)}
PEOPLE = 8
PATIENCE = 20.0


@pytest.fixture
def sandbox() -> Iterator[SandboxThread]:
    with SandboxThread(token=django_settings.TELEGRAM_BOT_TOKEN) as thread:
        yield thread


@pytest.fixture
def pair(fleet: Fleet) -> tuple[Bot, Bot]:
    """A leader and one that waits."""
    leader = fleet.start().until(READY)
    return leader, fleet.start().until(WAITING)


@pytest.fixture
def traffic(sandbox: SandboxThread) -> Iterator[Traffic]:
    """Eight people, 25 updates a second once started."""
    traffic = Traffic(sandbox, people=PEOPLE, rate=25, seed=7)
    yield traffic
    traffic.stop()


@pytest.fixture
def readers(sandbox: SandboxThread) -> Iterator[Traffic]:
    """The same with a tenth of them news, which costs each process most of a second the first time."""
    traffic = Traffic(sandbox, people=PEOPLE, rate=25, seed=7, news=0.1)
    yield traffic
    traffic.stop()


@pytest.fixture
def lonely(sandbox: SandboxThread) -> Traffic:
    """One person, so that all updates stand in one lane."""
    return Traffic(sandbox, people=1, rate=1, seed=1)


@pytest.fixture
def calls(sandbox: SandboxThread) -> Callable[[], list[Call]]:
    """Everything that bots asked of the Bot API so far."""
    return lambda: sandbox.call(list, sandbox.sandbox.journal)


@pytest.fixture
def verdict(calls: Callable[[], list[Call]]) -> Callable[[Traffic], Verdict]:
    """Ends the traffic, waits until all of it is done, and judges."""

    def end(traffic: Traffic) -> Verdict:
        said = traffic.stop()
        wait_until_done(said, PATIENCE)
        return judge(said, calls())

    return end
