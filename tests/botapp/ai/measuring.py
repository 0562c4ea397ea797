"""What an explanation without AI keeps of an item; the test of the samples and the table read it."""

import time
from dataclasses import dataclass

from botapp.ai import figures
from botapp.ai.base import Prompt
from botapp.ai.offline.explainer import explain
from botapp.ai.schema import Explanation, RedFlag
from tests.botapp.ai.long_items import LongItem
from tests.kit.knowledge import shipped_knowledge


@dataclass(frozen=True)
class Measured:
    """`unsupported`: texts that hold a figure which the item lacks. `milliseconds`: of this thread's time."""

    kind: str
    lead_kept: bool
    numbers_kept: set[str]
    numbers_shown: set[str]
    unsupported: list[str]
    terms_found: int
    terms_missing: set[str]
    flags: tuple[RedFlag, ...]
    milliseconds: float


def measured(item: LongItem) -> Measured:
    """The deepest explanation of an item, compared with what the item wants kept."""
    known = shipped_knowledge(item.language)
    started = time.thread_time()
    shown = explain(Prompt(item.text, item.language, "pro", knowledge=known))
    spent = time.thread_time() - started
    values = {number.value for number in shown.numbers}
    asked_about = " ".join(shown.follow_ups)
    slugs = {term.meaning: term.slug for term in known.terms}
    names = {term.slug: term.name for term in known.terms}
    noted = {slugs[note.meaning] for note in shown.terms}
    missing = {slug for slug in item.terms if slug not in noted and names[slug] not in asked_about}
    return Measured(
        kind=shown.background.slug if shown.background else "",
        lead_kept=item.lead in f"{shown.headline} {shown.what_happened[0].text}",
        numbers_kept=values & set(item.numbers),
        numbers_shown=values,
        unsupported=[text for text in _texts(shown) if not _is_supported(text, item.text)],
        terms_found=len(noted),
        terms_missing=missing,
        flags=shown.red_flags,
        milliseconds=spent * 1000,
    )


def _texts(shown: Explanation) -> list[str]:
    statements = (*shown.what_happened, *shown.why_it_matters, *shown.who_is_affected)
    return [shown.headline, *(s.text for s in statements), *(n.value for n in shown.numbers)]


def _is_supported(text: str, source: str) -> bool:
    known = figures.find(source)
    return all(any(figure.agrees(other) for other in known) for figure in figures.find(text))
