"""Words that carry meaning, cut to stems, to see whether two texts speak of one thing."""

import re

from botapp.ai.events import plain

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")
_STEM = 5  # letters: enough to tell words apart and to forget most endings
_EMPTY = frozenset(
    (  # noqa: SIM905 - fifty quoted words a line each are harder to read
        "the and for are was were has have had with that this what which who whom how much many when where "
        "why does did not but from into will would can could should been its his her their there about any "
        "some you your что как это эта эти кто где когда почему зачем какой какая какие сколько для при или "
        "если чем его она они был была было были есть уже еще тоже также про над под без через между будет "
        "можно ли мне вам нас що це який яка які хто де коли чому навіщо скільки для або якщо його вона "
        "вони був була було були вже ще також про над під без через між буде можна чи мені вам нас"
    ).split()
)


def stems(text: str) -> frozenset[str]:
    """Stems of the telling words and the numbers of a text."""
    return frozenset(word[:_STEM] for word in _WORD.findall(plain(text)) if word not in _EMPTY)


def share_of(question: str, text: str) -> float:
    """Which share of a question's telling words the text uses, 0..1."""
    asked = stems(question)
    return len(asked & stems(text)) / len(asked) if asked else 0.0
