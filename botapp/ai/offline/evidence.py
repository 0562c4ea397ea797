"""The words that show a sign as readers are shown them: they begin and end where words and numbers do."""

import re
from collections.abc import Iterator

from botapp.ai import figures

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
# "оплатите налог" of "оплатите налог 15%", "buy" of "buy by 9 pm"
_LEADS_ON = re.compile(
    r"(?<=\w) (?:(?:на|в|у|о|об|до|за|от|від|of|by|with|for|at|before|from) )?(?=[\d$€£₽₴])"
)
# Of cards, phones and hours, and with units that are not told apart elsewhere.
_DIGITS = re.compile(r"\d+(?:[ \u00a0:-]\d+)*(?: ?(?:руб|долл?|р|[ap]\.?m)(?!\w)\.?)?")
_AROUND = 60  # characters in which the word or number that is cut begins and ends
_LONGEST = 120


def quoted(match: re.Match[str], sentence: str) -> str:
    """What was found, with the whole of a word or number that it begins or ends in; 120 characters at most.

    A number is whole with its unit and a time with its minutes: "15 тысяч", "$1,200", "9:05 pm". One that
    follows at once belongs to what was found: "оплатите налог 15%".
    """
    start, end = match.span()
    before = max(0, start - _AROUND)
    pieces = tuple(_pieces(sentence[before : end + _AROUND]))
    start = min((before + left for left, right in pieces if left < start - before < right), default=start)
    end = max((before + right for left, right in pieces if left < end - before < right), default=end)
    follows = _LEADS_ON.match(sentence, end)
    if follows:
        at = follows.end() - before
        end = max((before + right for left, right in pieces if left <= at < right), default=end)
    phrase = sentence[start:end].strip()
    return _short(phrase.removesuffix(".") if end == len(sentence) else phrase)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Words, numbers with their units, dates and times."""
    yield from (piece.span() for kind in (_WORD, _DIGITS) for piece in kind.finditer(text))
    yield from ((figure.start, figure.end) for figure in figures.find(text))
    yield from (date.span() for date in figures.DATE.finditer(text))


def _short(phrase: str) -> str:
    """The phrase, or as much of it as a quote may have, without the word that would be cut."""
    if len(phrase) <= _LONGEST:
        return phrase
    cut = (left for left, right in _pieces(phrase) if left < _LONGEST < right)
    return phrase[: min(cut, default=_LONGEST)].rstrip() or phrase[:_LONGEST]
