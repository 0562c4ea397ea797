"""The counters that /health shows, moved here only, by the API and by the bot alike."""

from analytics.services.record import count

REQUESTS = "requests_total"
SUCCESSES = "requests_success"
ERRORS = "requests_errors"
FALLBACKS = "requests_fallback"
RATE_LIMITED = "requests_rate_limited"


def answered(*, degraded: bool) -> None:
    """A request got its explanation."""
    count(REQUESTS, SUCCESSES, *([FALLBACKS] if degraded else []))


def failed() -> None:
    """A request got none."""
    count(REQUESTS, ERRORS)


def rate_limited() -> None:
    """A request was turned away: limit used up or too fast."""
    count(REQUESTS, RATE_LIMITED)
