"""What is deleted with a person, what stays of others, and the list that both go by."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from analytics.models import Event
from analytics.services.record import record
from botapp.models import (
    Bookmark,
    Conversation,
    DailyUsage,
    Effect,
    Explanation,
    Generation,
    Pace,
    Person,
    Search,
    SentMessage,
    StoredUpdate,
    Tombstone,
    Turn,
)
from botapp.queries.belongings import belongings, counts, owner
from botapp.services import forgetting, tombstones
from botapp.services.people import expect, greet
from botapp.services.retention import prune
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer, an_update

pytestmark = pytest.mark.django_db
ID = 7_315_926_480


@pytest.fixture
def eve():
    return a_person(ID, first_name="Evangeline")


def test_every_table_that_could_point_at_a_person_is_in_the_list(eve):
    named = {"person_id", "chat_id", "telegram_id"}
    listed = {one.model for one in belongings(owner(ID))}
    missing = [
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if (field.name in named or field.related_model is Person) and model not in listed
    ]
    assert missing == []


def test_every_table_of_the_list_is_deleted_or_emptied(eve):
    answer = an_answer()
    an_owed_answer(eve, chat_id=ID, message_id=5, explanation=answer)
    update = an_update(1, lane=f"chat:{ID}", state="done")
    Effect.objects.create(update=update, step="begin", result=1)
    SentMessage.objects.create(update=update, step="answer", chat_id=ID, message_id=6)
    Pace.objects.create(name=f"person:{eve.pk}", free_at=0)
    Turn.objects.create(person=eve, role="person", text="x")
    record(Event.Kind.START, person_id=eve.pk)
    whose = owner(ID)
    there = {label for label, rows in counts(whose).items() if rows}
    assert there >= {
        "botapp.StoredUpdate", "botapp.Effect", "botapp.SentMessage", "botapp.Pace", "botapp.Turn",
        "botapp.Generation", "botapp.Explanation", "botapp.Person", "analytics.Event",
    }  # fmt: skip
    done = forgetting.forget(ID)
    assert (done.left, set(counts(whose).values())) == (0, {0})


def test_what_goes_is_told_in_words_that_people_know(eve):
    answer = an_answer()
    an_owed_answer(eve, chat_id=ID, message_id=5, explanation=answer)
    Bookmark.objects.create(person=eve, explanation=answer)
    Search.objects.create(person=eve, text="x")
    Turn.objects.create(person=eve, role="person", text="x")
    record(Event.Kind.START, person_id=eve.pk)
    today = timezone.now().date()
    for day, used in ((today, 3), (today - timedelta(days=1), 2)):
        DailyUsage.objects.create(person=eve, day=day, used=used)
    with override("en"):
        told = [(line.name, line.rows) for line in forgetting.preview(ID)]
        done = forgetting.forget(ID)
    assert told == [
        ("Messages and their answers", 1), ("Explanations", 1), ("Bookmarks, verdicts and searches", 2),
        ("Profile and settings", 1), ("Technical records", 3),
    ]  # fmt: skip
    assert [(line.name, line.rows) for line in done.lines] == told
    assert done.is_day_kept, "and today's count is none of the technical records"


def test_every_table_has_a_name_that_people_know(eve):
    lessons = {one.model for one in belongings(owner(ID)) if one.model._meta.app_label == "lessons"}
    assert lessons
    assert {str(forgetting._name(one)) for one in belongings(owner(ID)) if one.model in lessons} == {
        str(forgetting._LESSONS)
    }
    apps_of_all = {one.model._meta.app_label for one in belongings(owner(ID))}
    assert apps_of_all == {"admin", "analytics", "botapp", "lessons"}


def test_who_had_nothing_today_leaves_no_count(eve):
    assert not forgetting.forget(ID).is_day_kept


def test_the_number_of_an_update_and_an_event_without_a_person_stay(eve):
    an_update(1, lane=f"chat:{ID}", state="done", payload={"message": {"from": {"id": ID}}})
    record(Event.Kind.START, person_id=eve.pk)
    forgetting.forget(ID)
    assert list(StoredUpdate.objects.values_list("update_id", "payload", "lane")) == [(1, None, "")]
    assert list(Event.objects.values_list("kind", "person_id")) == [("start", None)]


def test_an_update_that_waits_is_of_the_time_after(eve):
    waiting = an_update(1, lane=f"chat:{ID}", payload={"message": {"from": {"id": ID}}})
    assert forgetting.forget(ID).left == 0
    assert StoredUpdate.objects.get(pk=waiting.pk).payload


@pytest.mark.parametrize("state", [Explanation.State.FAILED, Explanation.State.PENDING])
def test_what_came_to_nothing_is_found_by_its_words(eve, state):
    an_owed_answer(eve, chat_id=ID, source_text="Only Eve said this.")
    an_answer(source_text="Only Eve said this.", state=state)
    stays = an_answer(source_text="Somebody else said that.")
    forgetting.forget(ID)
    assert Explanation.objects.get() == stays


def test_an_answer_that_others_got_stays_and_a_thread_about_one_that_goes_ends(eve):
    ada, shared, own = a_person(1001), an_answer(), an_answer()
    for person, answer in ((eve, shared), (ada, shared), (eve, own)):
        an_owed_answer(person, chat_id=person.telegram_id, explanation=answer)
    asked = an_owed_answer(ada, chat_id=-5, thread=own, kind="question")
    forgetting.forget(ID)
    assert Explanation.objects.get() == shared
    asked.refresh_from_db()
    assert asked.thread_id is None


def test_nobody_is_forgotten_twice(eve):
    assert forgetting.forget(ID).lines
    assert forgetting.forget(ID) == forgetting.Forgotten((), 0)
    assert forgetting.preview(ID) == ()


def test_staff_who_delete_a_banned_person_do_not_lift_the_ban(eve, admin_client):
    change = reverse("admin:botapp_person_change", args=[eve.pk])
    admin_client.post(change, {"is_banned": "on", "language": "en", "depth": "normal"})
    eve.refresh_from_db()
    assert eve.is_banned
    assert LogEntry.objects.filter(object_repr__contains="Evangeline").exists()
    admin_client.post(reverse("admin:botapp_person_delete", args=[eve.pk]), {"post": "yes"})
    assert not Person.objects.exists()
    assert not LogEntry.objects.filter(object_repr__contains="Evangeline").exists()
    assert greet(ID, first_name="Evangeline").is_banned
    assert not Tombstone.objects.exists(), "an unban must not be undone by it later"


def test_a_program_that_asks_for_the_banned_meets_the_ban_too(eve):
    Person.objects.update(is_banned=True)
    forgetting.forget(ID)
    assert expect(ID).is_banned


def test_a_stone_tells_nobody_whose_it_is(eve):
    DailyUsage.objects.create(person=eve, day=timezone.now().date(), used=3)
    forgetting.forget(ID)
    assert str(ID) not in str(Tombstone.objects.values().get())


def test_a_stone_of_a_day_that_is_over_crumbles_and_one_of_a_ban_stays():
    yesterday = timezone.now().date() - timedelta(days=1)
    Tombstone.objects.create(digest="a", used_on=yesterday, used=3)
    Tombstone.objects.create(digest="b", used_on=yesterday, is_banned=True)
    Tombstone.objects.create(digest="c", used_on=yesterday + timedelta(days=1), used=3)
    prune(timezone.now())
    assert list(Tombstone.objects.order_by("pk").values_list("pk", flat=True)) == ["b", "c"]


def test_newcomers_cost_one_query_for_stones(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert tombstones.find([1, 2, 3]) == {}


def test_what_hangs_on_a_person_goes_by_its_own_key():
    """A table without a number of a person must cascade from one that has it."""
    assert Conversation._meta.get_field("person").remote_field.on_delete is models.CASCADE
    assert Generation._meta.get_field("person").remote_field.on_delete is models.CASCADE


def test_what_was_read_behind_a_link_goes_though_nothing_came_of_it(eve):
    """The answer holds the article; what the person sent was an address."""
    failed = an_answer(state="failed", source_text="The article.", answer=None)
    an_owed_answer(eve, source_text="https://news.test/story", read_text="The article.")
    forgetting.forget(eve.telegram_id)
    assert not Explanation.objects.filter(pk=failed.pk).exists()
