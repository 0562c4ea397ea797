"""Which other versions of an item there are for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, cast

from django.db.models import Max, QuerySet

from botapp.ai.base import Depth, Knowledge, Language, Mode, Prompt
from botapp.ai.offline.versions import tells_nothing_new
from botapp.enums import Depth as Depths
from botapp.enums import Mode as Modes
from botapp.models import Generation
from botapp.queries.ai_services import is_ai_set_up
from botapp.queries.explanations import StoredAnswer
from botapp.queries.knowledge import knowledge

MOST_NEW = 6  # versions of one item for one person, the first one in each way not counted
_COUNTED = (Generation.State.WAITING, Generation.State.DONE)


class Version(NamedTuple):
    """One way to tell an item."""

    depth: Depth
    mode: Mode
    variant: int = 0


@dataclass(frozen=True)
class Offer:
    """What is worth a press: depths and ways, and whether the same can be told in other words."""

    depths: frozenset[str]
    modes: frozenset[str]
    is_anew: bool


def offer(answer: StoredAnswer, *, person_id: int, language: Language) -> Offer:
    """Every depth and way and six new versions; without AI, only what says something else than the card."""
    depths = {depth: Version(cast(Depth, depth), answer.mode) for depth in Depths.values}
    modes = {mode: Version(answer.depth, cast(Mode, mode)) for mode in Modes.values}
    anew = anew_version(answer, person_id=person_id)
    idle = repeating(answer, (*depths.values(), *modes.values(), anew), language=language)
    return Offer(
        frozenset(depth for depth, version in depths.items() if version not in idle),
        frozenset(mode for mode, version in modes.items() if version not in idle),
        is_anew=anew not in idle and left(answer, person_id=person_id) > 0,
    )


def repeating(
    answer: StoredAnswer,
    versions: Iterable[Version],
    *,
    language: Language,
    known: Knowledge | None = None,
) -> frozenset[Version]:
    """The versions that would only repeat a card of news because no AI is set up, but for the shown one.

    `known`: the knowledge in this language, if the caller has it.
    """
    if is_ai_set_up() or answer.kind != "news":
        return frozenset()
    known = known or knowledge(language)
    shown = Version(answer.depth, answer.mode, answer.variant)
    prompts = {
        version: Prompt(
            answer.source_text,
            language,
            version.depth,
            knowledge=known,
            mode=version.mode,
            variant=version.variant,
            origin=answer.origin,
        )
        for version in versions
        if version != shown
    }
    return frozenset(
        version
        for version, prompt in prompts.items()
        if tells_nothing_new(prompt, answer.explanation, mode=answer.mode)
    )


def anew_version(answer: StoredAnswer, *, person_id: int) -> Version:
    """The same in other words, as the person would get it next."""
    return Version(answer.depth, answer.mode, next_variant(answer, person_id=person_id))


def left(answer: StoredAnswer, *, person_id: int) -> int:
    """How many new versions of this item the person may still have."""
    return max(0, MOST_NEW - _new(answer, person_id).count())


def next_variant(answer: StoredAnswer, *, person_id: int) -> int:
    """The number of the version that comes next at this depth and in this way, from 1."""
    alike = _new(answer, person_id).filter(depth=answer.depth, mode=answer.mode)
    last = alike.aggregate(last=Max("variant"))["last"]
    return max(last or 0, answer.variant) + 1


def _new(answer: StoredAnswer, person_id: int) -> QuerySet[Generation]:
    return Generation.objects.filter(
        person_id=person_id,
        source_text=answer.source_text,
        kind=answer.kind,
        variant__gt=0,
        state__in=_COUNTED,
    )
