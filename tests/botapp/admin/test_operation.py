"""What staff see of delivery: updates, the lease, its history and the bot processes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db.models import F
from django.test import Client
from django.urls import reverse

from botapp.admin import stored_updates
from botapp.delivery import identity, lease, runners
from botapp.delivery.identity import Identity
from botapp.delivery.runners import Post
from botapp.models import Leadership, Lease, Runner, StoredUpdate

pytestmark = pytest.mark.django_db
BOT = 4242
NOW = datetime(2026, 3, 10, 12, 0, 7, tzinfo=UTC)


def stored(number: int = 10, **more: Any) -> StoredUpdate:
    values = {
        "payload": {"update_id": number, "message": {"text": "<i>a private word</i>"}},
        "state": "dead",
        "attempts": 4,
        "error": "ValueError at explain.py:12",
        "received_at": NOW,
        "finished_at": NOW,
    }
    return StoredUpdate.objects.create(bot_id=BOT, update_id=number, lane="chat:1", **{**values, **more})


def page(client: Client, name: str, *args: Any) -> str:
    return client.get(reverse(f"admin:botapp_{name}", args=args)).content.decode()


def lead(reason: str = "first", *, ttl: float = 60.0) -> Identity:
    who = identity.myself("1.0")
    lease.take(BOT, identity=who, lock="file:1234", ttl=ttl, verdict=lambda state: reason)
    runners.sign_in(who, Post(BOT, "offline"), role="leader")
    return who


@pytest.fixture
def english(admin_client: Client) -> Client:
    admin_client.cookies["django_language"] = "en"
    return admin_client


def test_a_payload_shows_on_its_own_page_only_and_is_not_obeyed(english: Client) -> None:
    row = stored()
    assert "a private word" not in page(english, "storedupdate_changelist")
    shown = page(english, "storedupdate_change", row.pk)
    assert "&lt;i&gt;a private word" in shown
    assert "<i>a private word" not in shown
    assert "ValueError at explain.py:12" in shown
    assert "2026-03-10 12:00:07" in shown


def test_a_blanked_update_says_so_and_has_no_replay(english: Client) -> None:
    row = stored(payload=None)
    shown = page(english, "storedupdate_change", row.pk)
    assert "Blanked: it was old" in shown
    assert "/replay/" not in shown


def test_one_given_up_update_is_replayed_from_its_own_page(english: Client) -> None:
    row = stored()
    address = reverse("admin:botapp_storedupdate_replay", args=[row.pk])
    assert address in page(english, "storedupdate_change", row.pk)
    answer = english.post(address, follow=True)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.error) == ("new", 1, "")
    said = answer.content.decode()
    assert "1 update is in line again." in said
    assert address not in said


def test_what_is_done_has_no_replay(english: Client) -> None:
    row = stored(state="done", error="")
    address = reverse("admin:botapp_storedupdate_replay", args=[row.pk])
    assert address not in page(english, "storedupdate_change", row.pk)
    assert "0 updates are in line again." in english.post(address, follow=True).content.decode()
    row.refresh_from_db()
    assert row.state == "done"


def test_replaying_one_needs_the_right_a_post_and_the_browsers_own_form(
    english: Client, client: Client
) -> None:
    row = stored()
    address = reverse("admin:botapp_storedupdate_replay", args=[row.pk])
    assert english.get(address).status_code == 405
    viewer = User.objects.create_user("viewer", password="x", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_storedupdate"))
    client.force_login(viewer)
    assert address not in page(client, "storedupdate_change", row.pk)
    assert client.post(address).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="admin"))
    assert strict.post(address).status_code == 403
    row.refresh_from_db()
    assert row.state == "dead"


def test_an_empty_list_says_when_something_will_stand_there(english: Client) -> None:
    for name, words in {
        "storedupdate": "As soon as somebody writes to the bot",
        "lease": "The first bot process that starts takes the lease",
        "leadership": "Each process that takes the lead",
        "runner": "No bot process runs.",
    }.items():
        assert words in page(english, f"{name}_changelist")
    assert "Nothing here yet" in page(english, "apikey_changelist")


def test_a_search_without_a_match_offers_to_show_all(english: Client) -> None:
    stored()
    found = english.get(reverse("admin:botapp_storedupdate_changelist"), {"q": "999"}).content.decode()
    assert "Nothing matches" in found
    assert "As soon as somebody writes" not in found


def cells(client: Client, name: str) -> list[list[str]]:
    """The rows of a list, as what stands in their columns."""
    response = client.get(reverse(f"admin:botapp_{name}_changelist"))
    changelist = response.context["cl"]
    return [
        [_said(changelist.model_admin, column, row) for column in changelist.list_display]
        for row in changelist.result_list
    ]


def _said(model_admin: Any, column: str, row: Any) -> str:
    value = getattr(model_admin, column)(row) if hasattr(model_admin, column) else getattr(row, column, "")
    return str(value[1] if isinstance(value, tuple) else value)


def test_the_lease_shows_its_holder_what_is_left_and_the_lock(english: Client) -> None:
    who = lead()
    (row,) = cells(english, "lease")
    assert row[1] == "Leads"
    assert 55 < float(row[2].removesuffix(" s")) <= 60
    assert [who.host, str(who.pid)] == row[3:5]
    assert "Locked file" in row
    assert "file:1234" in page(english, "lease_change", BOT)


@pytest.mark.parametrize(("change", "word"), [({"expires_at": 1.0}, "Expired"), ({"holder": None}, "Free")])
def test_a_lease_that_nobody_holds_any_more_says_so(
    english: Client, change: dict[str, Any], word: str
) -> None:
    lead()
    Lease.objects.update(**change)
    (row,) = cells(english, "lease")
    assert row[1:3] == [word, "–"]
    assert word in page(english, "lease_change", BOT)


def test_the_history_says_how_each_leadership_began_lasted_and_ended(english: Client) -> None:
    lead()
    lead("died")
    lead("expired")
    lease.release(BOT, epoch=3, holder=Lease.objects.get().holder)
    lead("released")
    Leadership.objects.filter(epoch=1).update(
        began_at=F("ended_at") - timedelta(hours=25, minutes=3, seconds=9)
    )
    rows = cells(english, "leadership")
    assert [row[0] for row in rows] == ["4", "3", "2", "1"]
    assert [(row[-4], row[-1]) for row in rows] == [
        ("The one before gave it back", "Leads now"),
        ("The one before went silent", "Gave it back"),
        ("The one before died", "Went silent"),
        ("Nobody led before", "Died"),
    ]
    assert rows[-1][-3] == "25:03:09"
    assert rows[0][-3].startswith("0:00:0")
    assert "The one before died" in page(english, "leadership_change", Leadership.objects.get(epoch=2).pk)


def test_a_leadership_whose_end_nobody_saw_is_unknown(english: Client) -> None:
    lead(ttl=-1.0)
    (row,) = cells(english, "leadership")
    assert (row[-3], row[-1]) == ("–", "Unknown")


def test_processes_are_leader_standby_or_dead_whatever_they_last_said(english: Client) -> None:
    lead()
    for name in ("waits", "gone"):
        who = identity.myself()
        runners.sign_in(who, Post(BOT), role="standby" if name == "waits" else "leader")
    Runner.objects.filter(holder=who.holder).update(seen_at=F("seen_at") - 125)
    rows = cells(english, "runner")
    assert [row[0] for row in rows] == ["Leader", "Standby", "Dead"]
    assert rows[0][3] == "just now"
    assert rows[2][3].startswith("0:02:0")
    assert "Dead" in page(english, "runner_change", who.holder)


@pytest.mark.parametrize("name", ["storedupdate", "lease", "leadership", "runner"])
def test_a_list_costs_the_same_with_one_row_and_with_three(
    english: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        stored(number)
        lead("died")
    with django_assert_max_num_queries(9):
        english.get(reverse(f"admin:botapp_{name}_changelist"))


@pytest.mark.parametrize(("language", "word"), [("ru", "Прежний погиб"), ("uk", "Попередній загинув")])
def test_the_pages_speak_the_language_of_the_staff(admin_client: Client, language: str, word: str) -> None:
    lead()
    lead("died")
    admin_client.cookies["django_language"] = language
    assert word in page(admin_client, "leadership_changelist")


def search(client: Client, words: str) -> list[int]:
    answer = client.get(reverse("admin:botapp_storedupdate_changelist"), {"q": words})
    return sorted(row.update_id for row in answer.context["cl"].result_list)


def test_updates_are_found_by_whole_numbers_and_lanes_only(english: Client) -> None:
    first, second = stored(1000), stored(1001)
    assert search(english, "1000") == [1000]
    assert search(english, f" {second.pk} ") == [1001]
    assert search(english, first.lane) == [1000, 1001]
    assert search(english, "100") == search(english, "chat") == search(english, "9" * 40) == []
    assert search(english, "") == [1000, 1001]


def test_no_more_updates_are_counted_than_somebody_looks_at(
    english: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_updates, "_MOST_COUNTED", 2)
    for number in range(4):
        stored(number)
    answer = english.get(reverse("admin:botapp_storedupdate_changelist"))
    assert (answer.status_code, answer.context["cl"].result_count) == (200, 2)
