"""Stored answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.db.models import Count
from django.utils import timezone
from pydantic import ValidationError

from botapp.ai.base import Depth, Kind, Language, Mode
from botapp.ai.schema import Explanation as Answer
from botapp.exceptions import NotFound
from botapp.models import Explanation, Generation


@dataclass(frozen=True)
class StoredAnswer:
    """A finished explanation as it was given."""

    id: int
    source_text: str
    kind: Kind
    language: Language
    depth: Depth
    explanation: Answer
    provider: str
    model: str
    degraded: bool
    failure: str
    created_at: datetime
    mode: Mode = "plain"
    variant: int = 0
    subject: str = ""
    origin: str = ""


def stored(explanation_id: int, *, person_id: int | None = None) -> StoredAnswer:
    """A finished answer. Raises NotFound, also when `person_id` is given and never received it."""
    row = Explanation.objects.filter(pk=explanation_id, state=Explanation.State.READY).first()
    if row is None or (person_id is not None and not received(explanation_id, person_id=person_id)):
        raise NotFound
    return describe(row)


def is_ready(key: str) -> bool:
    """Whether an answer with this key is there to be given again."""
    oldest = timezone.now() - timedelta(seconds=settings.EXPLANATION_TTL_SECONDS)
    ready = Explanation.objects.filter(key=key, state=Explanation.State.READY, ready_at__gt=oldest)
    return ready.exists()


def received(explanation_id: int, *, person_id: int) -> bool:
    """Whether this answer was given to this person."""
    return Generation.objects.filter(explanation_id=explanation_id, person_id=person_id).exists()


def given_lately(*, within: timedelta) -> tuple[int, dict[str, int]]:
    """How many answers were made, and why how many of them were made without AI though one is set up."""
    rows = Explanation.objects.filter(
        created_at__gte=timezone.now() - within, state=Explanation.State.READY
    ).order_by()
    without = rows.filter(degraded=True).exclude(failure="")
    return rows.count(), dict(without.values_list("failure").annotate(number=Count("pk")))


def describe(row: Explanation) -> StoredAnswer:
    """The answer of a row that is ready. Raises NotFound if it is of a schema no longer read."""
    try:
        answer = Answer.model_validate(row.answer)
    except ValidationError as error:
        raise NotFound from error
    return StoredAnswer(
        id=row.pk,
        source_text=row.source_text,
        kind=cast(Kind, row.kind),
        language=cast(Language, row.language),
        depth=cast(Depth, row.depth),
        explanation=answer,
        provider=row.provider,
        model=row.model,
        degraded=row.degraded,
        failure=row.failure,
        created_at=row.created_at,
        mode=cast(Mode, row.mode),
        variant=row.variant,
        subject=row.subject,
        origin=row.origin,
    )
