"""What Telegram handed over and nobody has answered yet."""

from collections.abc import Iterator

from botapp.delivery.inbox import MOST_WAITING
from botapp.doctor.amounts import count, duration
from botapp.doctor.finding import Finding, bad, ok, warn
from botapp.queries.delivery import Status

BACKLOG, GIVEN_UP = "backlog", "given up"
_SLOW, _STUCK = 60.0, 600.0


def examine(found: Status) -> Iterator[Finding]:
    yield _backlog(found)
    if found.dead_updates:
        yield warn(
            GIVEN_UP,
            f"{count(found.dead_updates, 'update')} failed every time",
            "Admin → Stored updates → Given up: the error stands there; cure it, then replay",
        )


def _backlog(found: Status) -> Finding:
    text = f"{found.waiting:,} waiting, {found.in_work:,} in work"
    age = found.oldest_waiting_age or 0.0
    if not found.waiting:
        last = found.last_update_age
        return ok(BACKLOG, f"{text}; last update {'never' if last is None else duration(last) + ' ago'}")
    text += f"; the oldest waits for {duration(age)}"
    if found.waiting > MOST_WAITING:
        return bad(BACKLOG, f"{text}; fetching has stopped", _cure(found))
    if age > _STUCK:
        return bad(BACKLOG, text, _cure(found))
    return warn(BACKLOG, text, _cure(found)) if age > _SLOW else ok(BACKLOG, text)


def _cure(found: Status) -> str:
    if found.bot != "leader":
        return "Nobody answers: see leader"
    return "Answers are slow or fail: see Bot API and AI, and the warnings of `botapp.delivery` in the log"
