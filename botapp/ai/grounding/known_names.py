"""Names that the world spells in many ways: the bearers in names.yaml, found in a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm

_FILE = Path(__file__).with_name("names.yaml")


@dataclass(frozen=True)
class Bearer:
    """Who is named, and where in the text."""

    id: str
    start: int
    end: int

    def moved(self, by: int) -> "Bearer":
        """The same in a text that begins elsewhere."""
        return Bearer(self.id, self.start + by, self.end + by)


def find(text: str) -> tuple[Bearer, ...]:
    """Everybody of names.yaml whom a text names, in capitals or not."""
    mentions = terms.find(text, _bearers())
    return tuple(Bearer(mention.term.slug, *place) for mention in mentions for place in mention.places)


def small(words: Iterable[str]) -> frozenset[str]:
    """Whom folded words of a hasty text name although they stand without their capitals: "usdc", "sec"."""
    return frozenset(filter(None, map(_capitals().get, words)))


def implied(ids: Iterable[str]) -> frozenset[str]:
    """Those named and what their names say as well: the Fed is American."""
    found: set[str] = set()
    for bearer in ids:
        while bearer and bearer not in found:
            found.add(bearer)
            bearer = _wholes().get(bearer, "")
    return frozenset(found)


@cache
def _entries() -> tuple[dict[str, list[str] | str], ...]:
    return tuple(yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader))


@cache
def _bearers() -> tuple[GlossaryTerm, ...]:
    return tuple(
        GlossaryTerm(str(entry["id"]), str(entry["forms"][0]), "", tuple(map(str, entry["forms"])))
        for entry in _entries()
    )


@cache
def _capitals() -> dict[str, str]:
    """Forms that terms.find takes in capitals only; not of two letters ("us", "un")."""
    return {
        form.casefold(): bearer.slug
        for bearer in _bearers()
        for form in bearer.forms
        if form.isupper() and form.isalnum() and len(form) > 2
    }


@cache
def _wholes() -> dict[str, str]:
    return {str(entry["id"]): str(entry["of"]) for entry in _entries() if "of" in entry}
