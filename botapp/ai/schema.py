"""The shape of an explanation: what a provider must answer and what every surface renders.

All texts are plain text in the reader's language: no Markdown, no HTML, no emoji.
`source_sentence` fields number the sentences of the source text from 1, as `botapp.ai.sentences`
splits them; None means that the statement does not rest on the source.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]


class Part(BaseModel):
    """Base of all parts: immutable; unknown keys of a model's answer are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Statement(Part):
    """One sentence of plain language and the source sentence it rests on."""

    text: Line
    source_sentence: int | None = None
    # Set by grounding only: the statement holds something the source does not say.
    unsupported: bool = False


class Number(Part):
    """A number of the source, exactly as written there, and what it measures."""

    value: Line
    meaning: Line
    source_sentence: int | None = None


class Impact(Part):
    """What the news may mean for one asset; never advice."""

    asset: Line
    direction: Literal["up", "down", "mixed", "unclear"] = "unclear"
    horizon: Literal["hours", "days", "weeks", "months", "unclear"] = "unclear"
    confidence: Literal["low", "medium", "high"] = "low"
    reason: str = ""


class TermNote(Part):
    """A word of the source that needs explaining."""

    term: Line
    meaning: Line


class RedFlag(Part):
    """A sign of manipulation or fraud and the words of the source that show it."""

    sign: Line
    phrase: str = ""


class Check(Part):
    """A question by which readers see whether they understood, and its answer."""

    question: Line
    answer: Line


class Background(Part):
    """How events of this kind usually go: general knowledge, not from the source.

    Never produced by a model: taken from the glossary of kinds of events that staff edit.
    """

    slug: str
    name: Line
    how_it_works: Line
    who_is_touched: Line
    what_next: Line
    analogy: str = ""
    example: str = ""


class Explanation(Part):
    """A whole answer. Only `headline` and `what_happened` are always there.

    `answered` is False where nothing was explained: the rest then says what RVX can do. Ours to set.
    """

    headline: Line
    what_happened: tuple[Statement, ...] = ()
    # Examples, an analogy or steps, as the mode of the prompt asks; none of it is news.
    illustration: tuple[Line, ...] = ()
    why_it_matters: tuple[Statement, ...] = ()
    who_is_affected: tuple[Statement, ...] = ()
    numbers: tuple[Number, ...] = ()
    impacts: tuple[Impact, ...] = ()
    terms: tuple[TermNote, ...] = ()
    checks: tuple[Check, ...] = ()
    not_said: tuple[Line, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    follow_ups: tuple[Line, ...] = ()
    background: Background | None = None
    answered: bool = True
