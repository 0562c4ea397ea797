"""What staff see and do in the admin's pages of the bot."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from botapp.models import (
    AwaitedAnswer,
    EventKind,
    Explanation,
    Feedback,
    Generation,
    Leadership,
    Lease,
    Person,
    ProviderCall,
    Runner,
    StoredUpdate,
    Term,
)
from botapp.services.api_keys import authenticate, create

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(telegram_id=1, first_name="<b>Ada", username="ada", language="en")


@pytest.fixture
def dead_update() -> StoredUpdate:
    return StoredUpdate.objects.create(
        bot_id=1, update_id=10, lane="chat:1", payload={"update_id": 10}, state="dead", attempts=5,
        error="ValueError", received_at=NOW, finished_at=NOW,
    )  # fmt: skip


@pytest.fixture
def rows(ada: Person, dead_update: StoredUpdate) -> None:
    """One row of everything that has a page."""
    answer = {"headline": "A headline to find"}
    explanation = Explanation.objects.create(
        language="en", depth="normal", source_text="x", answer=answer, state="ready"
    )
    Feedback.objects.create(person=ada, explanation=explanation, verdict="up")
    Generation.objects.create(
        person=ada, chat_id=1, source_text="x", kind="news", language="en", depth="normal"
    )
    ProviderCall.objects.create(
        provider="groq",
        model="m",
        kind="news",
        outcome="ok",
        duration_ms=9,
        cost=1234,
        explanation=explanation,
    )
    AwaitedAnswer.objects.create(person=ada, explanation=explanation)
    Lease.objects.create(bot_id=1, epoch=3, holder=uuid4(), host="h", pid=4)
    Leadership.objects.create(bot_id=1, epoch=3, holder=uuid4(), host="h", pid=4, began_at=NOW)
    Runner.objects.create(holder=uuid4(), bot_id=1, role="leader", host="h", pid=4, started_at=NOW, seen_at=0)


OURS = [model for model in admin.site._registry if model._meta.app_label in ("botapp", "analytics", "auth")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label_lower)
def test_every_list_and_row_opens(model: type, admin_client: Client, rows: None) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert admin_client.get(reverse(f"{name}_changelist")).status_code == 200
    for row in model.objects.all()[:1]:
        assert admin_client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200


def test_a_name_with_html_is_shown_and_not_obeyed(admin_client: Client, ada: Person) -> None:
    page = admin_client.get(reverse("admin:botapp_person_changelist")).content.decode()
    assert "&lt;b&gt;Ada" in page
    assert "<b>Ada" not in page


def test_an_explanation_is_listed_by_its_headline(admin_client: Client, rows: None) -> None:
    page = admin_client.get(reverse("admin:botapp_explanation_changelist")).content.decode()
    assert "A headline to find" in page


def test_staff_ban_and_lift_the_ban_of_many_at_once(admin_client: Client, ada: Person) -> None:
    address = reverse("admin:botapp_person_changelist")
    admin_client.post(address, {"action": "ban", "_selected_action": [ada.pk]})
    ada.refresh_from_db()
    assert ada.is_banned
    admin_client.post(address, {"action": "unban", "_selected_action": [ada.pk]})
    ada.refresh_from_db()
    assert not ada.is_banned


def test_staff_set_a_persons_daily_limit(admin_client: Client, ada: Person) -> None:
    address = reverse("admin:botapp_person_change", args=[ada.pk])
    response = admin_client.post(address, {"daily_limit": "3", "language": "en", "depth": "normal"})
    assert response.status_code == 302
    ada.refresh_from_db()
    assert ada.daily_limit == 3


def test_a_negative_limit_is_refused(admin_client: Client, ada: Person) -> None:
    address = reverse("admin:botapp_person_change", args=[ada.pk])
    response = admin_client.post(address, {"daily_limit": "-1", "language": "en", "depth": "normal"})
    assert response.status_code == 200
    ada.refresh_from_db()
    assert ada.daily_limit is None


def test_people_are_not_made_by_hand(admin_client: Client) -> None:
    assert admin_client.get(reverse("admin:botapp_person_add")).status_code == 403


def test_a_given_up_update_can_be_put_back_in_line(admin_client: Client, dead_update: StoredUpdate) -> None:
    done = StoredUpdate.objects.create(
        bot_id=1, update_id=11, lane="chat:1", payload={}, state="done", received_at=NOW, finished_at=NOW
    )
    address = reverse("admin:botapp_storedupdate_changelist")
    admin_client.post(address, {"action": "replay", "_selected_action": [dead_update.pk, done.pk]})
    dead_update.refresh_from_db()
    done.refresh_from_db()
    assert (dead_update.state, dead_update.attempts) == ("new", 1)
    assert done.state == "done"


def test_replay_needs_the_right_to_change_updates(client: Client, dead_update: StoredUpdate) -> None:
    viewer = User.objects.create_user("viewer", password="x", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_storedupdate"))
    client.force_login(viewer)
    address = reverse("admin:botapp_storedupdate_changelist")
    client.post(address, {"action": "replay", "_selected_action": [dead_update.pk]})
    dead_update.refresh_from_db()
    assert dead_update.state == "dead"


@pytest.mark.parametrize("name", ["storedupdate", "explanation", "lease", "generation"])
def test_what_rvx_writes_itself_is_not_edited(name: str, admin_client: Client, rows: None) -> None:
    assert admin_client.get(reverse(f"admin:botapp_{name}_add")).status_code == 403


def test_a_term_is_edited_in_three_languages(admin_client: Client) -> None:
    term = Term.objects.get(slug="stablecoin")
    address = reverse("admin:botapp_term_change", args=[term.pk])
    page = admin_client.get(address).content.decode()
    assert all(f'name="meaning_{code}"' in page for code in ("ru", "uk", "en"))
    fields = (
        "slug",
        "ticker",
        *(f"{field}_{code}" for field in ("name", "meaning", "forms") for code in ("ru", "uk", "en")),
    )
    data = {field: getattr(term, field) for field in fields} | {
        "is_active": "on",
        "meaning_uk": "Нове пояснення.",
    }
    assert admin_client.post(address, data).status_code == 302
    term.refresh_from_db()
    assert term.meaning_uk == "Нове пояснення."


def test_a_ticker_in_small_letters_is_refused(admin_client: Client) -> None:
    term = Term.objects.get(slug="stablecoin")
    response = admin_client.post(
        reverse("admin:botapp_term_change", args=[term.pk]), {"slug": "stablecoin", "ticker": "abc"}
    )
    assert response.status_code == 200
    assert "ticker" in response.context["adminform"].form.errors


def test_a_kind_of_event_shows_a_tab_for_each_language(admin_client: Client) -> None:
    kind = EventKind.objects.get(slug="hack")
    page = admin_client.get(reverse("admin:botapp_eventkind_change", args=[kind.pk])).content.decode()
    assert all(name in page for name in ("Русский", "Українська", "English"))
    assert all(f'name="cues_{code}"' in page for code in ("ru", "uk", "en"))


def _saved(client: Client, **changes: str):
    """The hack's page posted with these changes."""
    kind = EventKind.objects.get(slug="hack")
    address = reverse("admin:botapp_eventkind_change", args=[kind.pk])
    form = client.get(address).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields if name != "is_active"}
    return client.post(address, data | {"is_active": "on"} | changes, headers={"accept-language": "en"})


