from botapp.telegram.dialogue import Dialogue
from lessons.exceptions import LessonGone
from lessons.markup import pages
from lessons.queries import courses, lessons
from lessons.services.learning import open_lesson
from lessons.telegram.buttons import OpenLesson, OpenRelated, OpenTermLesson, ReadPage
from lessons.telegram.handlers.courses import open_menu
from lessons.telegram.keyboards.lessons import lesson_keys
from lessons.telegram.related import LESSONS
from lessons.telegram.term_lessons import LESSON_OF_TERM

LINK = "lesson_"


async def open_next(dialogue: Dialogue) -> None:
    """/lesson: the first unfinished lesson, or /lesson <slug>; the courses once all are finished."""
    if dialogue.argument:
        await _open_by_slug(dialogue, dialogue.argument.strip().lower())
        return
    summary = await dialogue.call(courses.summary, person_id=dialogue.person.id)
    if summary.next_lesson_id is None:
        await open_menu(dialogue)
        return
    await read_first_page(dialogue, OpenLesson(summary.next_lesson_id))


async def open_linked(dialogue: Dialogue) -> None:
    """t.me/<bot>?start=lesson_<slug>."""
    await _open_by_slug(dialogue, dialogue.argument.removeprefix(LINK))


async def open_related(dialogue: Dialogue, press: OpenRelated) -> None:
    """A new message: the explanation above stays."""
    await _open_below(dialogue, LESSONS.get(press.kind, ""))


async def open_of_term(dialogue: Dialogue, press: OpenTermLesson) -> None:
    """A new message: the word above stays."""
    await _open_below(dialogue, LESSON_OF_TERM.get(press.term, ""))


async def _open_below(dialogue: Dialogue, slug: str) -> None:
    lesson = await dialogue.call(lessons.lesson_id_of, slug)
    if lesson is None:
        raise LessonGone
    await _open(dialogue, lesson, is_new=True)


async def read_first_page(dialogue: Dialogue, press: OpenLesson) -> None:
    await _open(dialogue, press.lesson)


async def read_page(dialogue: Dialogue, press: ReadPage) -> None:
    await _show(dialogue, press.lesson, page=press.page)


async def _open_by_slug(dialogue: Dialogue, slug: str) -> None:
    lesson = await dialogue.call(lessons.lesson_id_of, slug)
    if lesson is None:
        raise LessonGone
    await _open(dialogue, lesson)


async def _open(dialogue: Dialogue, lesson_id: int, *, is_new: bool = False) -> None:
    person = dialogue.person.id
    await dialogue.call(open_lesson, lesson_id, person_id=person, source="telegram", step="open")
    await _show(dialogue, lesson_id, is_new=is_new)


async def _show(dialogue: Dialogue, lesson_id: int, *, page: int = 1, is_new: bool = False) -> None:
    lesson = await dialogue.call(lessons.lesson, lesson_id, person_id=dialogue.person.id)
    texts = pages(lesson.body)
    # The lesson may have become shorter since the button was made.
    page = min(max(page, 1), len(texts))
    context = {"lesson": lesson, "text": texts[page - 1], "page": page, "pages": len(texts)}
    answer = dialogue.say if is_new else dialogue.show
    await answer("lessons/lesson", context, keyboard=lesson_keys(lesson, page=page, pages=len(texts)))
