from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from lessons.models import Course, Lesson

pytestmark = pytest.mark.django_db


def said() -> list[str]:
    out = StringIO()
    call_command("load_content", stdout=out)
    return out.getvalue().splitlines()


def test_it_says_one_line_each_with_counts() -> None:
    glossary, courses = said()
    assert glossary.startswith("Glossary and kinds of events: 0 created, 0 updated, ")
    assert courses.startswith("Courses, lessons and questions: 0 created, 0 updated, ")


def test_what_is_missing_comes_back() -> None:
    Course.objects.all().delete()
    before = Lesson.objects.count()
    assert "27 created" in said()[1]
    assert before == 0
    assert Lesson.objects.count() == 6


def test_a_wrong_file_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content" / "bees").mkdir(parents=True)
    (tmp_path / "content" / "bees" / "course.yaml").write_text("level: expert\n", encoding="utf-8")
    monkeypatch.setattr(apps.get_app_config("lessons"), "path", str(tmp_path))
    with pytest.raises(CommandError, match=r"bees/course.yaml: 'level' must be one of"):
        said()
