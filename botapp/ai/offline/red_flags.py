"""Signs of manipulation and fraud in a text, with the words that show them.

A text that *reports* a fraud quotes the same words, so a sentence that warns or that tells of
victims, police or courts raises no flag, nor does a sentence right beside one.
"""

import re
from collections.abc import Iterator, Sequence

from botapp.ai import injections
from botapp.ai.offline.signs import PATTERNS, Sign

_SAME_SENTENCE = r"(?:[^.!?]|\.(?=\d))"  # a point inside a number does not end one
_COMPILED = {
    sign: re.compile(rf"(?<!\w)(?=[\w🚀])(?:{words.replace('[^.!?]', _SAME_SENTENCE)})", re.IGNORECASE)
    for sign, words in PATTERNS.items()
}
# Who reports: authorities and their work. Those who offer "help" after a fraud do not speak of them.
_AUTHORITIES = (
    r"warn\w*|police|prosecut\w+|charged|alleged\w*|arrested|lawsuit|court|fined|complaint|convicted|sentenced"
    r"|according to|beware"
    r"|предупре\w+|предостер\w+|полици\w*|прокур\w*|следств\w*|обвин\w+|арест\w*|суд\b|суда\b|оштрафова\w+"
    r"|попере(?:д\w+|джа\w+)|поліці\w*|слідств\w*|звинува\w+|підозрю\w*|оштрафува\w+"
)
_ABOUT_FRAUD = (
    r"victims?|scammers?|fraudsters?|phishing|fake\b|researchers?|investigat\w+"
    r"|жертв\w*|пострадавш\w*|мошенни\w*|фишинг\w*|аферист\w*|поддельн\w*|исследовател\w*|злоумышленник\w*"
    r"|потерпіл\w*|шахра\w*|фішинг\w*|аферист\w*|підроблен\w*|дослідник\w*|зловмисник\w*"
)
_REPORTS = re.compile(rf"(?<!\w)(?:{_AUTHORITIES}|{_ABOUT_FRAUD})", re.IGNORECASE)
_OFFICIAL_REPORTS = re.compile(rf"(?<!\w)(?:{_AUTHORITIES})", re.IGNORECASE)
_NEVER = re.compile(
    r"(?:never|do not|don'?t|nobody|no one|not|не|никогда|никому|ніколи|нікому|no)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_LONGEST_PHRASE = 120


def find(sentences: Sequence[str]) -> tuple[tuple[Sign, str], ...]:
    """Each sign once, with the first words that show it, in the order of the list above."""
    speaking = _without(_REPORTS, sentences)
    offering = _without(_OFFICIAL_REPORTS, sentences)
    read: dict[Sign, Sequence[str]] = {"advance_fee": offering}
    found = [(sign, next(_phrases(sign, read.get(sign, speaking)), "")) for sign in _COMPILED]
    # Whoever gives orders to an AI gains nothing by reporting a fraud beside them: those always count.
    found.append(("orders_to_ai", next(filter(None, map(injections.phrase, sentences)), "")))
    return tuple((sign, phrase) for sign, phrase in found if phrase)


def _without(reports: re.Pattern[str], sentences: Sequence[str]) -> Sequence[str]:
    """The sentences that neither report nor stand right beside one that does."""
    reporting = [bool(reports.search(sentence)) for sentence in sentences]
    return [s for number, s in enumerate(sentences) if not any(reporting[max(0, number - 1) : number + 2])]


def _phrases(sign: Sign, sentences: Sequence[str]) -> Iterator[str]:
    for sentence in sentences:
        for match in _COMPILED[sign].finditer(sentence):
            if not _NEVER.search(sentence[: match.start()]):
                yield match.group().strip()[:_LONGEST_PHRASE]
