"""Numbers that stay on one line: "2 140", "$1 200", "5 %", "3 млн" would break on a phone.

Only what is shown changes, character for character, so that all marks stay where they are. Quotes of
what somebody wrote, code and links to tap and copy are left as they are.
"""

import re
from dataclasses import replace

from telegram import MessageEntity

from botapp.ai.figures import find
from botapp.telegram.markup import Marked

NO_BREAK = "\u00a0"
LONGEST = 16  # characters: a longer figure, "30 процентных пунктов", breaks between its words
_COPIED = (MessageEntity.CODE, MessageEntity.PRE)
_IN_NUMBER = re.compile(r"(?<=[\d$€£₽₴₿]) (?=\d|[%‰$€£₽₴₿])")


def unbroken(marked: Marked) -> Marked:
    """The same text and marks, with spaces inside figures at which no line breaks."""
    left = [(mark.start, mark.end) for mark in marked.marks if mark.is_source or mark.kind in _COPIED]
    pieces, at = [], 0
    for figure in find(marked.text):
        if any(figure.start < end and start < figure.end for start, end in left):
            continue
        pieces += [marked.text[at : figure.start], _bound(marked.text[figure.start : figure.end])]
        at = figure.end
    return replace(marked, text="".join(pieces) + marked.text[at:])


def _bound(figure: str) -> str:
    if len(figure) <= LONGEST and "\n" not in figure:
        return figure.replace(" ", NO_BREAK)
    return _IN_NUMBER.sub(NO_BREAK, figure)
