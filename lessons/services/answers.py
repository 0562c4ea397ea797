"""Answering questions: once a round, judged at once, counted exactly."""

from django.db import transaction

from analytics.models import Event
from analytics.services.record import record
from botapp.exceptions import StaleButton
from lessons.models import Answer, Option
from lessons.queries.published import published_question
from lessons.queries.rounds import open_round
from lessons.services.progress import finish_if_complete, locked_progress


@transaction.atomic
def answer_question(
    question_id: int, *, option_id: int, person_id: int, round_number: int, source: str = ""
) -> int:
    """Store and judge an answer; the id of the answer, for `queries.questions.verdict`.

    Raises LessonGone if the question is not published, StaleButton if the round is not the open one,
    the question was answered in it already, or the option is not one of the question's.
    """
    question = published_question(question_id)
    progress = locked_progress(question.lesson_id, person_id=person_id)
    option = Option.objects.filter(pk=option_id, question=question).first()
    now = open_round(question.lesson_id, person_id=person_id)
    if option is None or now.number != round_number or question.pk in now.given:
        raise StaleButton
    answer = Answer.objects.create(
        person_id=person_id, question=question, round=round_number, option=option, is_right=option.is_right
    )
    facts = {"question": question.slug, "right": answer.is_right, "round": answer.round}
    subject = progress.lesson.slug
    record(Event.Kind.ANSWER, person_id=person_id, subject=subject, source=source, facts=facts)
    finish_if_complete(progress, source=source)
    return answer.pk
