"""Greetings and thanks: no news, and no reason to say that they are too short for one."""

import re
from typing import Literal

_NO_WORD = re.compile(r"[\W_]+")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


_HELLO = _phrases(
    "привет, приветик, здравствуй, здравствуйте, здрасьте, хай, ку, салют, добрый день, доброе утро, "
    "добрый вечер, доброго дня, доброго времени суток, всем привет, привет бот, "
    "привіт, вітаю, вітання, здрастуйте, добридень, добрий день, доброго ранку, добрий ранок, "
    "добрий вечір, доброго вечора, всім привіт, привіт бот, "
    "hi, hello, hey, hiya, greetings, gm, good morning, good afternoon, good evening, good day, hello bot, "
    "hi there, hello there"
)
_THANKS = _phrases(
    "спасибо, спасибочки, спс, благодарю, мерси, спасибо большое, большое спасибо, огромное спасибо, "
    "спасибо за помощь, благодарю вас, дякую, спасибі, щиро дякую, дуже дякую, дякую дуже, велике дякую, "
    "thanks, thx, cheers, thank you, thanks a lot, many thanks, thank you very much, thank you so much"
)


def kind_of(text: str) -> Literal["hello", "thanks"] | None:
    """What a whole message is, however it is written; None if it says anything more."""
    words = _NO_WORD.sub(" ", text).strip().casefold()
    if words in _HELLO:
        return "hello"
    return "thanks" if words in _THANKS else None
