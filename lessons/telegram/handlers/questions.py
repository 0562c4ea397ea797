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
    person = dialogue.person.id
    answer = await dialogue.call(
        answer_question,
        press.question,
        option_id=press.option,
        person_id=person,
        round_number=press.round,
        source="telegram",
        step="answer",
    )
    verdict = await dialogue.call(questions.verdict, answer, person_id=person)
    await dialogue.show("lessons/verdict", {"verdict": verdict}, keyboard=verdict_keys(verdict))


async def show_result(dialogue: Dialogue, press: ShowResult) -> None:
    result = await dialogue.call(questions.result, press.lesson, person_id=dialogue.person.id)
    await dialogue.show("lessons/result", {"result": result}, keyboard=result_keys(result))
