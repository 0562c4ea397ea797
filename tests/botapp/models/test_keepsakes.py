"""What a person has of an answer: a bookmark, a verdict, a turn, a counted day. One of each."""

import pytest
from django.core.exceptions import ValidationError

from botapp.models import Bookmark, DailyUsage, Explanation, Feedback, Turn
from tests.botapp.models.plans import on_sqlite, plans
from tests.botapp.models.rows import a_person, an_answer, refused, told

pytestmark = pytest.mark.django_db


def test_an_answer_is_kept_once_by_each_person():
    ada, bob, answer = a_person(1), a_person(2), an_answer()
    Bookmark.objects.create(person=ada, explanation=answer)
    Bookmark.objects.create(person=bob, explanation=answer)
    Bookmark.objects.create(person=ada, explanation=an_answer())
    with refused("person_id", "explanation_id"):
        Bookmark.objects.create(person=ada, explanation=answer)


def test_a_person_has_one_verdict_on_an_answer():
    ada, answer = a_person(), an_answer()
    Feedback.objects.create(person=ada, explanation=answer, verdict="up")
    with refused("person_id", "explanation_id"):
        Feedback.objects.create(person=ada, explanation=answer, verdict="down")


def test_a_changed_mind_is_dated_and_the_first_time_stays():
    row = Feedback.objects.create(person=a_person(), explanation=an_answer(), verdict="up")
    first, before = row.created_at, row.updated_at
    row.verdict = "down"
    row.save()
    row.refresh_from_db()
    assert row.created_at == first
    assert row.updated_at > before


def test_a_verdict_is_up_or_down():
    row = Feedback(person=a_person(), explanation=an_answer(), verdict="so")
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    assert set(caught.value.message_dict) == {"verdict"}


def test_a_day_has_one_row_a_person():
    ada, bob = a_person(1), a_person(2)
    for person, day in ((ada, "2026-03-10"), (ada, "2026-03-11"), (bob, "2026-03-10")):
        assert DailyUsage.objects.create(person=person, day=day).used == 0
    with refused("person_id", "day"):
        DailyUsage.objects.create(person=ada, day="2026-03-10")


def test_nobody_uses_less_than_nothing():
    DailyUsage.objects.create(person=a_person(), day="2026-03-10")
    with refused("used"):
        DailyUsage.objects.update(used=-1)


@pytest.mark.parametrize("model", [Bookmark, Feedback])
@pytest.mark.parametrize("owner", ["person", "explanation"])
def test_neither_belongs_to_nobody_or_to_nothing(model, owner):
    values = {"person": a_person(), "explanation": an_answer()} | {owner: None}
    if model is Feedback:
        values["verdict"] = "up"
    with refused(f"{owner}_id"):
        model.objects.create(**values)


def test_the_lines_of_the_admin_name_numbers_and_no_person():
    ada, answer = a_person(first_name="Ada"), an_answer()
    rows = [
        Bookmark.objects.create(person=ada, explanation=answer),
        Feedback.objects.create(person=ada, explanation=answer, verdict="up"),
        Turn.objects.create(person=ada, role="person", text="a secret of Ada's"),
        DailyUsage.objects.create(person=ada, day="2026-03-10", used=3),
    ]
    shown = [str(row) for row in rows]
    assert shown[:2] == [f"#{answer.pk}", f"up #{answer.pk}"]
    assert shown[2:] == [f"person #{rows[2].pk}", "2026-03-10: 3"]


def test_newest_first_for_what_is_kept_and_oldest_first_for_what_was_said():
    ada = a_person()
    for number in range(3):
        Bookmark.objects.create(person=ada, explanation=an_answer())
        Turn.objects.create(person=ada, role="person", text=str(number))
    kept = list(Bookmark.objects.values_list("explanation", flat=True))
    assert kept == list(Explanation.objects.values_list("pk", flat=True))
    assert list(Turn.objects.values_list("text", flat=True)) == ["0", "1", "2"]


def test_a_turn_is_spoken_by_one_of_two():
    with pytest.raises(ValidationError) as caught:
        Turn(person=a_person(), role="staff", text="x").full_clean()
    assert set(caught.value.message_dict) == {"role"}


@on_sqlite
def test_the_last_turns_are_read_from_the_end_without_sorting_a_life():
    ada = a_person()
    (plan,) = plans(lambda: told(ada.pk), table="botapp_turn")
    assert plan.startswith("SEARCH botapp_turn USING INDEX turn_person_latest (person_id=?)")
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan
