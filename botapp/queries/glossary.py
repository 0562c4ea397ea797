"""One word of the glossary."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm, Language
from botapp.ai.events import plain
from botapp.queries.knowledge import knowledge

_CLOSE = 0.7  # how like a word must be to be offered instead, 0..1
LONGEST = 100  # characters; a longer text is no word alone
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# Made once an edition of the glossary: thousands of spellings for each short message that comes.
_spelled: dict[Language, tuple[tuple[GlossaryTerm, ...], dict[str, GlossaryTerm]]] = {}


def by_slug(slug: str, *, language: Language) -> GlossaryTerm | None:
    """The term with this slug in the reader's language."""
    return next((term for term in knowledge(language).terms if term.slug == slug), None)


def look_up(word: str, *, language: Language) -> GlossaryTerm | None:
    """The term that a word means in whatever form and language; None if the glossary has none."""
    known, folded = knowledge(language).terms, word.strip().casefold()
    exact = next((term for term in known if folded in (term.slug, term.name.casefold())), None)
    return exact or next((mention.term for mention in terms.find(word, known)), None)


def named(text: str, *, language: Language) -> GlossaryTerm | None:
    """The term that is all a text says, in whatever language, form and case; None if it says more.

    What has that name in the reader's language comes first, then whatever is spelled so anywhere.
    """
    said = bare(text) if len(text) <= LONGEST else ""
    if not said:
        return None
    known, whole = knowledge(language).terms, [(0, len(said))]
    inflected = (use.term for use in terms.find(said, known) if list(use.places) == whole)
    return _by_spelling(language, known).get(said) or next(inflected, None)


def similar(word: str, *, language: Language, most: int = 4) -> tuple[GlossaryTerm, ...]:
    """Terms that are spelled almost so, the most like first."""
    spelled = {form.casefold(): term for term in knowledge(language).terms for form in _spellings(term)}
    close = get_close_matches(word.strip().casefold(), spelled, n=2 * most, cutoff=_CLOSE)
    return tuple({spelled[form].slug: spelled[form] for form in close}.values())[:most]


def _by_spelling(language: Language, known: tuple[GlossaryTerm, ...]) -> dict[str, GlossaryTerm]:
    """Bare spellings; of terms that share one, the first that has it as its name, else the first."""
    made_from, found = _spelled.get(language, ((), {}))
    if made_from is not known:
        last_first = known[::-1]
        found = {bare(form): term for term in last_first for form in _spellings(term)}
        found |= {bare(term.name): term for term in last_first}
        _spelled[language] = known, found
    return found


def _spellings(term: GlossaryTerm) -> Iterator[str]:
    return filter(None, (term.name, term.ticker, term.slug, *term.forms))


def bare(text: str) -> str:
    """A spelling as look-ups compare it: without case and what stands between words."""
    return _BETWEEN_WORDS.sub(" ", plain(text)).strip()
