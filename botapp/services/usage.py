"""Moving the counters that /health shows: here only, by the API and by the bot alike."""

from analytics.services.record import count
from botapp.queries.counters import ERRORS, FALLBACKS, RATE_LIMITED, REQUESTS, SUCCESSES


def count_answered(*, degraded: bool) -> None:
    """A request got its explanation."""
    count(REQUESTS, SUCCESSES, *([FALLBACKS] if degraded else []))


def count_failed() -> None:
    """A request got none."""
    count(REQUESTS, ERRORS)


def count_rate_limited() -> None:
    """A request was turned away: limit used up or too fast."""
    count(REQUESTS, RATE_LIMITED)
