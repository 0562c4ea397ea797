"""Whether the lead passes on more often than deploys explain."""

from collections.abc import Iterator
from datetime import timedelta

from botapp.doctor.amounts import count
from botapp.doctor.finding import Finding, ok, warn
from botapp.queries.delivery import endings

SUBJECT = "takeovers"
# Within an hour. A deploy ends one leadership, and in good order.
_MANY_CRASHES, _MANY = 3, 6
_WAYS = {
    "released": ("in good order", "Something restarts the bot again and again: look at the platform's log"),
    "died": (
        "killed or crashed",
        "Processes die: look at the end of their logs and for `Out of memory` kills",
    ),
    "expired": (
        "silent too long",
        (
            "The leader can't renew in time (a busy host or a slow database: look for `Bot lock lost` in the"
            " log), or it was killed and nobody stood by: then its log ends in the middle"
        ),
    ),
}


def examine(bot_id: int) -> Iterator[Finding]:
    ways = endings(bot_id, within=timedelta(hours=1))
    number = sum(ways.values())
    if not number:
        yield ok(SUBJECT, "none in the last hour")
        return
    said = ", ".join(f"{n} {_WAYS.get(way, (way,))[0]}" for way, n in ways.items())
    found = f"{count(number, 'leadership')} ended in the last hour: {said}"
    crashes = {way: n for way, n in ways.items() if way != "released"}
    if sum(crashes.values()) >= _MANY_CRASHES:
        yield _too_often(found, crashes)
    elif number >= _MANY:
        yield _too_often(found, ways)
    else:
        yield ok(SUBJECT, found)


def _too_often(found: str, ways: dict[str, int]) -> Finding:
    most = max(ways, key=lambda way: ways[way])
    return warn(SUBJECT, f"too often: {found}", _WAYS.get(most, _WAYS["died"])[1])
