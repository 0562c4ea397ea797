"""Demos in one checkout: the first, a second beside it, and what the doctor says of them."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.kit.deployment import ROOT, OwnDatabase, wait_until
from tests.kit.ports import free_port

TOKEN = "4242424242:sandbox-0123456789abcdef01234567"


class Checkout:
    """A `.env` as `make demo` writes it, with a database of its own."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._database = OwnDatabase(directory)
        self._started: list[subprocess.Popen[str]] = []
        self.sandbox, self.web = free_port(), free_port()

    def variables(self, more: dict[str, str]) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "ENV_FILE": "",
            "SECRET_KEY": "a secret of this test",
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "SANDBOX_ENABLED": "true",
            "LOG_LEVEL": "WARNING",
            "DATABASE_URL": self._database.url,
            "SANDBOX_PORT": str(self.sandbox),
            "PORT": str(self.web),
            **more,
        }

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """A command of manage.py that has to end by itself."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.variables(more),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def demo(self) -> Callable[[], str]:
        """Start one, wait for its block, and return what reads its console."""
        log = (self._directory / f"log{len(self._started)}").open("w+")
        command = [sys.executable, "manage.py", "start", "--sandbox"]
        self._started.append(
            subprocess.Popen(command, cwd=ROOT, env=self.variables({}), stdout=log, stderr=log, text=True)
        )
        path = Path(log.name)
        log.close()
        wait_until(lambda: "Ctrl-C ends" in path.read_text(), within=60, what="ready")
        return path.read_text

    @property
    def pid(self) -> int:
        return self._started[-1].pid

    def stop(self) -> None:
        for process in self._started:
            process.terminate()
            process.wait(timeout=30)

    def close(self) -> None:
        for process in self._started:
            process.kill()
            process.wait()
        self._database.drop()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Iterator[Checkout]:
    checkout = Checkout(tmp_path_factory.mktemp("demo"))
    yield checkout
    checkout.close()


@pytest.fixture(scope="module")
def first(checkout) -> str:
    """The console of a demo that runs."""
    return checkout.demo()()


def test_a_demo_says_where_the_chat_is(first, checkout):
    assert "RVX is ready." in first
    with urllib.request.urlopen(f"http://127.0.0.1:{checkout.sandbox}/") as answer:
        assert answer.status == 200


def test_a_second_demo_names_the_first_and_how_to_stop_it(first, checkout):
    second = checkout.run("start", "--sandbox")
    assert second.returncode == 75
    assert f"A demo already runs here: http://127.0.0.1:{checkout.sandbox}/" in second.stderr
    assert f"kill {checkout.pid}" in second.stderr
    assert "RVX is ready" not in second.stdout + second.stderr


def test_a_second_demo_on_other_ports_names_the_first_too(first, checkout):
    second = checkout.run("start", "--sandbox", PORT=str(free_port()), SANDBOX_PORT=str(free_port()))
    assert (second.returncode, f":{checkout.sandbox}/" in second.stderr) == (75, True)


def test_the_doctor_finds_the_demo_on_the_ports_it_was_told(first, checkout):
    said = checkout.run("doctor").stdout
    assert f"the sandbox at 127.0.0.1:{checkout.sandbox} answers" in said


def test_the_doctor_names_the_port_of_a_demo_that_runs_elsewhere(first, checkout):
    said = checkout.run("doctor", SANDBOX_PORT=str(free_port())).stdout
    assert re.search(r"bad +Bot API +the sandbox at 127\.0\.0\.1:\d+ does not answer", said)
    assert f"export SANDBOX_PORT={checkout.sandbox}" in said
    assert "firewall" not in said


def test_the_doctor_knows_a_stranger_on_the_sandbox_s_port(first, checkout):
    said = checkout.run("doctor", SANDBOX_PORT=str(checkout.web)).stdout
    assert f"what answers at 127.0.0.1:{checkout.web} is not the sandbox of this checkout" in said
    assert f"export SANDBOX_PORT={checkout.sandbox}" in said
    assert "@BotFather" not in said


@pytest.fixture(scope="module")
def stopped(first, checkout) -> None:
    checkout.stop()


def test_the_doctor_says_to_start_a_demo_that_was_stopped(stopped, checkout):
    said = checkout.run("doctor").stdout
    assert f"the sandbox at 127.0.0.1:{checkout.sandbox} does not answer" in said
    assert "Start it: make demo" in said
    assert "firewall" not in said


@pytest.fixture
def bot_by_hand(stopped, checkout) -> Iterator[int]:
    """A sandbox and a bot that were started one by one."""
    command = [sys.executable, "manage.py"]
    variables = checkout.variables({})
    sandbox = subprocess.Popen([*command, "sandbox"], cwd=ROOT, env=variables, stdout=subprocess.DEVNULL)
    bot = subprocess.Popen([*command, "runbot"], cwd=ROOT, env=variables, stderr=subprocess.DEVNULL)
    try:
        led = f"pid {bot.pid}, epoch"
        wait_until(lambda: led in checkout.run("runbot", "--status").stdout, within=40, what="leads")
        yield bot.pid
    finally:
        for process in (bot, sandbox):
            process.terminate()
            process.wait(timeout=30)


def test_a_demo_does_not_start_beside_a_bot_that_was_started_by_hand(bot_by_hand, checkout):
    demo = checkout.run("start", "--sandbox")
    assert demo.returncode == 75
    assert f"Another bot answers for this database (process {bot_by_hand} on " in demo.stderr


def test_a_demo_after_that_starts_and_says_which_ports_were_taken(stopped, checkout):
    with socket.create_server(("127.0.0.1", checkout.sandbox)):
        said = checkout.demo()()
    moved = re.search(rf"Port {checkout.sandbox} is taken by another program: the chat is on (\d+)", said)
    assert moved
    assert f"export SANDBOX_PORT={moved[1]}" in said
    assert "RVX is ready." in said


def test_a_demo_whose_bot_is_killed_says_that_it_ended_for_that(tmp_path):
    checkout = Checkout(tmp_path)
    try:
        console = checkout.demo()
        assert "The demo ended" not in console()
        children = psutil.Process(checkout.pid).children()
        next(child for child in children if "runbot" in child.cmdline()).kill()
        wait_until(lambda: "The demo ended because one" in console(), within=30, what="its end")
        assert "`make demo` begins with none" in console()
    finally:
        checkout.close()
