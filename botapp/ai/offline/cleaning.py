"""Sentences of a post without what is not news: links, hashtags, emoji, calls to subscribe."""

import re
from dataclasses import dataclass
from functools import lru_cache

from botapp.ai.grounding import signposts
from botapp.ai.offline import greetings
from botapp.ai.sentences import split

_URL = re.compile(r"\(?\b(?:https?://|www\.|t\.me/)\S+\)?", re.IGNORECASE)
_TAG = re.compile(r"(?<![\w&])#(\w+)")
_HANDLE = re.compile(r"(?<![\w.])@\w{3,}")
_DECORATION = re.compile(
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200b-\u200f\u202a-\u202e"
    "\u2066-\u2069\u20e3*_`|•▪◦]+"
    r"|~(?!\s?[$€£₽₴₿]?\d)"  # but not that of "~5%"
)
_PROMO = re.compile(
    r"подпи(?:сы|ши)\w*|подписк\w*|наш\w* (?:канал|чат|телеграм)\w*|читайте (?:также|нас|на)|ставьте лайк\w*"
    r"|жми\w* на|ссылк\w+ в (?:описании|профиле)|промокод\w*|на правах рекламы|реклама[.:]"
    r"|підпи(?:су|ши)\w*|підписк\w*|наш\w* (?:канал|чат|телеграм)\w*|читайте (?:також|нас|на)"
    r"|ставте лайк\w*|реклама[.:]"
    r"|subscribe\w*|follow (?:us|me)|join (?:our|us|the) \w*|sign up|read (?:more|also)|click (?:here"
    r"|the link)"
    r"|link in (?:bio|description)|promo code|sponsored|disclaimer|not financial advice|\bDYOR\b|\bNFA\b",
    re.IGNORECASE,
)
_ENOUGH_LETTERS = 8


@dataclass(frozen=True)
class Sentence:
    """One sentence of the source as a person would read it; `number` counts all of them from 1."""

    number: int
    text: str
    news: bool  # False: promotion, a greeting, tags or nothing but decoration


# One item is cleaned for each of its readers, as it is split.
@lru_cache(maxsize=8)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """All sentences of a text, cleaned, with their numbers in it."""
    return tuple(_clean(number, raw) for number, raw in enumerate(split(text), 1))


def _clean(number: int, raw: str) -> Sentence:
    only_tags = not _TAG.sub("", _HANDLE.sub("", raw)).strip(" .,!")
    text = _TAG.sub(r"\1", _HANDLE.sub(" ", _URL.sub(" ", raw)))
    text = " ".join(_DECORATION.sub(" ", text).split()).strip(" -–—:")
    text = re.sub(r"\s+([.,!?;:])", r"\1", text)
    letters = sum(map(str.isalpha, text))
    said = not only_tags and letters >= _ENOUGH_LETTERS and not greetings.is_all(text)
    return Sentence(number, text, said and not (_PROMO.search(raw) or signposts.sends(raw)))
