"""Which words of the source each statement of an explanation rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from botapp.ai.schema import Explanation, Statement
from botapp.ai.sentences import split


@dataclass(frozen=True)
class Quoted:
    """A statement and the sentence of the source it rests on: its number from 1 and its words.

    `place` is 0 where it rests on none: then it is `unsupported`, or says what follows from the rest.
    `is_verbatim`: the statement is that sentence.
    """

    text: str
    place: int = 0
    quote: str = ""
    unsupported: bool = False
    is_verbatim: bool = False


def quoted(explanation: Explanation, source: str) -> tuple[Quoted, ...]:
    """Every statement with its quote, in the order of the explanation."""
    sentences = split(source)
    return tuple(_quoted(statement, sentences) for statement in _statements(explanation))


def rests_on_source(explanation: Explanation) -> bool:
    """Whether any statement names the sentence it rests on."""
    return any(statement.source_sentence for statement in _statements(explanation))


def _statements(explanation: Explanation) -> Iterator[Statement]:
    yield from explanation.what_happened
    yield from explanation.why_it_matters
    yield from explanation.who_is_affected


def _quoted(statement: Statement, sentences: tuple[str, ...]) -> Quoted:
    place = statement.source_sentence or 0
    if not 1 <= place <= len(sentences):
        return Quoted(statement.text, unsupported=statement.unsupported)
    quote = sentences[place - 1]
    same = _bare(quote) == _bare(statement.text)
    return Quoted(statement.text, place, quote, unsupported=statement.unsupported, is_verbatim=same)


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".!…").casefold()
