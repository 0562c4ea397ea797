"""What a request of a program costs, and what is written down about it. Never its texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from analytics.models import Event
from analytics.services.record import record
from botapp.models import ApiKey
from botapp.queries.people import PersonFacts, known
from botapp.services import api_keys, gates, people, quotas, usage


@dataclass(frozen=True)
class Admission:
    """A paid request; `person` is set when the program asks for somebody who wrote to the bot.

    `person_id` is set for everybody a program asks for: whose day pays.
    """

    key: ApiKey
    person: PersonFacts | None = None
    person_id: int | None = None
    key_charged_on: date | None = None
    charged_on: date | None = None


def admit(key: ApiKey, *, telegram_id: int | None) -> Admission:
    """Let a request in and charge it to the key and to the person it is made for.

    Raises Banned, NotAllowed, DailyLimitReached or TooFast; nothing is charged then.
    """
    if telegram_id is None:
        return Admission(key, key_charged_on=api_keys.charge(key))
    gates.check_circle(telegram_id)
    with transaction.atomic():
        key_charged_on = api_keys.charge(key)
        asked_for = people.expect(telegram_id)
        gates.check_ban(asked_for)
        charged_on = quotas.charge(asked_for.id)
    return Admission(key, known(telegram_id), asked_for.id, key_charged_on, charged_on)


def give_back(admission: Admission) -> None:
    """Nothing came of it."""
    with transaction.atomic():
        if admission.key_charged_on:
            api_keys.refund(admission.key, day=admission.key_charged_on)
        _refund_person(admission)


def settle(
    admission: Admission, *, subject: str, degraded: bool, cached: bool, facts: Mapping[str, Any]
) -> None:
    """An explanation was given; one from the cache costs the person nothing."""
    with transaction.atomic():
        if cached:
            _refund_person(admission)
        person_id = admission.person.id if admission.person else None
        record(
            Event.Kind.EXPLANATION,
            person_id=person_id,
            subject=subject,
            source="api",
            facts={"degraded": degraded, "cached": cached, **facts},
        )


def record_call(key: ApiKey, *, path: str, status: int, milliseconds: float, degraded: bool = False) -> None:
    """Count one request and note its outcome."""
    facts = {"status": status, "ms": round(milliseconds, 1), "key": key.pk}
    with transaction.atomic():
        record(Event.Kind.API_CALL, subject=path[:100], source="api", facts=facts)
        if status < 400:
            usage.count_answered(degraded=degraded)
        elif status == 429:
            usage.count_rate_limited()
        else:
            usage.count_failed()


def _refund_person(admission: Admission) -> None:
    if admission.person_id and admission.charged_on:
        quotas.refund(admission.person_id, day=admission.charged_on)
