"""Someone who talks to the bot: what the database promises of them, and that they can leave no trace."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from django.urls import reverse

from analytics.models import Event
from analytics.services.record import record
from botapp.models import (
    AwaitedAnswer,
    Bookmark,
    Conversation,
    DailyUsage,
    Explanation,
    Feedback,
    Person,
    Search,
    Turn,
)
from lessons.models import Answer, Lesson, Progress, Question
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer, refused

pytestmark = pytest.mark.django_db


def _everything_of(person: Person, explanation: Explanation) -> None:
    """A row in each table that speaks of a person."""
    Turn.objects.create(person=person, role="person", text="What is a bridge?", explanation=explanation)
    Conversation.objects.create(person=person, chat_id=person.telegram_id)
    an_owed_answer(person, chat_id=person.telegram_id, message_id=5, explanation=explanation)
    Feedback.objects.create(person=person, explanation=explanation, verdict="up")
    Bookmark.objects.create(person=person, explanation=explanation)
    DailyUsage.objects.create(person=person, day="2026-03-10", used=1)
    AwaitedAnswer.objects.create(person=person, explanation=explanation)
    Search.objects.create(person=person, text="bridge")
    Progress.objects.create(person=person, lesson=Lesson.objects.first())
    Answer.objects.create(person=person, question=Question.objects.first(), is_right=True)


def _rows_of(person_id: int) -> dict[str, int]:
    """How many rows each table has that point at this person."""
    return {
        relation.related_model._meta.label: relation.related_model._default_manager.filter(
            **{relation.field.name: person_id}
        ).count()
        for relation in Person._meta.related_objects
    }


def test_a_telegram_id_is_one_person():
    a_person(1001)
    with refused("telegram_id"):
        a_person(1001)


def test_somebody_without_a_telegram_id_is_nobody():
    with refused("telegram_id"):
        a_person(None)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"language": "de"}, "person_language_known"),
        ({"language": ""}, "person_language_known"),
        ({"depth": "deep"}, "person_depth_known"),
        ({"daily_limit": -1}, "daily_limit"),
    ],
)
def test_a_choice_that_nobody_could_obey_is_refused(values, constraint):
    with refused(constraint):
        a_person(**values)


@pytest.mark.parametrize("values", [{"language": "de"}, {"depth": "deep"}])
def test_a_choice_is_refused_in_an_update_too(values):
    a_person()
    with refused("person_"):
        Person.objects.update(**values)


def test_the_biggest_telegram_ids_fit():
    a_person(2**52)
    assert Person.objects.get().telegram_id == 2**52


def test_a_newcomer_reads_russian_at_normal_depth_under_the_general_limit():
    newcomer = Person.objects.create(telegram_id=1)
    newcomer.refresh_from_db()
    assert (newcomer.language, newcomer.depth, newcomer.daily_limit) == ("ru", "normal", None)
    assert (newcomer.is_banned, newcomer.source, newcomer.seen_at) == (False, "", None)
    assert newcomer.created_at is not None


def test_a_limit_of_none_and_of_zero_are_different_and_both_allowed():
    a_person(1, daily_limit=0).full_clean()
    a_person(2, daily_limit=None).full_clean()
    assert set(Person.objects.values_list("daily_limit", flat=True)) == {0, None}


def test_a_form_refuses_a_negative_limit_with_a_sentence():
    with pytest.raises(ValidationError) as caught:
        a_person().__class__(telegram_id=2, first_name="Bob", daily_limit=-1).full_clean()
    assert set(caught.value.message_dict) >= {"daily_limit"}


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"first_name": "Ada", "last_name": "L."}, "Ada L."),
        ({"first_name": "", "last_name": "L."}, "L."),
        ({"first_name": "", "last_name": "", "username": "ada"}, "#1001"),
    ],
)
def test_staff_see_a_name_or_a_number_never_an_empty_line(names, shown):
    assert str(a_person(**names)) == shown


def test_every_table_that_points_at_people_lets_them_go():
    stays = [
        relation.related_model._meta.label
        for relation in Person._meta.related_objects
        if relation.on_delete is not models.CASCADE
    ]
    assert stays == []


def test_a_deleted_person_leaves_nothing_behind_and_takes_nothing_of_others():
    ada, bob, explanation = a_person(1001), a_person(1002, first_name="Bob"), an_answer()
    _everything_of(ada, explanation)
    _everything_of(bob, explanation)
    assert set(_rows_of(ada.pk).values()) == {1}, "each table that speaks of a person has a row here"
    gone = ada.pk
    ada.delete()
    assert set(_rows_of(gone).values()) == {0}
    assert set(_rows_of(bob.pk).values()) == {1}
    assert Explanation.objects.get() == explanation


def test_staff_delete_a_person_with_everything_in_the_admin(admin_client: Client):
    ada = a_person()
    _everything_of(ada, an_answer())
    address = reverse("admin:botapp_person_delete", args=[ada.pk])
    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address, {"post": "yes"}).status_code == 302
    assert not Person.objects.exists()
    assert set(_rows_of(ada.pk).values()) == {0}


def test_staff_delete_several_people_at_once(admin_client: Client):
    ada, bob = a_person(1001), a_person(1002)
    _everything_of(bob, an_answer())
    data = {"action": "delete_selected", "_selected_action": [ada.pk, bob.pk], "post": "yes"}
    admin_client.post(reverse("admin:botapp_person_changelist"), data)
    assert not Person.objects.exists()


def test_who_may_only_look_at_people_deletes_nobody(client: Client):
    ada = a_person()
    viewer = User.objects.create_user("viewer", password="x", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(viewer)
    answer = client.post(reverse("admin:botapp_person_delete", args=[ada.pk]), {"post": "yes"})
    assert (answer.status_code, Person.objects.count()) == (403, 1)


def test_figures_outlive_a_person_as_a_bare_number():
    ada = a_person()
    record(Event.Kind.START, person_id=ada.pk)
    gone = ada.pk
    ada.delete()
    assert Event.objects.get().person_id == gone


def test_the_number_of_a_deleted_person_is_given_to_nobody_else():
    first = a_person(1).pk
    Person.objects.all().delete()
    assert a_person(2).pk > first


def test_no_table_but_peoples_own_keeps_names():
    named = {
        f"{model._meta.label}.{field.name}"
        for app in ("botapp", "lessons", "analytics")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if field.name in {"username", "first_name", "last_name", "telegram_id"}
    }
    assert named == {
        f"botapp.Person.{name}" for name in ("username", "first_name", "last_name", "telegram_id")
    }
