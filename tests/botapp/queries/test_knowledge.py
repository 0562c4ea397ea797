import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from botapp.models import EventKind, Term
from botapp.queries.knowledge import edition, knowledge

pytestmark = pytest.mark.django_db


def term(language: str, slug: str):
    return next((term for term in knowledge(language).terms if term.slug == slug), None)


@pytest.fixture
def stake() -> Term:
    return Term.objects.create(
        slug="test-stake",
        name_ru="Стейк", name_uk="Стейк", name_en="Stake",
        meaning_ru="Залог.", meaning_uk="Застава.", meaning_en="A deposit.",
        forms_ru="стейк\nстейкинг", forms_uk="стейку\n\n", forms_en="stakes",
    )  # fmt: skip


def test_a_term_speaks_the_readers_language_and_is_found_in_all(stake):
    found = term("uk", "test-stake")
    assert (found.name, found.meaning) == ("Стейк", "Застава.")
    assert set(found.forms) == {"Стейк", "Stake", "стейк", "стейкинг", "стейку", "stakes"}
    assert term("en", "test-stake").meaning == "A deposit."


def test_an_edit_by_staff_is_seen_at_once_and_changes_the_digest(stake):
    before = edition("en")
    stake.meaning_en = "Money put down as a pledge."
    stake.save()
    after = edition("en")
    assert term("en", "test-stake").meaning == "Money put down as a pledge."
    assert before.digest != after.digest
    assert edition("ru").digest != after.digest


def test_without_an_edit_the_same_objects_are_given_again(stake):
    assert knowledge("en") is knowledge("en")


def test_it_is_read_once_and_then_asked_whether_it_changed(stake, django_assert_num_queries):
    with django_assert_num_queries(4):
        knowledge("ru")
    with django_assert_num_queries(2):
        knowledge("ru")
    stake.save()
    with django_assert_num_queries(4):
        knowledge("uk")


def test_a_deleted_word_is_gone_at_once(stake):
    assert term("en", "test-stake") is not None
    stake.delete()
    assert term("en", "test-stake") is None


def test_a_deleted_word_from_before_there_were_versions_is_gone_at_once(stake):
    Term.objects.update(version=0)
    assert term("en", "test-stake") is not None
    stake.delete()
    assert term("en", "test-stake") is None


def test_what_was_changed_past_the_models_is_seen_within_a_minute(stake):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        before = edition("en")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE botapp_term SET meaning_en = 'A pledge.' WHERE slug = 'test-stake'")
        clock.shift(59)
        assert edition("en") is before
        clock.shift(2)
        assert term("en", "test-stake").meaning == "A pledge."
        after = edition("en")
        clock.shift(61)
        assert edition("en") is after


def test_what_is_switched_off_or_empty_is_left_out(stake):
    Term.objects.filter(pk=stake.pk).update(is_active=False)
    assert term("en", "test-stake") is None
    Term.objects.filter(pk=stake.pk).update(is_active=True, meaning_ru="", meaning_uk="", meaning_en=None)
    assert term("en", "test-stake") is None


def test_a_text_that_is_missing_in_one_language_is_shown_in_another(stake):
    Term.objects.filter(pk=stake.pk).update(meaning_uk="")
    assert term("uk", "test-stake").meaning == "Залог."


def test_kinds_of_events_come_with_cues_of_all_languages_by_priority():
    texts = {
        f"{field}_{language}": f"{field} {language}"
        for field in ("name", "how_it_works", "who_is_touched", "what_next", "questions")
        for language in ("ru", "uk", "en")
    }
    EventKind.objects.create(
        slug="test-kind", priority=1000, cues_ru="Взлом*", cues_en="hack*\nHack*", **texts
    )
    first = knowledge("en").events[0]
    assert (first.slug, first.cues, first.questions) == ("test-kind", ("взлом*", "hack*"), ("questions en",))
    assert first.background.what_next == "what_next en"


def test_a_text_that_staff_wrote_too_long_is_cut_at_a_word_not_refused():
    kind = EventKind.objects.first()
    kind.how_it_works_en = "word " * 300
    kind.save()
    shown = next(event for event in knowledge("en").events if event.slug == kind.slug).background.how_it_works
    assert len(shown) <= 600
    assert shown.endswith("word …")


def test_a_question_comes_with_the_cues_of_every_language():
    kind = EventKind.objects.first()
    kind.questions_ru = "Когда? | с <date>\nКто?"
    kind.questions_uk = "Коли? | з <date>, с <date>\nХто? | <name>"
    kind.questions_en = "When? | from <date>\nWho?"
    kind.save()
    shown = next(event for event in knowledge("en").events if event.slug == kind.slug).questions
    assert shown == ("When? | from <date>, с <date>, з <date>", "Who? | <name>")


def test_questions_of_a_language_with_another_count_lend_it_no_cues():
    kind = EventKind.objects.first()
    kind.questions_ru, kind.questions_uk = "Когда? | с <date>\nКто?", "Коли? | з <date>"
    kind.questions_en = "When? | from <date>"
    kind.save()
    shown = next(event for event in knowledge("en").events if event.slug == kind.slug).questions
    assert shown == ("When? | from <date>, з <date>",)
