"""Questions, verdicts and results as a person meets them. Texts are in the active language."""

from dataclasses import dataclass

from lessons.exceptions import LessonGone
from lessons.models import Answer, Option
from lessons.queries.lessons import is_done, next_lesson
from lessons.queries.published import published_lesson, published_question
from lessons.queries.rounds import Round, latest_round, open_round, round_of


@dataclass(frozen=True)
class OptionLine:
    id: int
    letter: str
    text: str


@dataclass(frozen=True)
class QuestionPage:
    """A question to answer: `number` of `total` in round `round`."""

    id: int
    lesson_id: int
    lesson_title: str
    round: int
    number: int
    total: int
    text: str
    options: tuple[OptionLine, ...]


@dataclass(frozen=True)
class Verdict:
    """What came of an answer. `next_question_id` is None once the round is over."""

    lesson_id: int
    question: str
    is_right: bool
    chosen_text: str
    right_text: str
    explanation: str
    round: int
    number: int
    total: int
    next_question_id: int | None


@dataclass(frozen=True)
class Result:
    """What came of a round."""

    lesson_id: int
    lesson_title: str
    course_id: int
    right: int
    total: int
    is_done: bool
    next_lesson_id: int | None


def current_question(lesson_id: int, *, person_id: int) -> QuestionPage | None:
    """The first question without an answer in the open round; None if the lesson has no questions.

    After a finished round this is the first question of the next one. Raises LessonGone.
    """
    row = published_lesson(lesson_id)
    now = open_round(lesson_id, person_id=person_id)
    if not now.left:
        return None
    question = published_question(now.left[0])
    return QuestionPage(
        id=question.pk,
        lesson_id=row.pk,
        lesson_title=row.title,
        round=now.number,
        number=now.asked.index(question.pk) + 1,
        total=len(now.asked),
        text=question.text,
        options=options_of(question.pk),
    )


def options_of(question_id: int) -> tuple[OptionLine, ...]:
    """A question's options with the letters A, B, C …"""
    options = Option.objects.filter(question_id=question_id).order_by("order", "id")
    return tuple(
        OptionLine(option.pk, chr(ord("A") + place), option.text) for place, option in enumerate(options)
    )


def verdict(answer_id: int, *, person_id: int) -> Verdict:
    """What is to be said of this person's answer. Raises LessonGone."""
    answers = Answer.objects.select_related("question", "option")
    answer = answers.filter(pk=answer_id, person_id=person_id).first()
    if answer is None:
        raise LessonGone
    question = answer.question
    now = round_of(question.lesson_id, person_id=person_id, number=answer.round)
    right = Option.objects.filter(question=question, is_right=True).first()
    return Verdict(
        lesson_id=question.lesson_id,
        question=question.text,
        is_right=answer.is_right,
        chosen_text=answer.option.text if answer.option else "",
        right_text=right.text if right else "",
        explanation=question.explanation,
        round=answer.round,
        number=_number(now, question.pk),
        total=len(now.asked),
        next_question_id=now.left[0] if now.left else None,
    )


def given_answer(question_id: int, *, person_id: int, round_number: int) -> int | None:
    """The answer that this person gave in that round, None if they gave none."""
    answers = Answer.objects.filter(question=question_id, person_id=person_id, round=round_number)
    return answers.values_list("id", flat=True).first()


def lesson_of(question_id: int) -> int:
    """The lesson that asks it. Raises LessonGone."""
    return published_question(question_id).lesson_id


def _number(now: Round, question_id: int) -> int:
    # Staff may have unpublished the question since: then it counts as the last one answered.
    return now.asked.index(question_id) + 1 if question_id in now.asked else len(now.given)


def result(lesson_id: int, *, person_id: int) -> Result:
    """Score of the latest round. Raises LessonGone."""
    row = published_lesson(lesson_id)
    latest = latest_round(lesson_id, person_id=person_id)
    return Result(
        lesson_id=row.pk,
        lesson_title=row.title,
        course_id=row.course_id,
        right=latest.right,
        total=len(latest.asked),
        is_done=is_done(row.pk, person_id=person_id),
        next_lesson_id=next_lesson(row.pk),
    )
