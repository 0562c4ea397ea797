"""Which sentences carry the news: the opening weighs most, then numbers, terms, reporting words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from botapp.ai import figures
from botapp.ai.offline import greetings
from botapp.ai.offline.cleaning import Sentence
from botapp.ai.offline.cues import SOURCE, tells_a_consequence

_OPENING_WEIGHTS = (3.0, 1.6, 1.0, 0.6)
_HEADLINE_WORDS = 18
_HEADLINE_LETTERS = 140
_SHORTEST_CLAUSE = 30
# The comma in "March 3, 2025" is none.
_PAUSE = re.compile(r"(?:[;:]|(?<!\d),|,(?!\s(?:19|20)\d\d(?!\d)))\s|\s[—–]\s")
_STOP = re.compile(r"[;:]\s")
# What is said, asked or wanted begins so: without it, "the bank denied" or "nobody knows" is left.
_IS_SAID = re.compile(
    r"[«“„\"']?(?:чтобы?|что|как|почему|зачем|сколько|щоб?|як|чому|навіщо|скільки|чи"
    r"|that|how|why|whether)(?!\w)",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:after|as|although|amid|because|before|despite|during|following|if|in|on|since|when|while|with|according"
    r"|to|in order to|for|under|at|by|from|until"
    r"|после|из-за|когда|если|несмотря|хотя|пока|по|в|во|на|на фоне|после того|как"
    r"|чтобы|для|для того|ради|при|под|за|с|со|до|к|ко|от|из|у|без|вместо|кроме|помимо"
    r"|після|через|коли|якщо|попри|хоча|доки|за|у|на тлі|як|щоб|задля|під|при|з|із|зі|до|від|без|замість|крім"
    r"|окрім)\s",
    re.IGNORECASE,
)
_LONGEST = 600  # characters of a statement
_SHORT = 30
_LONG = 420
_CANDIDATES = 60  # sentences: what comes later in a long read is not its news


def headline_of(sentences: Sequence[Sentence], text: str) -> tuple[str, int]:
    """A headline and the number of the line that is nothing but it (0: it is the first sentence of more).

    A sentence that fits is its own headline: a piece of it would only be said again right below.
    """
    first = next((sentence for sentence in sentences if sentence.news), None)
    if first is None:
        return "", 0
    own_line, said = text.strip().splitlines()[0], greetings.without(first.text)
    is_title = len(first.text.split()) <= _HEADLINE_WORDS and len(first.text) <= _HEADLINE_LETTERS
    alone = first.number == 1 and not re.search(r"[.!?…]\s+\S", own_line.strip())
    several = sum(sentence.news for sentence in sentences) > 1
    if is_title and alone and several:
        return said.rstrip("."), first.number
    return shortened(_main_clause(said), _HEADLINE_LETTERS).rstrip("."), 0


def _main_clause(text: str) -> str:
    """A sentence that is too long for a headline up to a pause that leaves its news whole."""
    if len(text) <= _HEADLINE_LETTERS:
        return text
    leads_in = bool(_LEADS_IN.match(text))
    for end in _ends_of_clauses(text):
        clause = text[:end]
        if len(clause) > _HEADLINE_LETTERS:
            break
        whole = len(clause) >= _SHORTEST_CLAUSE and clause.count("(") == clause.count(")")
        if whole and not leads_in:
            return clause
        leads_in = leads_in and not whole  # what follows "To withdraw more than 5 BTC a day," is the news
    return text


def _ends_of_clauses(text: str) -> Iterator[int]:
    """Where the pauses are; where what is said follows one, the next is a semicolon or a colon."""
    at = 0
    said = False
    while pause := (_STOP if said else _PAUSE).search(text, at):
        at = pause.end()
        said = bool(_IS_SAID.match(text, at))
        if not said:
            yield pause.start()


def ranked(sentences: Sequence[Sentence], *, terms: Sequence[str]) -> tuple[Sentence, ...]:
    """Those with news, the weightiest first; the first one of the text is always ahead."""
    news = [sentence for sentence in sentences if sentence.news][:_CANDIDATES]
    places = sorted(range(len(news)), key=lambda place: (-_weight(news[place], place, terms), place))
    return tuple(news[place] for place in places)


def in_order(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Sentences as the text has them."""
    return tuple(sorted(sentences, key=lambda sentence: sentence.number))


def consequence(sentences: Sequence[Sentence], *, most: int) -> tuple[Sentence, ...]:
    """Sentences in which the source itself says why or what follows."""
    telling = (s for s in sentences if s.news and tells_a_consequence(s.text) and not s.text.endswith("?"))
    return tuple(telling)[:most]


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Text of at most `longest` characters, cut between words and marked with an ellipsis."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def _weight(sentence: Sentence, place: int, terms: Sequence[str]) -> float:
    text = sentence.text
    weight = _OPENING_WEIGHTS[place] if place < len(_OPENING_WEIGHTS) else 0.2
    weight += 0.6 * min(3, sum(not figure.dated for figure in figures.find(text)))
    weight += 0.4 * min(3, sum(term in text for term in terms))
    weight += 0.5 if SOURCE.search(text) else 0
    weight -= 1.0 if text.endswith("?") else 0
    weight -= 0.8 if len(text) < _SHORT or len(text) > _LONG else 0
    return weight + (10 if place == 0 else 0)
