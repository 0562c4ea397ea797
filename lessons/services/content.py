"""Bringing the courses that RVX comes with into the database, without touching staff's edits."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from botapp.services.content import Loaded
from lessons.enums import LANGUAGES
from lessons.models import Course, Lesson, Option, Question
from lessons.services.manuscripts import CourseText, LessonText, OptionText, QuestionText, read_courses
from lessons.services.sheet import Texts

Row = Course | Lesson | Question
Values = Mapping[str, Any]


def load_courses(directory: Path) -> Loaded:
    """Create what is missing and refresh what staff have not edited; delete nothing.

    All or nothing: raises ManuscriptError before anything is written. Publication switches are never
    touched. Counts are of courses, lessons and questions together.
    """
    courses = read_courses(directory)
    counts: Counter[str] = Counter()
    # The untranslated columns hold the default language, whoever runs this.
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        for text in courses:
            _load_course(text, counts)
    return Loaded(created=counts["created"], updated=counts["updated"], kept=counts["kept"])


def _load_course(text: CourseText, counts: Counter[str]) -> None:
    course = Course.objects.filter(slug=text.slug).first() or Course(slug=text.slug)
    values = {
        "level": text.level,
        "order": text.order,
        **_columns("title", text.title),
        **_columns("description", text.description),
    }
    counts[_store(course, values)] += 1
    for order, lesson in enumerate(text.lessons, start=1):
        _load_lesson(course, lesson, order, counts)


def _load_lesson(course: Course, text: LessonText, order: int, counts: Counter[str]) -> None:
    lesson = Lesson.objects.filter(slug=text.slug).first() or Lesson(slug=text.slug, course=course)
    values = {
        "order": order,
        "sources": text.sources,
        **_columns("title", text.title),
        **_columns("body", text.body),
    }
    counts[_store(lesson, values)] += 1
    for number, question in enumerate(text.questions, start=1):
        _load_question(lesson, question, number, counts)


def _load_question(lesson: Lesson, text: QuestionText, order: int, counts: Counter[str]) -> None:
    question = Question.objects.filter(lesson=lesson, slug=text.slug).first()
    question = question or Question(lesson=lesson, slug=text.slug)
    values = {
        "order": order,
        **_columns("text", text.text),
        **_columns("explanation", text.explanation),
    }
    options = [_option_values(option) for option in text.options]
    outcome = _store(question, values, present=_present_options(question), wanted=options)
    counts[outcome] += 1
    if outcome != "kept":
        _store_options(question, options)


def _store(row: Row, values: Values, *, present: Any = None, wanted: Any = None) -> str:
    """Save `values` unless staff have edited the row; "created", "updated" or "kept"."""
    wanted_digest = _digest([dict(values), wanted])
    if row.pk is not None:
        present_values = {name: getattr(row, name) for name in values}
        edited = _digest([present_values, present]) != row.shipped_digest
        if edited or wanted_digest == row.shipped_digest:
            return "kept"
    outcome = "created" if row.pk is None else "updated"
    for name, value in values.items():
        setattr(row, name, value)
    row.shipped_digest = wanted_digest
    row.save()
    return outcome


def _store_options(question: Question, options: list[dict[str, Any]]) -> None:
    # First nobody is right: the constraint allows one right option at any moment.
    question.options.update(is_right=False)
    present = list(question.options.all())
    for order, values in enumerate(options, start=1):
        option = present[order - 1] if order <= len(present) else Option(question=question)
        option.order = order
        for name, value in values.items():
            setattr(option, name, value)
        option.save()


def _present_options(question: Question) -> list[dict[str, Any]] | None:
    if question._state.adding:
        return None
    names = [*_columns("text", {}), "is_right"]
    return [{name: getattr(option, name) for name in names} for option in question.options.all()]


def _option_values(option: OptionText) -> dict[str, Any]:
    return {**_columns("text", option.text), "is_right": option.is_right}


def _columns(name: str, texts: Texts) -> dict[str, str]:
    return {f"{name}_{language}": texts.get(language, "") for language in LANGUAGES}


def _digest(values: Any) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
