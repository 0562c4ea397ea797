"""Who leads, by which lease, and which bot processes there are."""

import time
from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from botapp.doctor import sandbox_side
from botapp.doctor.amounts import count, duration
from botapp.doctor.finding import Finding, bad, ok, warn
from botapp.queries.delivery import RunnerLine, Status, status

LEADER, PROCESSES = "leader", "processes"
_START = "Start it: python manage.py start (or runbot, or the platform's restart)"
_DIED_LATELY = 900.0
# A takeover that is under way is no trouble yet.
_MOST_PATIENCE = 5.0


def settled(bot_id: int) -> Status:
    """The status; looked at twice if processes wait and nobody leads at this moment."""
    found = status(bot_id)
    if found.bot == "standby":
        time.sleep(min(_MOST_PATIENCE, settings.LEASE_TTL_SECONDS + 1))
        found = status(bot_id)
    return found


def examine(found: Status) -> Iterator[Finding]:
    yield _leader(found)
    if found.runners:
        yield _processes(found.runners)


def _leader(found: Status) -> Finding:
    if found.bot == "leader":
        age = duration((timezone.now() - found.since).total_seconds()) if found.since else "unknown time"
        return ok(
            LEADER,
            f"{found.host}, pid {found.pid}, for {age}; epoch {found.epoch}, "
            f"lease ends in {duration(found.lease_seconds)}",
        )
    if found.bot == "standby":
        cure = "Look for `The election waits for the database` in their logs; restart one of them"
        return bad(LEADER, f"nobody, though {count(len(found.runners), 'process', 'processes')} could", cure)
    return _gone(found)


def _gone(found: Status) -> Finding:
    """Who was there last, and whether it said goodbye: others may have died long before."""
    last = min(found.runners, key=lambda line: line.seen, default=None)
    bye = found.goodbye
    if bye and (last is None or last.seen >= bye.ago):
        ended = f"{bye.host}, pid {bye.pid}, ended in good order {duration(bye.ago)} ago"
        return bad(LEADER, f"nobody: {ended}", _start())
    if last:
        gone = f"{last.host}, pid {last.pid}, went silent {duration(last.seen)} ago"
        return bad(
            LEADER, f"nobody: {gone}", f"{_start()}. Its last lines say why it ended; none: it was killed"
        )
    return bad(LEADER, "nobody: no bot process runs on this database", _start())


def _start() -> str:
    return sandbox_side.START if sandbox_side.is_meant() else _START


def _processes(lines: tuple[RunnerLine, ...]) -> Finding:
    roles = {role: [line for line in lines if line.role == role] for role in ("leader", "standby", "dead")}
    found = ", ".join(f"{len(of)} {role}" for role, of in roles.items() if of)
    versions = sorted({line.version for line in (*roles["leader"], *roles["standby"]) if line.version})
    if len(versions) > 1:
        cure = "A deploy that did not end: stop the processes of the older version"
        return warn(PROCESSES, f"{found}; versions {' and '.join(versions)} at once", cure)
    lately = [line for line in roles["dead"] if line.seen < _DIED_LATELY]
    if lately:
        names = "; ".join(f"{line.host}, pid {line.pid}, {duration(line.seen)} ago" for line in lately[-3:])
        cure = "Killed or crashed: look at the end of its log and for `Out of memory` in the kernel's"
        return warn(PROCESSES, f"{found}; gone without a goodbye: {names}", cure)
    return ok(PROCESSES, found)
