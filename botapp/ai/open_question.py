"""One thing that an item of some kind should say, and the words by which it says so."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class OpenQuestion:
    """A question and the cues that answer it; with none, only the words of the question tell.

    A cue is a lower-case word or phrase; "*" at a word's end (or beginning) stands for any ending (or
    beginning), and <date>, <number>, <name>, <source> for anything that says when, how much, who, or who
    says so.
    """

    text: str
    cues: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def parsed(line: str) -> OpenQuestion:
    """Reads "question | cue, cue*, <date>"."""
    text, _, cues = line.partition("|")
    return OpenQuestion(text.strip(), tuple(filter(None, (" ".join(cue.split()) for cue in cues.split(",")))))


def written(question: OpenQuestion) -> str:
    """The line that `parsed` reads."""
    return f"{question.text} | {', '.join(question.cues)}" if question.cues else question.text
