"""Whom an item concerns, as far as the item, its assets and its kind of event tell."""

import re
from collections.abc import Iterator
from itertools import islice

from botapp.ai import events, terms
from botapp.ai.base import Knowledge
from botapp.ai.events import plain
from botapp.ai.offline.cleaning import sentences_of
from botapp.ai.offline.concerned import concerned
from botapp.ai.offline.lead import shortened
from botapp.ai.offline.phrases import Phrases

_MOST_SENTENCES, _MOST_ASSETS = 2, 4
_OTHER_NAME = re.compile(r"\s*\([^)]*\)$")  # of "Ether (Ethereum)", which gets its ticker instead
_ASKS = re.compile(
    r"(?<!\w)(?:(?:who|whom)(?: \w+){0,3} (?:affect\w*|concern\w*|touch\w*|hit|hurt\w*|matter\w*)"
    r"|(?:does|will|can|could|is|may)(?: \w+){0,3} (?:affect|concern|touch|hurt)\w*(?: \w+){0,2} (?:me|us)"
    r"|(?:кого|кому|на кого|на ком)(?: \S+){0,3} (?:касает\w*|коснет\w*|затр[ао]\w*|задел?\w*|задев\w*"
    r"|влия\w*|повлия\w*|отраз\w*|важн\w*)"
    r"|(?:меня|нас)(?: \S+){0,2} (?:касает\w*|коснет\w*|затр[ао]\w*)"
    r"|(?:касает\w*|коснет\w*|затр[ао]\w*)(?: \S+){0,2} (?:меня|нас|кого)"
    r"|(?:кого|кому|на кого|на кому)(?: \S+){0,3} (?:стосує\w*|торкн\w*|зачеп\w*|зачіп\w*|вплив\w*"
    r"|вплин\w*|важлив\w*)"
    r"|(?:мене|нас)(?: \S+){0,2} (?:стосує\w*|торкн\w*|зачеп\w*)"
    r"|(?:стосує\w*|торкн\w*|зачеп\w*)(?: \S+){0,2} (?:мене|нас|кого))(?!\w)"
)


_PEOPLE = re.compile(
    r"(?<!\w)(?:users?|customers?|clients?|holders?|investors?|traders?|depositors?|victims?|borrowers?"
    r"|пользовател\w*|клиент\w*|инвестор\w*|держател\w*|трейдер\w*|вкладчик\w*|владел\w*|заемщик\w*"
    r"|пострадавш\w*|користувач\w*|клієнт\w*|інвестор\w*|власник\w*|вкладник\w*|позичальник\w*"
    r"|постражда\w*)(?!\w)"
)


def is_asked(question: str) -> bool:
    """Whether a question is whom something concerns."""
    return bool(_ASKS.search(plain(question)))


def touched(item: str, knowledge: Knowledge, phrases: Phrases) -> Iterator[str]:
    """What the item says of people, who holds what it is about, and whom such an event generally touches."""
    said = (one.text for one in sentences_of(item) if one.news and _PEOPLE.search(plain(one.text)))
    yield from islice(map(shortened, said), _MOST_SENTENCES)
    event = events.recognise(item, knowledge.events)
    mentions = terms.find(item, knowledge.terms)
    assets = [mention.term for mention in concerned(item, mentions, event)]
    if assets:
        names = (_named(term.name, term.ticker) for term in assets[:_MOST_ASSETS])
        yield phrases.touches.format(names=", ".join(names))
    if event:
        yield shortened(event.background.who_is_touched)


def _named(name: str, ticker: str) -> str:
    return name if ticker in name else f"{_OTHER_NAME.sub('', name)} ({ticker})"
