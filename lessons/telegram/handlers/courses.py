from botapp.telegram.dialogue import Dialogue
from lessons.queries import courses as queries
from lessons.telegram.buttons import OpenCourse, OpenMenu
from lessons.telegram.keyboards.courses import course_keys, menu_keys


async def open_menu(dialogue: Dialogue, press: OpenMenu | None = None) -> None:
    """All courses with the person's progress."""
    person = dialogue.person.id
    courses = await dialogue.call(queries.courses, person_id=person)
    summary = await dialogue.call(queries.summary, person_id=person)
    context = {"courses": courses, "summary": summary}
    await dialogue.show("lessons/courses", context, keyboard=menu_keys(courses, summary))


async def open_course(dialogue: Dialogue, press: OpenCourse) -> None:
    page = await dialogue.call(queries.course, press.course, person_id=dialogue.person.id)
    await dialogue.show("lessons/course", {"course": page}, keyboard=course_keys(page))
