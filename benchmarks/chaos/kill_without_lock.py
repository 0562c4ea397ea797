"""kill -9 of the leader where no lock can be had: the lease stands alone."""

from benchmarks.chaos.outcome import NotRun, Outcome
from benchmarks.chaos.pgbouncer import Pgbouncer
from benchmarks.chaos.stage import Stage
from benchmarks.chaos.takeover import described, kill_in_turn
from botapp.delivery.election import TTL_WITHOUT_LOCK

NO_LOCK = ("No lock file can be had", "No advisory lock can be had")


def run(stage: Stage) -> Outcome:
    if stage.kind == "sqlite":
        return _kill(stage, LOCK_DIR=_refused(stage))
    with Pgbouncer(stage.url, stage.directory) as pooler:
        return _kill(stage, LOCK_DATABASE_URL=pooler.url)


def _kill(stage: Stage, **environment: str) -> Outcome:
    traffic = stage.traffic().start()
    gaps = kill_in_turn(stage, times=stage.pick(15, 3), settle=TTL_WITHOUT_LOCK + 0.6, **environment)
    verdict = stage.verdict(traffic)
    if not any(sign in stage.fleet.bots[0].log for sign in NO_LOCK):
        raise NotRun("a lock could be had all the same")
    return stage.outcome(described(gaps), held=max(gaps) < TTL_WITHOUT_LOCK + 0.5, verdict=verdict)


def _refused(stage: Stage) -> str:
    """A directory where the lock's file can't be opened, by root neither: a directory has its name."""
    folder = stage.directory / "locks"
    (folder / f"rvx-bot-{stage.sandbox.sandbox.bot.id}.pid").mkdir(parents=True)
    return str(folder)
