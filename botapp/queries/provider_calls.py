"""How the AI services did, from the calls that are kept."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Avg, Count, Q, Sum
from django.utils import timezone

from botapp.models import ProviderCall

# What is not the service's failure: an answer, and a person who wanted no more of it.
_FINE = (ProviderCall.Outcome.OK, ProviderCall.Outcome.STOPPED)


@dataclass(frozen=True)
class Totals:
    """One service's calls. `cost` in US dollars, None if no price is set; `first_byte` in seconds, a mean."""

    provider: str
    calls: int
    failures: int
    input_tokens: int
    output_tokens: int
    cost: float | None
    first_byte: float | None


def totals(within: timedelta = timedelta(hours=24)) -> tuple[Totals, ...]:
    """What each service was asked lately, the busiest first."""
    rows = (
        ProviderCall.objects.filter(created_at__gte=timezone.now() - within)
        .order_by()
        .values("provider")
        .annotate(
            calls=Count("pk"),
            failures=Count("pk", filter=~Q(outcome__in=_FINE)),
            tokens_in=Sum("input_tokens"),
            tokens_out=Sum("output_tokens"),
            paid=Sum("cost"),
            waited=Avg("first_byte_ms"),
        )
        .order_by("-calls", "provider")
    )
    return tuple(
        Totals(
            provider=row["provider"],
            calls=row["calls"],
            failures=row["failures"],
            input_tokens=row["tokens_in"],
            output_tokens=row["tokens_out"],
            cost=None if row["paid"] is None else row["paid"] / 1_000_000,
            first_byte=None if row["waited"] is None else round(row["waited"] / 1000, 2),
        )
        for row in rows
    )
