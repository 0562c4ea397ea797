"""Where a person is in the questions of a lesson.

A round is one passage through the published questions. It is derived from the answers, so that it
can't disagree with them: the latest round with answers, or the one after it once all are answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lessons.models import Answer, Question


@dataclass(frozen=True)
class Round:
    """`number` from 1. `asked`: question ids in order; `given`: question id → was it right."""

    number: int
    asked: tuple[int, ...]
    given: Mapping[int, bool]

    @property
    def right(self) -> int:
        return sum(self.given[question] for question in self.asked if question in self.given)

    @property
    def left(self) -> tuple[int, ...]:
        """Questions without an answer, in order."""
        return tuple(question for question in self.asked if question not in self.given)

    @property
    def is_over(self) -> bool:
        return bool(self.asked) and not self.left


def latest_round(lesson_id: int, *, person_id: int) -> Round:
    """The latest round with answers, whether it is over or not; an empty first one if there is none."""
    asked = tuple(asked_questions(lesson_id))
    answers = Answer.objects.filter(person_id=person_id, question__in=asked)
    by_round: dict[int, dict[int, bool]] = {}
    for number, question_id, is_right in answers.values_list("round", "question_id", "is_right"):
        by_round.setdefault(number, {})[question_id] = is_right
    number = max(by_round, default=1)
    return Round(number=number, asked=asked, given=by_round.get(number, {}))


def open_round(lesson_id: int, *, person_id: int) -> Round:
    """The round whose questions may be answered now."""
    latest = latest_round(lesson_id, person_id=person_id)
    return Round(latest.number + 1, latest.asked, {}) if latest.is_over else latest


def round_of(lesson_id: int, *, person_id: int, number: int) -> Round:
    """One round by its number."""
    asked = tuple(asked_questions(lesson_id))
    answers = Answer.objects.filter(person_id=person_id, question__in=asked, round=number)
    return Round(number, asked, dict(answers.values_list("question_id", "is_right")))


def asked_questions(lesson_id: int) -> list[int]:
    """Ids of the published questions of a lesson, in order."""
    questions = Question.objects.filter(lesson_id=lesson_id, is_published=True)
    return list(questions.order_by("order", "id").values_list("id", flat=True))
