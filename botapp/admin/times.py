"""Times as operators compare them with the log: to the second, UTC, alike in every language."""

from datetime import UTC, datetime, timedelta


def as_logged(moment: datetime | None) -> str:
    """`2026-11-24 09:15:02`, or a dash."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if moment else "–"


def as_clock(lasted: timedelta) -> str:
    """`73:05:10`: hours, minutes, seconds."""
    minutes, seconds = divmod(int(lasted.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
