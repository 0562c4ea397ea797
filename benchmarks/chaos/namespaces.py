"""Two containers on one volume: each bot is process 1 of a pid namespace of its own."""

import os
import subprocess
import time

from benchmarks.chaos.outcome import NotRun, Outcome
from benchmarks.chaos.stage import START_SECONDS, WAITING, Stage, milliseconds
from benchmarks.chaos.takeover import Watch
from botapp.delivery.reign import READY
from tests.kit.chaos.fleet import Bot

LEADS = "Bot lock acquired (PID: 1)"


def run(stage: Stage) -> Outcome:
    inside = _namespace()
    traffic = stage.traffic(rate=30)
    leader = stage.fleet.start(inside=inside).until(READY, START_SECONDS)
    traffic.start()
    gaps = []
    for _ in range(stage.pick(5, 2)):
        waiting = stage.fleet.start(inside=inside).until(WAITING, START_SECONDS)
        time.sleep(1.0)
        if LEADS in waiting.log or not _is_alone(leader):
            raise AssertionError(f"two lead:\n{leader.log}\n{waiting.log}")
        gaps.append(_kill(stage, leader))
        leader = waiting
    verdict = stage.verdict(traffic)
    figure = (
        f"{len(gaps)} kills, takeover max {milliseconds(max(gaps))}, {len(verdict.overlaps)} × two live "
        f"clients, {len(verdict.conflicts)} × 409, {_pids(stage)}"
    )
    held = max(gaps) < 2.0 and not verdict.overlaps and not verdict.conflicts
    return stage.outcome(figure, held=held, verdict=verdict)


def _namespace() -> tuple[str, ...]:
    """The command that puts a bot into one. Raises NotRun where that is not allowed."""
    rights = () if os.geteuid() == 0 else ("--user", "--map-root-user")
    inside = ("unshare", *rights, "--pid", "--fork", "--kill-child", "--mount-proc")
    try:
        done = subprocess.run([*inside, "true"], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise NotRun("unshare is not installed") from None
    if done.returncode:
        raise NotRun(f"unshare is not permitted ({done.stderr.strip()})")
    return inside


def _is_alone(leader: Bot) -> bool:
    return leader.is_alive and LEADS in leader.log


def _kill(stage: Stage, leader: Bot) -> float:
    watch = Watch(stage)
    leader.kill()
    gap = watch.until_other_polls(time.monotonic())
    leader.wait()
    return gap


def _pids(stage: Stage) -> str:
    first = sum("(PID: 1)" in bot.log for bot in stage.fleet.bots)
    return f"{first} leaders were pid 1"
