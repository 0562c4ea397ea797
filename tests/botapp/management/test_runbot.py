"""The command from its start to its exit code, as a process; what befalls several stands in tests/chaos."""

import signal
import sqlite3
import time
from contextlib import closing

import pytest
from django.db import connection

from botapp.delivery import identity, lease
from botapp.models import Lease
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from botapp.sandbox.server import SandboxThread
from tests.kit.chaos.fleet import READY
from tests.kit.waiting import until

pytestmark = pytest.mark.usefixtures("live_db")
START_LINES = (
    "Event tracker initialized",
    "AI honesty system loaded",
    "Analytics system ready",
    "AI in use: offline",
)


@pytest.fixture
def sandbox():
    with SandboxThread() as thread:
        yield thread


def test_each_line_of_the_start_stands_in_the_log_once_it_is_true(fleet):
    bot = fleet.start().until(READY)
    assert bot.pid == Lease.objects.get().pid
    for line in (*START_LINES, f"Bot lock acquired (PID: {bot.pid}), epoch 1"):
        assert bot.log.count(line) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_good_order(fleet, number):
    bot = fleet.start().until(READY)
    bot.send(number)
    assert bot.wait(5) == 0
    assert Lease.objects.get().holder is None


def test_a_second_signal_ends_it_at_once(sandbox, fleet):
    bot = fleet.start(GRACE_SECONDS="60").until(READY)
    sandbox.call(sandbox.sandbox.faults.add, Fault("latency", method="sendMessage", seconds=30, count=9))
    sandbox.call(sandbox.sandbox.acts.say, ADA, "/start")
    until(lambda: sandbox.call(sandbox.sandbox.journal.calls, "sendMessage"), seconds=3)
    bot.terminate()
    bot.until("Bot lock released", seconds=2)
    assert bot.is_alive
    bot.terminate()
    assert bot.wait(2) == 128 + signal.SIGTERM


def test_a_waiting_one_ends_in_good_order_too(fleet):
    lease.take(
        4242424242, identity=identity.myself(), lock="elsewhere", ttl=60, verdict=lambda state: "first"
    )
    bot = fleet.start().until("Waiting: led by")
    bot.terminate()
    assert bot.wait(5) == 0
    assert Lease.objects.get().epoch == 1


def test_what_stands_in_the_way_has_a_code_and_a_sentence(fleet, tmp_path):
    lease.take(
        4242424242, identity=identity.myself(), lock="elsewhere", ttl=60, verdict=lambda state: "first"
    )
    cases = [
        (
            fleet.start("--no-wait"),
            75,
            "CRITICAL botapp.delivery.run: Another bot instance is already running! (",
        ),
        (fleet.start(TELEGRAM_BOT_TOKEN=""), 78, "TELEGRAM_BOT_TOKEN is not set"),
        (fleet.start(TELEGRAM_BOT_TOKEN="4242424242:not-the-right-secret"), 78, "refused by Telegram"),
        (fleet.start(DATABASE_URL=f"sqlite:///{tmp_path}/no/such/folder.sqlite3"), 69, "Check DATABASE_URL"),
        (fleet.start(DATABASE_URL="postgres://nobody@127.0.0.1:9/none"), 69, "Check DATABASE_URL"),
        (fleet.start(DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3"), 78, "python manage.py migrate"),
    ]
    for bot, code, sentence in cases:
        assert (bot.wait(40), sentence in bot.log) == (code, True), bot.log
        assert "Traceback" not in bot.log


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_a_locked_database_delays_no_end_beyond_the_grace_period(sandbox, fleet):
    """Threads still wait for the file then; the interpreter would wait for them."""
    bot = fleet.start(GRACE_SECONDS="3").until(READY)
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        sandbox.call(sandbox.sandbox.acts.say, ADA, "/start")
        time.sleep(1.0)
        began = time.monotonic()
        bot.terminate()
        assert bot.wait(30) == 0
        assert time.monotonic() - began < 10
        other.execute("ROLLBACK")
    assert "SIGTERM: stopping." in bot.log
