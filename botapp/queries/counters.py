"""The running totals that /health shows."""

from analytics.services.record import totals

REQUESTS = "requests_total"
SUCCESSES = "requests_success"
ERRORS = "requests_errors"
FALLBACKS = "requests_fallback"
RATE_LIMITED = "requests_rate_limited"


def counters() -> dict[str, int]:
    """Each total by its name, since the installation."""
    return totals((REQUESTS, SUCCESSES, ERRORS, FALLBACKS, RATE_LIMITED))
