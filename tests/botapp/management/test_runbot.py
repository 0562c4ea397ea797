"""Real `manage.py runbot` processes against the sandbox's Bot API."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import connection

from botapp.delivery import identity, lease
from botapp.models import Lease, StoredUpdate
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from botapp.sandbox.server import SandboxThread

pytestmark = pytest.mark.usefixtures("live_db")
READY = "БОТ ПОЛНОСТЬЮ ЗАПУЩЕН И ГОТОВ К РАБОТЕ"
COMMAND = [sys.executable, str(project.BASE_DIR / "manage.py"), "runbot"]


def database_url():
    """The test database, as another process names it."""
    stored = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{stored['NAME']}"
    place = f"{stored['HOST'] or '127.0.0.1'}:{stored['PORT'] or 5432}"
    secret = f":{stored['PASSWORD']}" if stored["PASSWORD"] else ""
    return f"postgres://{stored['USER']}{secret}@{place}/{stored['NAME']}"


class Bot:
    """One process, its log in a file."""

    def __init__(self, log: Path, arguments, environment):
        self._log = log
        with log.open("w") as file:
            self.process = subprocess.Popen([*COMMAND, *arguments], stdout=file, stderr=file, env=environment)
        self.pid = self.process.pid

    @property
    def log(self):
        return self._log.read_text()

    def until(self, part, seconds=20):
        end = time.monotonic() + seconds
        while part not in self.log:
            assert time.monotonic() < end, self.log
            assert self.process.poll() is None or part in self.log, self.log
            time.sleep(0.01)
        return self

    def ends(self, seconds=40):
        return self.process.wait(seconds)


@pytest.fixture
def sandbox():
    with SandboxThread() as thread:
        yield thread


@pytest.fixture
def runbot(tmp_path, sandbox):
    """Starts a runbot; what still runs at the end is killed."""
    made = []

    def start(*arguments, **more):
        environment = {
            "PATH": os.environ["PATH"],
            "ENV_FILE": "",
            "SECRET_KEY": "only-for-tests",
            "DATABASE_URL": database_url(),
            "TELEGRAM_BOT_TOKEN": sandbox.sandbox.token,
            "TELEGRAM_API_BASE_URL": sandbox.base_url,
            "LEASE_TTL_SECONDS": "0.8",
            **more,
        }
        made.append(Bot(tmp_path / f"log-{len(made)}", arguments, environment))
        return made[-1]

    yield start
    for bot in made:
        if bot.process.poll() is None:
            bot.process.send_signal(signal.SIGCONT)
            bot.process.kill()
            bot.process.wait()


def say(sandbox, text):
    sandbox.call(sandbox.sandbox.acts.say, ADA, text)


def answered(sandbox, count, seconds):
    """Wait for that many messages to Ada; returns how long it took."""
    began = time.monotonic()
    while True:
        calls = sandbox.call(sandbox.sandbox.journal.calls, "sendMessage")
        if sum(call.status == 200 for call in calls) >= count:
            return time.monotonic() - began
        assert time.monotonic() - began < seconds
        time.sleep(0.01)


def done(count, seconds=3):
    """Wait until that many updates are done and none is open."""
    end = time.monotonic() + seconds
    while list(StoredUpdate.objects.values_list("state", flat=True)) != ["done"] * count:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_the_second_one_waits_and_answers_the_next_message_after_a_kill(sandbox, runbot):
    first = runbot().until(READY)
    for line in (
        "Event tracker initialized",
        "AI honesty system loaded",
        "Analytics system ready",
        "AI in use: ",
    ):
        assert line in first.log
    assert f"Bot lock acquired (PID: {first.pid})" in first.log
    second = runbot().until("Waiting: led by")
    assert f"pid {first.pid}, since 20" in second.log
    say(sandbox, "/start")
    done(1)
    before = len(sandbox.call(sandbox.sandbox.journal.calls, "sendMessage"))
    first.process.kill()
    say(sandbox, "/help")
    assert answered(sandbox, before + 1, 2) < 2
    assert f"Bot lock acquired (PID: {second.pid}), epoch 2" in second.log
    assert f"pid {first.pid}" in second.log.split("Led before")[1]
    second.process.send_signal(signal.SIGTERM)
    assert second.ends() == 0
    assert "Bot lock released" in second.log
    assert not StoredUpdate.objects.exclude(state="done").exists()
    for bot in (first, second):
        assert sandbox.sandbox.token not in bot.log
        assert sandbox.sandbox.token.split(":")[1] not in bot.log
        assert "Traceback" not in bot.log


def test_a_stopped_leader_is_replaced_and_harms_nobody_when_it_goes_on(sandbox, runbot):
    first = runbot().until(READY)
    second = runbot().until("Waiting: led by")
    first.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    second.until("Bot lock acquired", seconds=5)
    assert time.monotonic() - began < 0.8 + 1
    say(sandbox, "/help")
    answered(sandbox, 1, 2)
    first.process.send_signal(signal.SIGCONT)
    if connection.vendor == "sqlite":
        assert first.ends(2) == -signal.SIGKILL
    else:
        first.until("Bot lock lost", seconds=2)
        first.until(f"Waiting: led by {identity.myself().host}, pid {second.pid}", seconds=2)
    assert Lease.objects.get().pid == second.pid
    done(1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_good_order(runbot, number):
    bot = runbot().until(READY)
    bot.process.send_signal(number)
    assert bot.ends(5) == 0
    assert Lease.objects.get().holder is None


def test_a_second_signal_ends_it_at_once(sandbox, runbot):
    bot = runbot(GRACE_SECONDS="60").until(READY)
    sandbox.call(sandbox.sandbox.faults.add, Fault("latency", method="sendMessage", seconds=30, count=9))
    say(sandbox, "/start")
    end = time.monotonic() + 3
    while not sandbox.call(sandbox.sandbox.journal.calls, "sendMessage"):
        assert time.monotonic() < end
        time.sleep(0.01)
    bot.process.send_signal(signal.SIGTERM)
    bot.until("Bot lock released", seconds=2)
    assert bot.process.poll() is None
    bot.process.send_signal(signal.SIGTERM)
    assert bot.ends(2) == 128 + signal.SIGTERM


def test_a_waiting_one_ends_in_good_order_too(runbot):
    lease.take(
        4242424242, identity=identity.myself(), lock="elsewhere", ttl=60, verdict=lambda state: "first"
    )
    bot = runbot().until("Waiting: led by")
    bot.process.send_signal(signal.SIGTERM)
    assert bot.ends(5) == 0
    assert Lease.objects.get().epoch == 1


def test_what_stands_in_the_way_has_a_code_and_a_sentence(runbot, tmp_path):
    lease.take(
        4242424242, identity=identity.myself(), lock="elsewhere", ttl=60, verdict=lambda state: "first"
    )
    cases = [
        (runbot("--no-wait"), 75, "CRITICAL botapp.delivery.run: Another bot instance is already running! ("),
        (runbot(TELEGRAM_BOT_TOKEN=""), 78, "TELEGRAM_BOT_TOKEN is not set"),
        (runbot(TELEGRAM_BOT_TOKEN="4242424242:not-the-right-secret"), 78, "refused by Telegram"),
        (runbot(DATABASE_URL=f"sqlite:///{tmp_path}/no/such/folder.sqlite3"), 69, "Check DATABASE_URL"),
        (runbot(DATABASE_URL="postgres://nobody@127.0.0.1:9/none"), 69, "Check DATABASE_URL"),
        (runbot(DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3"), 78, "python manage.py migrate"),
    ]
    for bot, code, sentence in cases:
        assert (bot.ends(), sentence in bot.log) == (code, True), bot.log
        assert "Traceback" not in bot.log


def test_status_says_who_leads_and_what_waits(runbot):
    bot = runbot().until(READY)
    asked = runbot("--status")
    assert asked.ends() == 0
    assert "bot: leader" in asked.log
    assert f"pid {bot.pid}, epoch 1" in asked.log
    assert "webhook: none" in asked.log
