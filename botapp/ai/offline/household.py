"""Talk among friends, recipes, lists of things to buy and to do, by their words."""

import re
from collections.abc import Iterable

from botapp.ai.morphology import is_of_speaker, is_to_friend
from botapp.ai.offline import talk_words
from botapp.ai.offline.news_words import compiled

_STRONG = compiled(talk_words.PERSONAL, talk_words.CHATTY, talk_words.ASKING)
_HOMELY, _DAILY = compiled(talk_words.HOMELY), compiled(talk_words.DAILY)
_COOKING, _MEASURES = compiled(talk_words.COOKING), compiled(talk_words.MEASURES)
_GOODS, _DUTIES = compiled(talk_words.GOODS), compiled(talk_words.DUTIES)
_QUOTED = re.compile(r"[«»“”„]")
_ENOUGH = 2  # words of home and of one's own doings that make a talk
# At least all verbs of "I" and of "you".
_VERB = re.compile(r"(?<!\w)[а-я]+(?:[уюиьй]|ш|[юь]с[ья]|[йиш][ьс][ся]?)(?!\w)")
_UKRAINIAN = re.compile("[іїєґ]")
_OF_SPEAKER = re.compile(r"(?<!\w)\w{2,}(?:[аяу]ю|джу|[аяую]ю(?:сь|ся)|[ую]ся)(?!\w)")
_TO_FRIEND = re.compile(r"(?<!\w)\w{2,}[єие]ш(?:ся)?(?!\w)")
_ITEM_SIGN = re.compile(r"^(?:[-–—•*·▪☐☑✅✔□]|\[[ xх]?\]|\d{1,2}[.)])\s*")
_BOX = re.compile(r"^(?:[☐☑□]|\[[ xх]?\])")
_BETWEEN = re.compile(r"[,;]| и | і | та | and ")
_LONGEST_TITLE = 40  # characters before the colon of a list
_FEWEST, _LONGEST_ITEM = 3, 5  # items, words


def is_talk(folded: str) -> bool:
    """Whether somebody speaks to a friend or about the day. Texts are those of `events.plain`."""
    if _QUOTED.search(folded):
        return False  # what somebody else said, perhaps
    return bool(_STRONG.search(folded)) or _closeness(folded) >= _ENOUGH


def is_recipe(folded: str) -> bool:
    """Whether a text says how something is cooked."""
    cooking, things = _count(_COOKING, folded), _count(_MEASURES, folded) + _count(_GOODS, folded)
    return (cooking >= 2 and things >= 1) or (cooking >= 1 and things >= 2)


def is_list(folded: str) -> bool:
    """Whether a text names things to buy or to do, one a line or between commas."""
    lines = [line.strip() for line in folded.splitlines() if line.strip()]
    if len(lines) >= _FEWEST:
        boxes = sum(bool(_BOX.match(line)) for line in lines)
        return boxes >= len(lines) - 1 or _are_things(_ITEM_SIGN.sub("", line) for line in lines)
    title, colon, rest = " ".join(lines).partition(":")
    return _are_things(_BETWEEN.split(rest if colon and len(title) <= _LONGEST_TITLE else folded))


def _closeness(folded: str) -> int:
    words = set(_VERB.findall(folded))
    own, friendly = sum(map(is_of_speaker, words)), sum(map(is_to_friend, words))
    if _UKRAINIAN.search(folded):
        own, friendly = own + _count(_OF_SPEAKER, folded), friendly + _count(_TO_FRIEND, folded)
    return 2 * friendly + own + _count(_HOMELY, folded) + bool(_DAILY.search(folded))


def _are_things(items: Iterable[str]) -> bool:
    named = [item.strip() for item in items if item.strip()]
    if len(named) < _FEWEST or sum(len(item.split()) > _LONGEST_ITEM for item in named) > 1:
        return False
    fitting = sum(bool(_GOODS.search(item) or _DUTIES.match(item)) for item in named)
    return fitting >= 2 and 3 * fitting >= len(named)


def _count(pattern: re.Pattern[str], folded: str) -> int:
    return len(set(pattern.findall(folded)))
