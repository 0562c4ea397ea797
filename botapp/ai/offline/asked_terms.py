"""The terms that a question asks about, found more boldly than in a news item."""

import re
from collections.abc import Iterator

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm
from botapp.ai.events import plain
from botapp.ai.offline import asking
from botapp.ai.offline.likeness import alike, words_of

_MOST = 3
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_SHORTEST_PART = 4  # letters
_CYRILLIC = re.compile(r"[а-яіїєґ]")
# Parts of two-word names that mean more without the other word than with it.
_EVERYDAY = frozenset(
    (  # noqa: SIM905 - thirty quoted words a line each are harder to read
        "банк банка банку банке банки деньги денег гроші грошей сеть сети мережа мережі средства средств "
        "кошти коштів код коду кода система продажа закон токен токена токену токены токени токенов токенів"
    ).split()
)


def asked_terms(question: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """At most three terms: as items spell them, else by a short name such as "leverage" or "плечо".

    In an item such a word may mean something else; who asks about it here means the term.
    """
    mentioned = tuple(mention.term for mention in terms.find(question, glossary))
    return (defined_term(question, glossary) or mentioned or _named_within(question, glossary))[:_MOST]


def defined_term(question: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """The one term whose meaning is asked for ("What is leverage?"), none if it is another question."""
    about = asking.subject(question)
    if not about:
        return ()
    whole = [(0, len(about))]
    return _named(about, glossary) or tuple(
        mention.term for mention in terms.find(about, glossary) if list(mention.places) == whole
    )


def _named(about: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    words = about.split()
    exact = tuple(term for term in glossary if any(_is(words, name) for name in _short_names(term)))
    if exact or len(words) != 1:
        return exact[:1]
    return _by_part(words[0], glossary)


def _named_within(question: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """Terms of one word anywhere in a question; then one of two, if no other term has it."""
    words = [word.spelled for word in words_of(question)]
    exact = (
        term for term in glossary if any(_is([word], name) for word in words for name in _short_names(term))
    )
    found = dict.fromkeys((*exact, *(term for word in words for term in _by_part(word, glossary))))
    return tuple(found)


def _by_part(word: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    if len(word) < _SHORTEST_PART or word in _EVERYDAY:
        return ()
    having = tuple(term for term in glossary if _has_part(plain(term.name), word))
    return having if len(having) == 1 else ()


def _has_part(name: str, word: str) -> bool:
    words = _IN_BRACKETS.sub("", name).split()
    return len(words) == 2 and bool(_CYRILLIC.search(word)) and any(alike(part, word) for part in words)


def _short_names(term: GlossaryTerm) -> Iterator[list[str]]:
    for name in (term.name, *(form for form in term.forms if "(" in form)):
        short = _IN_BRACKETS.sub("", plain(name)).split()
        if short:
            yield short


def _is(words: list[str], name: list[str]) -> bool:
    return len(words) == len(name) and all(map(alike, words, name))
