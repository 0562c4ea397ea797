from botapp.exceptions import StaleButton
from botapp.telegram.dialogue import Dialogue
from lessons.exceptions import LessonGone
from lessons.queries import questions
from lessons.services.answers import answer_question
from lessons.telegram.buttons import Choose, ShowResult, StartQuestions
from lessons.telegram.keyboards.questions import is_long, question_keys, result_keys, verdict_keys


async def ask(dialogue: Dialogue, press: StartQuestions) -> None:
    """The next question without an answer, or the first of a new round."""
    question = await dialogue.call(questions.current_question, press.lesson, person_id=dialogue.person.id)
    if question is None:
        raise LessonGone
    context = {"question": question, "is_long": is_long(question)}
    await dialogue.show("lessons/question", context, keyboard=question_keys(question))


async def choose(dialogue: Dialogue, press: Choose) -> None:
    """Judge the answer and say why."""
    try:
        answer = await dialogue.call(
            answer_question,
            press.question,
            option_id=press.option,
            person_id=dialogue.person.id,
            round_number=press.round,
            source="telegram",
            step="answer",
        )
    except StaleButton as stale:
        await dialogue.toast(stale.message)
        await _show_where_they_are(dialogue, press)
        return
    await _show_verdict(dialogue, answer)


async def _show_where_they_are(dialogue: Dialogue, press: Choose) -> None:
    """The verdict on the answer that stands, so that a double tap changes nothing; else the question."""
    person = dialogue.person.id
    given = await dialogue.call(
        questions.given_answer, press.question, person_id=person, round_number=press.round
    )
    if given is not None:
        await _show_verdict(dialogue, given)
        return
    lesson = await dialogue.call(questions.lesson_of, press.question)
    await ask(dialogue, StartQuestions(lesson))


async def _show_verdict(dialogue: Dialogue, answer_id: int) -> None:
    verdict = await dialogue.call(questions.verdict, answer_id, person_id=dialogue.person.id)
    await dialogue.show("lessons/verdict", {"verdict": verdict}, keyboard=verdict_keys(verdict))


async def show_result(dialogue: Dialogue, press: ShowResult) -> None:
    result = await dialogue.call(questions.result, press.lesson, person_id=dialogue.person.id)
    await dialogue.show("lessons/result", {"result": result}, keyboard=result_keys(result))
