"""The database and all that is known only from it, one after the other on one connection."""

from collections.abc import Iterator

from django.conf import settings

from botapp.delivery.exceptions import StartRefused
from botapp.delivery.start import bot_id_of
from botapp.doctor import ai, backlog, clock, content, database, leader, lock, takeovers
from botapp.doctor.finding import Finding, Level, warn
from botapp.doctor.parts import registered


def examine() -> Iterator[Finding]:
    usable = True
    for finding in database.examine():
        usable &= finding.level is not Level.BAD or finding.subject != database.DATABASE
        yield finding
    if not usable:
        yield warn(
            "the rest", "leader, lock, backlog, content: unknown without the database", "Cure it, ask again"
        )
        return
    yield from _bot()
    yield from clock.against_database()
    yield from ai.lately()
    yield from content.examine()
    for examiner in registered():
        yield from examiner()


def _bot() -> Iterator[Finding]:
    try:
        bot_id = bot_id_of(settings.TELEGRAM_BOT_TOKEN)
    except StartRefused:
        yield warn(leader.LEADER, "unknown: the token says for which bot", "See token")
        return
    found = leader.settled(bot_id)
    yield from leader.examine(found)
    yield from lock.examine(bot_id, found)
    yield from takeovers.examine(bot_id)
    yield from backlog.examine(found)
