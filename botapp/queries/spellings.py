"""Whose a spelling is: a reader who sends it should get one term, and not one by chance."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm
from botapp.ai.events import plain
from botapp.models import Term
from botapp.queries.glossary import bare

Spelled = Mapping[str, tuple[str, ...]]  # a term's field → the spellings that stand in it


def spelled(term: Mapping[str, Any]) -> Spelled:
    """The spellings that find a term, given the values of its fields; those that are empty are left out."""
    lines = {field: str(term.get(field) or "").splitlines() for field in _fields()}
    found = {field: tuple(filter(None, map(str.strip, said))) for field, said in lines.items()}
    return {field: said for field, said in found.items() if said}


def _fields() -> Iterator[str]:
    yield from ("slug", "ticker")
    yield from (f"{field}_{code}" for field in ("name", "forms") for code, _name in settings.LANGUAGES)


class Owners:
    """Who of some terms has a spelling, as look-ups compare them, in whatever case or form of a word."""

    def __init__(self, owners: Iterable[Term]) -> None:
        self._terms = {term.slug: term for term in owners}
        said = {slug: list(_all(spelled(vars(term)))) for slug, term in self._terms.items()}
        self._by_spelling = {bare(form): slug for slug, forms in said.items() for form in forms}
        self._by_spelling.pop("", None)
        self._known = tuple(
            GlossaryTerm(slug, name="", meaning="", forms=tuple(map(plain, forms)))
            for slug, forms in said.items()
        )

    def shared(self, spellings: Iterable[str]) -> dict[Term, list[str]]:
        """Those of the spellings that are another term's, too, under that term."""
        found: dict[Term, list[str]] = {}
        for spelling in spellings:
            slug = self._by_spelling.get(bare(spelling)) or self._inflected(plain(spelling))
            if slug:
                found.setdefault(self._terms[slug], []).append(spelling)
        return found

    def _inflected(self, spelling: str) -> str | None:
        whole = (0, len(spelling))
        found = (use.term.slug for use in terms.find(spelling, self._known) if whole in use.places)
        return next(found, None)


def _all(spellings: Spelled) -> Iterator[str]:
    return (spelling for said in spellings.values() for spelling in said)
