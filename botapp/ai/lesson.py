"""A lesson: as material for a prompt, as an Explanation, and back. The one place that maps them.

material          explanation               what readers see
title             headline                  the title
content           what_happened             a statement for each sentence
key_points        why_it_matters            "To remember"
example           illustration              "An example"
question, answer  checks                    "Try it yourself"
next_topics       follow_ups                buttons, or a list
"""

from collections.abc import Mapping
from dataclasses import dataclass

from botapp.ai.schema import Check, Explanation, Statement
from botapp.ai.sentences import split

# What begins a line of written material; lines of content have no mark.
_POINT, _EXAMPLE, _QUESTION, _ANSWER, _NEXT = "•", "→", "?", "!", "»"
# Parts of an explanation that only news has.
_OF_NEWS = ("who_is_affected", "numbers", "impacts", "not_said", "red_flags")


@dataclass(frozen=True)
class Material:
    """What RVX knows about one topic at one level. Only `title` and `content` are always there."""

    title: str
    content: str
    key_points: tuple[str, ...] = ()
    example: str = ""
    question: str = ""
    answer: str = ""
    next_topics: tuple[str, ...] = ()


def written(material: Material) -> str:
    """The text that `parsed` reads, and that an AI's answer is checked against."""
    marked = {
        _POINT: material.key_points,
        _EXAMPLE: (material.example,),
        _QUESTION: (material.question,),
        _ANSWER: (material.answer,),
        _NEXT: material.next_topics,
    }
    lines = (f"{mark} {_line(text)}" for mark, texts in marked.items() for text in texts if text)
    return "\n".join((_line(material.title), "", _line(material.content), "", *lines)).strip()


def parsed(text: str) -> Material:
    """The material of a written text; a text without marks is title and content."""
    title, *lines = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    marked: Mapping[str, list[str]] = {mark: [] for mark in ("", _POINT, _EXAMPLE, _QUESTION, _ANSWER, _NEXT)}
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark in marked:
            marked[mark].append(rest)
        else:
            marked[""].append(line)
    return Material(
        title=title,
        content=" ".join(marked[""]),
        key_points=tuple(marked[_POINT]),
        example=" ".join(marked[_EXAMPLE]),
        question=" ".join(marked[_QUESTION]),
        answer=" ".join(marked[_ANSWER]),
        next_topics=tuple(marked[_NEXT]),
    )


def as_explanation(material: Material) -> Explanation:
    """The lesson in the shape of every answer; sentences are numbered as `written` puts them."""
    sentences = split(_line(material.content))
    first_point = 2 + len(sentences)
    checks = (
        (Check(question=material.question, answer=material.answer),)
        if material.question and material.answer
        else ()
    )
    return Explanation(
        headline=material.title,
        what_happened=tuple(Statement(text=s, source_sentence=n) for n, s in enumerate(sentences, 2)),
        why_it_matters=tuple(
            Statement(text=point, source_sentence=n)
            for n, point in enumerate(material.key_points, first_point)
        ),
        illustration=(material.example,) if material.example else (),
        checks=checks,
        follow_ups=material.next_topics,
    )


def as_material(explanation: Explanation) -> Material:
    """The lesson in a stored answer, whoever wrote it."""
    check = explanation.checks[0] if explanation.checks else None
    return Material(
        title=explanation.headline,
        content=" ".join(statement.text for statement in explanation.what_happened),
        key_points=tuple(statement.text for statement in explanation.why_it_matters),
        example=" ".join(explanation.illustration),
        question=check.question if check else "",
        answer=check.answer if check else "",
        next_topics=explanation.follow_ups,
    )


def completed(answer: Explanation, material: Material) -> Explanation:
    """A model's grounded lesson, with example, question and next topics of the material.

    Statements that the material does not support are left out; where none is left, ours stand in.
    """
    ours = as_explanation(material)
    told = {part: _supported(getattr(answer, part)) for part in ("what_happened", "why_it_matters")}
    parts = {part: said or getattr(ours, part) for part, said in told.items()}
    given = {part: getattr(ours, part) or getattr(answer, part) for part in ("illustration", "checks")}
    nothing: dict[str, tuple[object, ...]] = dict.fromkeys(_OF_NEWS, ())
    return answer.model_copy(
        update={**parts, **given, **nothing, "headline": ours.headline, "follow_ups": ours.follow_ups}
    )


def _supported(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(statement for statement in statements if not statement.unsupported)


def _line(text: str) -> str:
    return " ".join(text.split())
