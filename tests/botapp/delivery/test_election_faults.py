"""What the election's thread must outlive, and how it ends when it can't."""

import asyncio
import logging
import os
import resource
import time

import psutil
import pytest

from botapp.delivery import election, identity, lease
from botapp.delivery.lock_file import FileLock
from tests.botapp.delivery.kit import RunningBot, until
from tests.botapp.delivery.test_election import Runs

pytestmark = pytest.mark.usefixtures("live_db")


@pytest.fixture
def run_one():
    made = []

    def make(*args):
        made.append(Runs(*args))
        return made[-1]

    yield make
    for one in made:
        one.end()


class Stopped:
    """A process that is stopped and may not be ended by us, or is gone by now."""

    def __init__(self, error):
        self.error, self.asked = error, 0

    def kill(self):
        self.asked += 1
        raise self.error


@pytest.mark.parametrize("error", [psutil.AccessDenied(1), psutil.NoSuchProcess(1)])
def test_a_stopped_leader_that_cannot_be_ended_is_waited_for(run_one, monkeypatch, tmp_path, error):
    process, other = Stopped(error), identity.myself()
    held = FileLock(tmp_path / "bot.pid", other)
    assert held.attempt()
    monkeypatch.setattr(election, "stopped_process", lambda holder: process)
    one = run_one(FileLock(tmp_path / "bot.pid", identity.myself()))
    end_of(lambda: process.asked > 2)
    held.release()
    one.until(("led", "first"))


def test_a_lease_row_that_is_removed_while_it_is_read_costs_nothing(run_one, monkeypatch):
    read, left = lease.read, [1, 1, 1]

    def removed(bot_id):
        if left:
            left.pop()
            raise lease.LeaseLost("the lease row was removed while it was read")
        return read(bot_id)

    monkeypatch.setattr(lease, "read", removed)
    run_one().until(("led", "first"))


def test_descriptors_above_those_that_select_knows_are_watched(run_one):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 1200:
        pytest.skip("not enough descriptors here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1200), hard))
    taken = [os.dup(0)]
    while taken[-1] < 1030:
        taken.append(os.dup(0))
    try:
        one = run_one()
        assert min(one.election._bell.fileno(), one.election._rope.fileno()) > 1023
        one.until(("led", "first"))
    finally:
        for number in taken:
            os.close(number)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_an_election_that_breaks_ends_the_run_and_says_so(sandbox, monkeypatch, caplog):
    async with RunningBot(sandbox) as bot:
        await until(lambda: bot.application.leading)
        monkeypatch.setattr(lease, "renew", lambda *args, **kwargs: {}["a fault of ours"])
        async with asyncio.timeout(5):
            ending = await asyncio.shield(bot.task)
    assert ending.exit_code == 70
    assert ending.reason == "KeyError in the election"
    assert [r.name for r in caplog.records if r.levelno == logging.CRITICAL] == ["botapp.delivery.election"]
    assert bot.application.leading == 0


async def test_a_standby_that_breaks_ends_too(sandbox, monkeypatch):
    monkeypatch.setattr(lease, "read", lambda bot_id: {}["a fault of ours"])
    async with RunningBot(sandbox) as bot, asyncio.timeout(5):
        assert (await asyncio.shield(bot.task)).exit_code == 70


def end_of(condition, seconds=3.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)
