"""The same kill -9 for stock python-telegram-bot and for RVX, one after the other on one machine."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from benchmarks.chaos.databases import ROOT
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import START_SECONDS, Stage
from botapp.sandbox.server import SandboxThread
from tests.kit.chaos.traffic import Said, Traffic

STOCK_TOKEN = "777001:stock-bot-of-the-chaos-benchmark-01"
AT_ONCE = 10
HANDLER_SECONDS = "0.05"
# After the batch was handed over: the first handlers run.
KILLED_AFTER = 0.03
QUIET_SECONDS = 3.0


class Killable(Protocol):
    def kill(self) -> object: ...

    def terminate(self) -> object: ...

    def wait(self, seconds: float = ..., /) -> object: ...


def run(stage: Stage) -> Outcome:
    times = stage.pick(10, 2)
    with SandboxThread(token=STOCK_TOKEN) as sandbox:
        traffic = Traffic(sandbox, people=AT_ONCE, rate=1, seed=7)
        stock = _rounds(sandbox, traffic, lambda: start_stock(stage, sandbox, seconds=HANDLER_SECONDS), times)
    traffic = stage.traffic(people=AT_ONCE)
    ours = _rounds(stage.sandbox, traffic, lambda: _start_ours(stage), times)
    verdict = stage.verdict(traffic)
    pushed = times * AT_ONCE
    figure = (
        f"{times} kills, pushed {pushed} to each; python-telegram-bot answered {stock}, "
        f"lost {pushed - stock}; RVX answered {ours}, lost {pushed - ours}"
    )
    return stage.outcome(figure, held=ours == pushed, verdict=verdict)


def _rounds(sandbox: SandboxThread, traffic: Traffic, start: Callable[[], Killable], times: int) -> int:
    """How many were answered after the last restart, each once however often it was sent."""
    bot = start()
    for _ in range(times):
        _until(sandbox, lambda: sandbox.sandbox.bot.polls.is_waiting)
        last = max((call.number for call in sandbox.call(list, sandbox.sandbox.journal)), default=0)
        said = [traffic.write("slow", HANDLER_SECONDS, person=person) for person in range(AT_ONCE)]
        _until(sandbox, lambda last=last: _handed_over(sandbox, last))
        time.sleep(KILLED_AFTER)
        bot.kill()
        bot.wait()
        bot = start()
        _until_quiet(sandbox, said)
    bot.terminate()  # no kill: whoever is right behind the last answer has its done mark to write
    bot.wait(START_SECONDS)
    return len(_answered(sandbox, traffic.said))


def start_stock(stage: Stage, sandbox: SandboxThread, *, seconds: str) -> "subprocess.Popen[bytes]":
    """The stock bot, which answers after so many seconds; returns at once."""
    effects = stage.directory / "stock-effects"
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.chaos.stock_bot"]
    command += [sandbox.base_url, STOCK_TOKEN, str(effects), seconds]
    with (stage.directory / "log-stock").open("ab") as log:
        return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env=dict(os.environ))


def _start_ours(stage: Stage) -> Killable:
    return stage.fleet.start()


def _handed_over(sandbox: SandboxThread, after: int) -> bool:
    """True once a bot was given what was said; the poll that brought it began before."""
    journal = sandbox.sandbox.journal
    # The next poll confirms: by then the batch is in the bot's hands.
    return bool(sandbox.call(journal.calls, "getUpdates", after=after))


def _until(sandbox: SandboxThread, condition: Callable[[], object]) -> None:
    end = time.monotonic() + START_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("the bot does not poll")
        time.sleep(0.005)


def _until_quiet(sandbox: SandboxThread, said: Sequence[Said]) -> None:
    """Until all are answered, or nothing was sent for a while after the restart."""
    _until(sandbox, lambda: sandbox.sandbox.bot.polls.is_waiting)
    end = time.monotonic() + QUIET_SECONDS
    while time.monotonic() < end and len(_answered(sandbox, said)) < len(said):
        time.sleep(0.1)


def _answered(sandbox: SandboxThread, said: Sequence[Said]) -> set[int]:
    calls = sandbox.call(sandbox.sandbox.journal.calls, "sendMessage")
    texts = {str(call.params["text"]) for call in calls if call.status == 200}
    wanted = {one.number: {str(one.number), f"/slow {one.number} {HANDLER_SECONDS}"} for one in said}
    return {number for number, either in wanted.items() if either & texts}