def test_a_kind_of_event_as_it_is_shipped_can_be_saved(admin_client: Client) -> None:
    for kind in EventKind.objects.all():
        address = reverse("admin:botapp_eventkind_change", args=[kind.pk])
        form = admin_client.get(address).context["adminform"].form
        data = {name: form[name].value() or "" for name in form.fields if name != "is_active"}
        response = admin_client.post(address, data | {"is_active": "on"})
        assert response.status_code == 302, (kind.slug, response.context["adminform"].form.errors)


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("cues_en", "hack*\n* etf", "Line 2, “* etf”: * stands at the end of a word."),
        ("cues_en", "ha*ck", "Line 1, “ha*ck”: * stands at the end of a word."),
        ("cues_en", "… exchange", "… stands between words."),
        ("cues_en", "^", "a word is missing."),
        ("cues_en", "!!!", "a word is missing."),
        ("cues_en", "hack*\na", "Line 2, “a”: a word is missing."),
        ("cues_en", "a*", "a word is missing."),
        ("questions_en", "When? | *", "a word is missing."),
        ("cues_en", "the ^exchange", "^ stands at the beginning of the line."),
        ("questions_en", "| stolen, lost", "the question before the bar is missing."),
        ("questions_en", "When? | <when>", "&lt;when&gt; stands for nothing; known are &lt;date&gt;"),
        ("questions_en", "When?", "1 questions here, "),
    ],
)
def test_a_line_that_would_never_be_found_is_refused_with_its_number(
    admin_client: Client, field: str, text: str, fault: str
) -> None:
    response = _saved(admin_client, **{field: text})
    assert response.status_code == 200
    assert fault in str(response.context["adminform"].form.errors[field])


@pytest.mark.parametrize(("priority", "status"), [("32767", 302), ("32768", 200), ("99999999999999", 200)])
def test_a_priority_that_no_database_holds_is_refused_in_the_list_too(
    admin_client: Client, priority: str, status: int
) -> None:
    EventKind.objects.exclude(slug="hack").delete()
    kind, address = EventKind.objects.get(), reverse("admin:botapp_eventkind_changelist")
    forms = admin_client.get(address).context["cl"].formset
    sent = {f"form-{name}": value for name, value in forms.management_form.initial.items()}
    sent |= {"form-0-id": kind.pk, "form-0-priority": priority, "_save": "Save"}
    response = admin_client.post(address, sent)
    assert response.status_code == status
    if status == 200:
        assert list(response.context["cl"].formset.errors[0]) == ["priority"]
    assert _saved(admin_client, priority=priority).status_code == status


def test_a_new_api_key_is_shown_once_and_works(admin_client: Client) -> None:
    address = reverse("admin:botapp_apikey_add")
    data = {"name": "Newsroom", "owner_name": "Bob", "is_active": "on", "daily_limit": ""}
    page = admin_client.post(address, data, follow=True).content.decode()
    key = re.search(r"rvx_key_[\w-]+", page)
    assert key is not None
    row = authenticate(key.group())
    assert row is not None
    assert row.name == "Newsroom"
    again = admin_client.get(reverse("admin:botapp_apikey_change", args=[row.pk])).content.decode()
    assert key.group() not in again


def test_changing_a_key_row_keeps_the_key(admin_client: Client) -> None:
    row, raw = create("Newsroom")
    address = reverse("admin:botapp_apikey_change", args=[row.pk])
    admin_client.post(
        address, {"name": "Newsroom", "owner_name": "Eve", "is_active": "on", "daily_limit": "5"}
    )
    assert authenticate(raw) is not None
    admin_client.post(address, {"name": "Newsroom", "owner_name": "Eve", "daily_limit": "5"})
    assert authenticate(raw) is None
