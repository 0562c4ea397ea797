"""One word of the glossary."""

from difflib import get_close_matches

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm, Language
from botapp.queries.knowledge import knowledge

_CLOSE = 0.7  # how like a word must be to be offered instead, 0..1


def by_slug(slug: str, *, language: Language) -> GlossaryTerm | None:
    """The term with this slug in the reader's language."""
    return next((term for term in knowledge(language).terms if term.slug == slug), None)


def look_up(word: str, *, language: Language) -> GlossaryTerm | None:
    """The term that a word means in whatever form and language; None if the glossary has none."""
    known, folded = knowledge(language).terms, word.strip().casefold()
    exact = next((term for term in known if folded in (term.slug, term.name.casefold())), None)
    return exact or next((mention.term for mention in terms.find(word, known)), None)


def similar(word: str, *, language: Language, most: int = 4) -> tuple[GlossaryTerm, ...]:
    """Terms that are spelled almost so, the most like first."""
    spelled = {
        form.casefold(): term
        for term in knowledge(language).terms
        for form in (term.slug, term.name, term.ticker, *term.forms)
        if form
    }
    close = get_close_matches(word.strip().casefold(), spelled, n=2 * most, cutoff=_CLOSE)
    return tuple({spelled[form].slug: spelled[form] for form in close}.values())[:most]
