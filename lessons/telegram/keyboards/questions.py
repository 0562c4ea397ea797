from django.utils.translation import gettext as _

from botapp.telegram.dialogue import Key, Keyboard
from lessons.queries.questions import OptionLine, QuestionPage, Result, Verdict
from lessons.telegram.buttons import Choose, OpenCourse, OpenLesson, ShowResult, StartQuestions

# Characters that a phone shows on one button without cutting.
BUTTON_WIDTH = 30


def is_long(question: QuestionPage) -> bool:
    """Do the answers belong into the message, with only their letters on the buttons?"""
    return any(len(option.text) > BUTTON_WIDTH for option in question.options)


def question_keys(question: QuestionPage) -> Keyboard:
    """Letters in one row when the answers are long, else one answer a row."""
    if is_long(question):
        return [[Key(option.letter, _choose(question, option)) for option in question.options]]
    return [
        [Key(f"{option.letter}. {option.text}", _choose(question, option))] for option in question.options
    ]


def _choose(question: QuestionPage, option: OptionLine) -> Choose:
    return Choose(question.id, option.id, question.round)


def verdict_keys(verdict: Verdict) -> Keyboard:
    if verdict.next_question_id:
        return [[Key(_("Next question"), StartQuestions(verdict.lesson_id))]]
    return [[Key(_("See the result"), ShowResult(verdict.lesson_id))]]


def result_keys(result: Result) -> Keyboard:
    """Forward if the lesson is finished, else another try; then the ways back."""
    again = [Key(_("Questions again"), StartQuestions(result.lesson_id))]
    forward = [Key(_("Next lesson"), OpenLesson(result.next_lesson_id))] if result.next_lesson_id else []
    ways = [forward, again] if result.is_done else [again, forward]
    back = [
        Key(_("Read it again"), OpenLesson(result.lesson_id)),
        Key(_("To the course"), OpenCourse(result.course_id)),
    ]
    return [*(row for row in ways if row), back]
