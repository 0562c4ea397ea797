"""The supervisor as a process of its own, with `sleep` and the like as its programs."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

_SCRIPT = """
import logging, sys
from botapp.processes.child import Program
from botapp.processes.stop_signals import StopSignals
from botapp.processes.supervisor import Supervisor
logging.basicConfig(stream=sys.stdout, level="INFO", format="%(levelname)s %(message)s")
programs = [Program(name, ("sh", "-c", line)) for name, _, line in (a.partition("=") for a in sys.argv[2:])]
facts = {"signals": StopSignals(), "grace": float(sys.argv[1]), "say_stop": lambda: print("The end begins.")}
sys.exit(Supervisor(programs, **facts).run())
"""
_ROOT = Path(__file__).parents[3]


class Running:
    """A supervisor at work, and what it has said so far."""

    def __init__(self, grace: float, programs: dict[str, str]) -> None:
        arguments = [f"{name}={line}" for name, line in programs.items()]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SCRIPT, str(grace), *arguments],
            stdout=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
        )
        self.lines: list[str] = []
        self.pids: dict[str, int] = {}
        while len(self.pids) < len(programs):
            self._read_line()
        time.sleep(0.05)  # let the shells set their traps

    def _read_line(self) -> None:
        line = self.process.stdout.readline()
        assert line, "the supervisor ended early:\n" + "".join(self.lines)
        self.lines.append(line)
        if started := re.search(r"Started the (\w+) \(PID: (\d+)\)", line):
            self.pids[started[1]] = int(started[2])

    def send(self, number: int) -> None:
        self.process.send_signal(number)

    def end(self) -> int:
        rest, _ = self.process.communicate(timeout=10)
        self.lines.append(rest)
        return self.process.returncode

    @property
    def log(self) -> str:
        return "".join(self.lines)


@pytest.fixture
def supervise() -> Iterator[Callable[..., Running]]:
    running: list[Running] = []

    def start(grace: float = 5.0, **programs: str) -> Running:
        running.append(Running(grace, programs))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.communicate()


def alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def gone(*pids: int, within: float = 3.0) -> bool:
    deadline = time.monotonic() + within
    while any(alive(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stop_ends_every_program_and_is_a_success(supervise, number):
    running = supervise(one="exec sleep 60", two="exec sleep 60")
    running.send(number)
    assert running.end() == 0
    assert gone(*running.pids.values(), within=0)
    assert f"{number.name} received: stopping." in running.log
    assert running.log.count("The end begins.") == 1


def test_programs_may_finish_their_work_within_the_grace_period(supervise, tmp_path):
    done = tmp_path / "done"
    running = supervise(one=f"trap 'sleep 0.2; touch {done}; exit 0' TERM; while :; do sleep 0.05; done")
    running.send(signal.SIGTERM)
    assert running.end() == 0
    assert done.exists()


def test_a_program_that_ends_takes_the_others_along_and_is_named_with_its_code(supervise):
    running = supervise(web="exec sleep 60", bot="sleep 0.3; exit 75")
    assert running.end() == 75
    assert (
        f"ERROR The bot (PID: {running.pids['bot']}) ended with code 75: stopping everything." in running.log
    )
    assert gone(running.pids["web"], within=0)


def test_a_program_that_ends_without_an_error_is_still_a_failure_of_the_whole(supervise):
    assert supervise(web="exec sleep 60", bot="sleep 0.3; exit 0").end() == 1


def test_a_program_that_is_killed_ends_everything(supervise):
    running = supervise(web="exec sleep 60", bot="exec sleep 60")
    os.kill(running.pids["bot"], signal.SIGKILL)
    assert running.end() == 1
    assert "ended with code -9" in running.log


def test_what_does_not_stop_within_the_grace_period_is_killed_and_said(supervise):
    running = supervise(0.3, bot="trap '' TERM; while :; do sleep 0.05; done")
    running.send(signal.SIGTERM)
    assert running.end() == 1
    assert "Killing the bot: still running 0.3 s after the stop." in running.log


def test_a_second_signal_ends_everything_at_once(supervise):
    running = supervise(30.0, bot="trap '' TERM; while :; do sleep 0.05; done")
    running.send(signal.SIGTERM)
    time.sleep(0.3)
    started = time.monotonic()
    running.send(signal.SIGTERM)
    assert running.end() == 1
    assert time.monotonic() - started < 2


def test_the_same_stop_sent_to_process_and_group_counts_once(supervise):
    running = supervise(bot="trap 'sleep 0.3; exit 0' TERM; while :; do sleep 0.05; done")
    running.send(signal.SIGTERM)
    time.sleep(0.02)
    running.send(signal.SIGTERM)
    assert running.end() == 0


def test_a_program_that_fails_while_stopping_is_no_clean_end(supervise):
    running = supervise(bot="trap 'exit 3' TERM; while :; do sleep 0.05; done")
    running.send(signal.SIGTERM)
    assert running.end() == 1


def test_children_of_children_do_not_survive_even_in_sessions_of_their_own(supervise, tmp_path):
    left = tmp_path / "pid"
    running = supervise(bot=f"(setsid sh -c 'echo $$ > {left}; exec sleep 60' &) ; exec sleep 60")
    while not (left.exists() and left.read_text()):
        time.sleep(0.01)
    running.send(signal.SIGTERM)
    assert running.end() == 0
    assert gone(int(left.read_text()), within=0)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux's")
def test_nothing_survives_the_supervisor_being_killed(supervise):
    running = supervise(web="exec sleep 60", bot="exec sleep 60")
    running.send(signal.SIGKILL)
    running.end()
    assert gone(*running.pids.values())


@pytest.mark.skipif(sys.platform != "linux", reason="orphans come to a subreaper on Linux only")
def test_orphans_are_reaped_and_do_not_end_anything(supervise):
    running = supervise(bot="(sleep 0.1 &) ; (sleep 0.1 &) ; exec sleep 60")
    time.sleep(0.4)
    supervisor = psutil.Process(running.process.pid)
    assert [child.pid for child in supervisor.children()] == [running.pids["bot"]]
    running.send(signal.SIGTERM)
    assert running.end() == 0


def test_a_stop_while_preparing_ends_quietly():
    script = (
        "import time\n"
        "from botapp.processes.stop_signals import Interrupted, StopSignals\n"
        "StopSignals()\n"
        "try:\n    print('ready', flush=True)\n    time.sleep(30)\n"
        "except Interrupted:\n    print('interrupted')\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=_ROOT)
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGTERM)
    assert process.communicate(timeout=5)[0] == "interrupted\n"
    assert process.returncode == 0


def test_what_others_need_listens_before_they_start_and_ends_after_them(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ended = tmp_path / "ended"
    server = (
        "import signal, socket, sys, time; time.sleep(0.3); s = socket.create_server(('127.0.0.1', %d))\n"
        "signal.signal(signal.SIGTERM, lambda *_: (open(%r, 'a').write('server '), sys.exit()))\n"
        "while True: time.sleep(0.05)"
    )
    client = (
        "import signal, socket, sys, time; socket.create_connection(('127.0.0.1', %d)).close()\n"
        "signal.signal(signal.SIGTERM, lambda *_: (time.sleep(0.2), "
        "open(%r, 'a').write('client '), sys.exit()))\n"
        "print('connected', flush=True)\n"
        "while True: time.sleep(0.05)"
    )
    script = (
        "import logging, sys\n"
        "from botapp.processes.child import Program\n"
        "from botapp.processes.stop_signals import StopSignals\n"
        "from botapp.processes.supervisor import Supervisor\n"
        f"server = Program('server', (sys.executable, '-c', {server % (port, str(ended))!r}), port={port})\n"
        f"client = Program('client', (sys.executable, '-c', {client % (port, str(ended))!r}))\n"
        "sys.exit(Supervisor([server, client], signals=StopSignals(), grace=5).run())"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=_ROOT)
    assert process.stdout.readline() == "connected\n"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=10)
    assert process.returncode == 0
    assert ended.read_text().split() == ["client", "server"]
