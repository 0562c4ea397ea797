"""Texts that are surely no news: talk, recipes, poems, lists, program code, keys hit at random.

A text counts as one of them only if it shows so by itself and holds no sign of news: a word of the
glossary, a kind of event, a known name, an amount, a date, words of reporting or of money, a link, a sign
of fraud. Long ones count only if they are program code, which may hold such words. When in doubt it is
news. Questions are not told apart here. The time grows with the length of the text alone.
"""

import re

from botapp.ai import events, figures, months, terms
from botapp.ai.base import Knowledge
from botapp.ai.events import plain
from botapp.ai.grounding import known_names
from botapp.ai.offline import household, news_words, red_flags
from botapp.ai.offline.news_words import compiled
from botapp.ai.offline.program_code import is_code, is_markup
from botapp.ai.offline.random_keys import is_trying
from botapp.ai.offline.verses import is_verse
from botapp.ai.sentences import split

LONGEST = 600  # characters; what is longer is worth explaining

_NEWS = compiled(news_words.REPORTING, news_words.MONEY, news_words.EVENTS, news_words.CAREFUL)
_ADDRESS = re.compile(r"\w://|www\.", re.IGNORECASE)
_LINK = re.compile(
    r"\w://|www\.|(?<!\w)[@#$]\w|\w@\w|\w\.(?:com|org|net|io|ru|ua|me|info|xyz|app)(?!\w)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"(?<![\w'])(?!(?:OK|LOL|OMG|BTW|TODO|PS|ОК|ЛОЛ|ПС)\b)[A-ZА-ЯЁІЇЄҐ]{2,}(?![\w'])")
_LATIN_NAME = re.compile(r"(?<!\w)[A-Z][a-z]+")
_OTHER_SCRIPT = re.compile(r"(?![a-zA-Z\u00c0-\u024f\u0400-\u052f])[^\W\d_]")  # no words of it are known here
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_OF_ANYTHING = figures.TIMES | {"", "x"}  # units
_LARGE = 1_000_000


def is_surely_other(text: str, knowledge: Knowledge) -> bool:
    """Whether nobody would take the text for news; False whenever that is in doubt."""
    written = text.strip()
    if is_code(written):
        return not _ADDRESS.search(written) and not red_flags.find(split(written))
    if len(written) > LONGEST or _OTHER_SCRIPT.search(written):
        return False
    return _looks_other(written) and not _tells_news(written, knowledge)


def _looks_other(text: str) -> bool:
    folded = plain(text)
    by_words = (is_trying, household.is_recipe, household.is_list, household.is_talk)
    return any(looks(folded) for looks in by_words) or is_verse(text) or is_markup(text)


def _tells_news(text: str, knowledge: Knowledge) -> bool:
    folded = plain(text)
    return (
        bool(_NEWS.search(folded) or _LINK.search(text))
        or _has_names(text)
        or any(map(_is_amount, figures.find(text)))
        or bool(months.claimed(text))
        or bool(known_names.find(text) or known_names.small(_WORD.findall(folded)))
        or bool(terms.find(text, knowledge.terms))
        or events.recognise(text, knowledge.events) is not None
        or bool(red_flags.find(split(text)))
    )


def _has_names(text: str) -> bool:
    """Whether abbreviations stand in it, or Latin names among Cyrillic words."""
    if text.isupper():
        return False
    return bool(_CAPITALS.search(text) or (_CYRILLIC.search(text) and _LATIN_NAME.search(text)))


def _is_amount(figure: figures.Figure) -> bool:
    """Whether it is money, a share, a large number or a date, and neither a time of day nor a measure."""
    if figure.dated:
        return ":" not in figure.text
    return figure.unit not in _OF_ANYTHING or max(figure.values) >= _LARGE
