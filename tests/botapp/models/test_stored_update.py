"""One update from Telegram, and what its steps left behind."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from botapp.delivery import claims, identity, lease
from botapp.models import Effect, SentMessage, StoredUpdate
from botapp.queries.delivery import is_backlog_over, status
from tests.botapp.models.plans import on_sqlite, plans
from tests.botapp.models.rows import BOT, an_update, refused

pytestmark = pytest.mark.django_db


def test_an_update_is_stored_once_a_bot():
    an_update(1)
    with refused("bot_id", "update_id"):
        an_update(1)
    an_update(1, bot_id=BOT + 1)


@pytest.mark.parametrize("field", ["bot_id", "update_id", "lane", "state", "received_at"])
def test_an_update_has_a_number_a_lane_and_a_time(field):
    an_update(1)
    with refused(field):
        StoredUpdate.objects.update(**{field: None})


def test_attempts_are_counted_from_zero_up():
    an_update()
    with refused("attempts"):
        StoredUpdate.objects.update(attempts=-1)


def test_an_unknown_state_is_refused_where_rows_are_checked():
    with pytest.raises(ValidationError) as caught:
        an_update(state="lost").full_clean()
    assert "state" in caught.value.message_dict


def test_a_new_update_waits_untried_and_unclaimed():
    row = an_update()
    row.refresh_from_db()
    assert (row.state, row.attempts, row.error, row.not_before) == ("new", 0, "", None)
    assert (row.claim, row.claimed_by, row.claimed_until, row.finished_at) == (None, None, None, None)


def test_what_telegram_sent_comes_back_unchanged():
    sent = {"update_id": 1, "message": {"text": "<b>5 < 6</b> 🚀\n", "from": {"id": 2**52}}}
    assert StoredUpdate.objects.get(pk=an_update(payload=sent).pk).payload == sent


def test_its_line_holds_a_number_and_a_state():
    assert str(an_update(77, payload={"message": {"text": "secret"}})) == "77 new"


@pytest.mark.parametrize(
    ("model", "facts"), [(Effect, {"result": 1}), (SentMessage, {"chat_id": 7, "message_id": 5})]
)
def test_a_step_is_journaled_once_an_update(model, facts):
    first, second = an_update(1), an_update(2)
    model.objects.create(update=first, step="charge", **facts)
    model.objects.create(update=first, step="reply", **facts)
    model.objects.create(update=second, step="charge", **facts)
    with refused("update_id", "step"):
        model.objects.create(update=first, step="charge", **facts)


@pytest.mark.parametrize("result", [None, 0, False, "", [], {"id": 7, "none": None}, "Биржа 🚀"])
def test_an_effect_returns_exactly_what_the_step_did(result):
    pk = Effect.objects.create(update=an_update(), step="charge", result=result).pk
    assert Effect.objects.get(pk=pk).result == result


def test_the_journal_goes_with_its_update():
    row = an_update()
    Effect.objects.create(update=row, step="charge")
    SentMessage.objects.create(update=row, step="reply", chat_id=7, message_id=5)
    row.delete()
    assert (Effect.objects.count(), SentMessage.objects.count()) == (0, 0)


def test_the_lines_of_the_journal_name_update_and_step():
    row = an_update()
    assert str(Effect(update=row, step="charge", result="secret")) == f"{row.pk} charge"
    assert str(SentMessage(update=row, step="reply", chat_id=7, message_id=5)) == f"{row.pk} reply"


def _take() -> None:
    who = identity.myself("1.0")
    lease.take(BOT, identity=who, lock="", ttl=3.0, verdict=lambda state: "first")
    claims.take(
        BOT, epoch=1, claimer=claims.Claimer(who.holder, 5.0), room=5, load={}, held_elsewhere=(), per_lane=2
    )  # fmt: skip


@on_sqlite
@pytest.mark.parametrize(
    "ask",
    [
        lambda: claims.free_claims_of(uuid.uuid4(), bot_id=BOT),
        lambda: claims.lanes_of_others(BOT, holder=uuid.uuid4()),
        lambda: is_backlog_over(BOT, limit=2),
    ],
)
def test_open_updates_are_found_without_reading_those_that_are_done(ask):
    found = plans(ask, table="botapp_storedupdate")
    assert found
    assert [plan for plan in found if "update_open_in_order" not in plan] == []


@on_sqlite
def test_the_next_updates_are_taken_in_order_without_sorting_the_past():
    found = plans(_take, table="botapp_storedupdate", word="ORDER BY")
    assert found == ["SEARCH botapp_storedupdate USING INDEX update_open_in_order (bot_id=?)"]


@on_sqlite
def test_health_counts_what_waits_and_what_was_given_up_from_small_indexes():
    found = plans(lambda: status(BOT), table="botapp_storedupdate", word="COUNT(*)")
    assert ["update_given_up" in plan or "update_open_in_order" in plan for plan in found] == [True] * 3
