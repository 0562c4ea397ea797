"""Courses as an editor writes them: folders of Markdown and YAML (lessons/content/README.md).

<course>/course.yaml              level, order, title, description, the lessons in their order
<course>/<lesson>/lesson.yaml     sources and questions
<course>/<lesson>/{ru,uk,en}.md   the text, with its title in the front matter
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lessons.enums import LANGUAGES
from lessons.exceptions import ManuscriptError
from lessons.models import Course, Lesson, Option, Question
from lessons.services.sheet import Sheet, Texts, name_of, parse_yaml, read_file

OPTIONS = 4
MIN_QUESTIONS = 3
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class OptionText:
    text: Texts
    is_right: bool


@dataclass(frozen=True)
class QuestionText:
    slug: str
    text: Texts
    explanation: Texts
    options: tuple[OptionText, ...]


@dataclass(frozen=True)
class LessonText:
    """`sources`: one a line, title, a space, address."""

    slug: str
    title: Texts
    body: Texts
    sources: str
    questions: tuple[QuestionText, ...]


@dataclass(frozen=True)
class CourseText:
    slug: str
    level: str
    order: int
    title: Texts
    description: Texts
    lessons: tuple[LessonText, ...]


def read_courses(directory: Path) -> list[CourseText]:
    """Every course under `directory`, checked. Raises ManuscriptError naming the file."""
    courses = [_course(path.parent) for path in sorted(directory.glob("*/course.yaml"))]
    if not courses:
        raise ManuscriptError(f"{name_of(directory)}: no folder with a course.yaml is here.")
    _refuse_doubles(
        (lesson.slug for course in courses for lesson in course.lessons), Sheet({}, name_of(directory))
    )
    return courses


def _course(folder: Path) -> CourseText:
    sheet = Sheet.of_file(folder / "course.yaml")
    level = sheet.text("level")
    if level not in Course.Level.values:
        sheet.fail(f"'level' must be one of {', '.join(Course.Level.values)}.")
    slugs = [str(slug) for slug in sheet.items("lessons")]
    _refuse_forgotten(folder, slugs, sheet)
    return CourseText(
        slug=folder.name,
        level=level,
        order=sheet.number("order"),
        title=sheet.texts("title", limit=_limit(Course, "title")),
        description=sheet.texts("description", limit=_limit(Course, "description")),
        lessons=tuple(_lesson(folder / slug) for slug in slugs),
    )


def _refuse_forgotten(folder: Path, slugs: list[str], sheet: Sheet) -> None:
    _refuse_doubles(slugs, sheet)
    forgotten = {path.parent.name for path in folder.glob("*/lesson.yaml")} - set(slugs)
    if forgotten:
        sheet.fail(f"'lessons' does not name {', '.join(sorted(forgotten))}.")


def _lesson(folder: Path) -> LessonText:
    sheet = Sheet.of_file(folder / "lesson.yaml")
    pages = {language: _page(folder / f"{language}.md") for language in LANGUAGES}
    questions = tuple(_question(item) for item in sheet.sheets("questions"))
    if len(questions) < MIN_QUESTIONS:
        sheet.fail(f"at least {MIN_QUESTIONS} questions are needed, {len(questions)} are here.")
    _refuse_doubles((question.slug for question in questions), sheet)
    return LessonText(
        slug=folder.name,
        title={language: title for language, (title, _) in pages.items()},
        body={language: body for language, (_, body) in pages.items()},
        sources="\n".join(_source(item) for item in sheet.sheets("sources")),
        questions=questions,
    )


def _page(path: Path) -> tuple[str, str]:
    """Title and Markdown of one language."""
    parts = _FRONT_MATTER.match(read_file(path))
    if parts is None:
        raise ManuscriptError(f"{name_of(path)}: begin with a line ---, then title: …, then a line ---.")
    front = Sheet(parse_yaml(parts[1], place=name_of(path)), name_of(path))
    title, body = front.text("title", limit=_limit(Lesson, "title")), parts[2].strip()
    if not body:
        front.fail("the text under the front matter is missing.")
    return title, body


def _source(sheet: Sheet) -> str:
    url = sheet.text("url")
    if not re.fullmatch(r"https://\S+", url):
        sheet.fail(f"'url' must begin with https:// and hold no space, not {url!r}.")
    return f"{sheet.text('title')} {url}"


def _question(sheet: Sheet) -> QuestionText:
    options = tuple(_option(item) for item in sheet.sheets("options"))
    if len(options) != OPTIONS:
        sheet.fail(f"{OPTIONS} options are needed, {len(options)} are here.")
    right = sum(option.is_right for option in options)
    if right != 1:
        sheet.fail(f"exactly one option must have 'right: true', {right} have.")
    return QuestionText(
        slug=sheet.slug("slug"),
        text=sheet.texts("text", limit=_limit(Question, "text")),
        explanation=sheet.texts("why", limit=_limit(Question, "explanation")),
        options=options,
    )


def _option(sheet: Sheet) -> OptionText:
    return OptionText(text=sheet.languages(limit=_limit(Option, "text")), is_right=sheet.flag("right"))


def _refuse_doubles(slugs: Iterable[str], sheet: Sheet) -> None:
    seen: set[str] = set()
    for slug in slugs:
        if slug in seen:
            sheet.fail(f"the name {slug!r} is used twice.")
        seen.add(slug)


def _limit(model: type[Course | Lesson | Question | Option], field: str) -> int:
    """The column's length, so that files and admin obey the same number."""
    return model._meta.get_field(field).max_length or 0  # type: ignore[union-attr]  # text fields only
