"""Makes courses: as rows, and as files that an editor would write."""

from pathlib import Path
from typing import Any

import yaml

from lessons.enums import LANGUAGES
from lessons.models import Course, Lesson, Option, Question
from lessons.queries.questions import current_question
from lessons.services.answers import answer_question


def spoken(field: str, text: str) -> dict[str, str]:
    """The same text in each language, told apart by its code."""
    return {f"{field}_{code}": f"{text} {code}" for code in LANGUAGES}


def a_course(slug: str, **values: Any) -> Course:
    texts = {**spoken("title", slug.title()), **spoken("description", f"About {slug}")}
    return Course.objects.create(slug=slug, level="beginner", **texts, **values)


def a_lesson(course: Course, slug: str, **values: Any) -> Lesson:
    texts = {**spoken("title", slug.title()), **spoken("body", f"Text of **{slug}**")}
    return Lesson.objects.create(
        course=course, slug=slug, sources="A book https://example.org/book", **{**texts, **values}
    )


def a_question(lesson: Lesson, slug: str, *, right: int = 2, **values: Any) -> Question:
    texts = {**spoken("text", f"{slug.title()}?"), **spoken("explanation", f"Because of {slug}")}
    question = Question.objects.create(lesson=lesson, slug=slug, **{**texts, **values})
    for number in range(1, 5):
        Option.objects.create(
            question=question, order=number, is_right=number == right, **spoken("text", f"{slug} {number}")
        )
    return question


def give(question: Question, *, person_id: int, is_right: bool = True, round_number: int = 1) -> int:
    """Answer a question; the answer's id."""
    option = question.options.filter(is_right=is_right).order_by("order").first()
    assert option is not None
    return answer_question(
        question.pk, option_id=option.pk, person_id=person_id, round_number=round_number, source="telegram"
    )


def asked(lesson: Lesson, *, person_id: int) -> Any:
    """The question that stands now; fails the test if there is none."""
    question = current_question(lesson.pk, person_id=person_id)
    assert question is not None
    return question


def write_course(folder: Path, *, course: dict[str, Any] | None = None, **lessons: dict[str, Any]) -> Path:
    """A folder of courses with one course, `bees`, and the lessons given as {file name: content}."""
    home = folder / "bees"
    home.mkdir(parents=True, exist_ok=True)
    sheet = {**COURSE, "lessons": list(lessons), **(course or {})}
    (home / "course.yaml").write_text(yaml.safe_dump(sheet, allow_unicode=True), encoding="utf-8")
    for slug, files in lessons.items():
        (home / slug).mkdir(exist_ok=True)
        for name, content in files.items():
            text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True)
            (home / slug / name).write_text(text, encoding="utf-8")
    return folder


def texts(text: str) -> dict[str, str]:
    return {code: f"{text} {code}" for code in LANGUAGES}


def question_sheet(slug: str, *, right: int = 1, options: int = 4) -> dict[str, Any]:
    return {
        "slug": slug,
        "text": texts(f"{slug}?"),
        "why": texts(f"Because {slug}"),
        "options": [{**texts(f"{slug} {n}"), "right": n == right} for n in range(1, options + 1)],
    }


def lesson_files(**changes: Any) -> dict[str, Any]:
    """All files of one good lesson; `changes` replace entries of lesson.yaml."""
    sheet = {
        "sources": [{"title": "A book", "url": "https://example.org/book"}],
        "questions": [question_sheet("one"), question_sheet("two"), question_sheet("three")],
        **changes,
    }
    pages = {f"{code}.md": f"---\ntitle: Hive {code}\n---\nText {code}\n" for code in LANGUAGES}
    return {"lesson.yaml": sheet, **pages}


COURSE: dict[str, Any] = {
    "level": "beginner",
    "order": 1,
    "title": texts("Bees"),
    "description": texts("About bees"),
}
