"""What counts as a text that can be explained, and what kind of text it is."""

import re
from typing import Any

from botapp.ai.base import Kind
from botapp.exceptions import OnlyLinks, TextTooLong, TextTooShort

MINIMUM = 10
MAXIMUM = 4096
LONGEST = 20_000  # of an item that a person sends in several messages
SHORTEST_QUESTION = 3  # about a card that is known

# Characters; a longer text is an item, even if it asks something.
_QUESTION_LENGTH = 300
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINK = re.compile(r"https?://\S+|www\.\S+")
# Of whatever scheme, or without one where a word is nothing else.
_ANY_LINK = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:/|www\.)\S+|(?<!\S)(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?(?!\S)", re.IGNORECASE
)
_QUESTION_END = re.compile(r"[?？]\s*[)»\"”'’!]*\s*$")
_QUESTION_START = re.compile(
    r"(?:а|и|но|скажи(?:те)?|подскажи(?:те)?|слушай|та|hey|so|and|but|please|пожалуйста|будь ласка)?[\s,]*"
    r"(?:что|как|какой|какая|какое|какие|каком|какую|почему|зачем|когда|где|куда|откуда|кто|кого|кому|"
    r"чем|чего|сколько|можно ли|стоит ли|правда ли|верно ли|объясни(?:те)?|расскажи(?:те)?|поясни(?:те)?|"
    r"що|як|який|яка|яке|які|яку|чому|навіщо|коли|де|куди|звідки|хто|кого|скільки|чи|"
    r"розкажи|розкажіть|поясни|поясніть|"
    r"(?:покупать|купить|брать|взять|продавать|продать|держать)(?: мне)? ли|"
    r"what|what's|whats|how|why|when|where|who|whom|whose|which|is|are|was|were|do|does|did|can|could|"
    r"should|would|will|explain|tell me|define|describe)(?!\w)",
    re.IGNORECASE,
)
# English headlines begin with these too ("How Bitcoin fell"), so they need the question mark.
_NEEDS_MARK = re.compile(
    r"(?:how|why|what|when|where|who|which|is|are|was|were|will|can|как|почему|кто|что|як|чому|хто|що)(?!\w)",
    re.IGNORECASE,
)
_SHORT_QUESTION = 45  # characters: that short, a question word is enough
_SHORT_REPLY = 160  # characters: that short, a reply to a card is about the card
_SURE_QUESTION = 120  # characters: longer ones with a mark may be headlines
_FEW_WORDS = 80  # characters: that short and without an end, it may be what somebody wants to know
_SENTENCE_END = re.compile(r"[.!…;:]\s*$|\d")


def clean(text: str) -> str:
    """`text` without what no database takes: NUL characters go, lone surrogates are replaced."""
    return _SURROGATE.sub("\ufffd", text.replace("\x00", ""))


def clean_all(value: Any) -> Any:
    """JSON data with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_all(item) for item in value]
    if isinstance(value, dict):
        return {key: clean_all(item) for key, item in value.items()}
    return value


def check(text: str, *, minimum: int = MINIMUM, maximum: int = MAXIMUM) -> str:
    """The text, cleaned and stripped. Raises TextTooShort or TextTooLong (in characters)."""
    cleaned = clean(text).strip()
    if len(cleaned) > maximum:
        raise TextTooLong(maximum=maximum)
    if len(cleaned) < minimum or not any(map(str.isalnum, cleaned)):
        raise TextTooShort(minimum=minimum)
    return cleaned


def check_words(text: str) -> str:
    """`check` where no link is opened. Raises OnlyLinks, too."""
    checked = check(text)
    if not any(map(str.isalnum, _ANY_LINK.sub(" ", checked))):
        raise OnlyLinks
    return checked


def classify(text: str, *, is_reply: bool = False) -> Kind:
    """Whether a person asks something or sends an item to be explained.

    Whole words decide, never parts of them. A question is short and ends with a question mark, or
    begins with a question word that no headline begins with. A short text that replies to a card
    (`is_reply`) is a question about it.
    """
    words = _LINK.sub(" ", text).strip()
    if len(words) > _QUESTION_LENGTH or "\n\n" in words:
        return "news"
    if _QUESTION_END.search(words) or (is_reply and 0 < len(words) <= _SHORT_REPLY):
        return "question"
    if not _QUESTION_START.match(words):
        return "news"
    headline = _NEEDS_MARK.match(words) and len(words) > _SHORT_QUESTION
    return "news" if headline else "question"


def is_doubtful(text: str, *, kind: str) -> bool:
    """Whether a text that was taken for this kind may well be the other one."""
    words = _LINK.sub(" ", text).strip()
    if len(words) > _QUESTION_LENGTH or "\n\n" in words:
        return False
    asks, begins = bool(_QUESTION_END.search(words)), bool(_QUESTION_START.match(words))
    if kind == "question":
        return not begins or (len(words) > _SURE_QUESTION and bool(_NEEDS_MARK.match(words)))
    return asks or begins or (len(words) <= _FEW_WORDS and not _SENTENCE_END.search(words))
