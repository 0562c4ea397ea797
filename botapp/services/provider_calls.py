"""Calls to AI services, kept for a month: who answered, how fast, for how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from botapp.ai.base import Usage
from botapp.ai.calls import Call
from botapp.models import Explanation, ProviderCall
from botapp.queries.ai_services import services


@dataclass(frozen=True)
class Entry:
    """A call and the explanation that it was made for."""

    call: Call
    explanation_id: int | None = None


def keep(entries: Sequence[Entry]) -> None:
    """Write these calls, with their costs where a price is set."""
    prices = {service.name: (service.input_price, service.output_price) for service in services()}
    with transaction.atomic():
        asked = {entry.explanation_id for entry in entries if entry.explanation_id}
        there = set(Explanation.objects.filter(pk__in=asked).values_list("pk", flat=True))
        # The foreign keys are looked up at the end, row by row: in the order in which everybody locks them.
        ordered = sorted(entries, key=lambda entry: entry.explanation_id or 0)
        ProviderCall.objects.bulk_create(_row(entry, there, prices) for entry in ordered)


def _row(entry: Entry, there: set[int], prices: dict[str, tuple[float | None, float | None]]) -> ProviderCall:
    call = entry.call
    # Both Gemini libraries ask the same service.
    name = call.provider.removesuffix("-legacy")
    return ProviderCall(
        provider=name[:32],
        model=call.model[:64],
        kind=call.kind,
        is_repair=call.is_repair,
        outcome=call.outcome[:16],
        input_tokens=call.usage.input_tokens,
        output_tokens=call.usage.output_tokens,
        cost=_cost(call.usage, *prices.get(name, (None, None))),
        duration_ms=round(call.seconds * 1000),
        first_byte_ms=None if call.first_byte is None else round(call.first_byte * 1000),
        explanation_id=entry.explanation_id if entry.explanation_id in there else None,
    )


def _cost(usage: Usage, input_price: float | None, output_price: float | None) -> int | None:
    """Millionths of a US dollar; None where no price is set."""
    if input_price is None and output_price is None:
        return None
    return round(usage.input_tokens * (input_price or 0) + usage.output_tokens * (output_price or 0))
