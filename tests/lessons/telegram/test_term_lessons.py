import pytest

from botapp.models import Term
from lessons.models import Lesson
from lessons.telegram.term_lessons import LESSON_OF_TERM, term_lesson

pytestmark = pytest.mark.django_db


def test_every_term_and_lesson_of_the_table_exists():
    assert set(LESSON_OF_TERM) <= set(Term.objects.values_list("slug", flat=True))
    assert set(LESSON_OF_TERM.values()) <= set(Lesson.objects.values_list("slug", flat=True))


def test_every_button_fits():
    for slug in LESSON_OF_TERM:
        assert len(term_lesson(slug).pack().encode()) <= 64
    assert term_lesson("whale") is None
