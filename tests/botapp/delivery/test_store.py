"""What Telegram handed over is written once, before it is confirmed, whatever it looks like."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from botapp.delivery import identity, lease
from botapp.delivery.claims import Claimer
from botapp.delivery.exceptions import LeaseLost
from botapp.delivery.store import highest, store, store_claimed
from botapp.models import StoredUpdate
from botapp.sandbox.people import ADA
from tests.botapp.delivery.kit import BOT, message

pytestmark = pytest.mark.usefixtures("live_db")


@pytest.fixture(autouse=True)
def _stored(live_db):
    """The inbox sets a mode that SQLite refuses inside a test's transaction."""


def test_updates_are_stored_in_their_order_with_kind_and_lane():
    assert store(BOT, [message(11), message(12, person=8)], epoch=None) == 2
    rows = list(StoredUpdate.objects.order_by("pk").values_list("update_id", "kind", "lane", "state"))
    assert rows == [(11, "message", f"chat:{ADA.id}", "new"), (12, "message", "chat:8", "new")]
    assert StoredUpdate.objects.get(update_id=11).payload == message(11)


def test_five_hundred_delivered_again_are_no_new_rows():
    updates = [message(number) for number in range(500)]
    for start in range(0, 500, 100):
        store(BOT, updates[start : start + 100], epoch=None)
    StoredUpdate.objects.update(state="done")
    for start in range(0, 500, 100):
        store(BOT, updates[start : start + 100], epoch=None)
    assert StoredUpdate.objects.count() == 500
    assert not StoredUpdate.objects.exclude(state="done").exists()


def test_the_same_number_of_another_bot_is_another_update():
    store(BOT, [message(1)], epoch=None)
    store(BOT + 1, [message(1)], epoch=None)
    assert StoredUpdate.objects.count() == 2


@pytest.mark.parametrize(
    "broken", [{"update_id": 1}, {"update_id": 1, "message": "x"}, {"update_id": 1, "message": {"chat": 5}}]
)
def test_a_malformed_update_first_in_a_batch_of_a_hundred_is_dead_and_the_others_wait(broken):
    assert store(BOT, [broken, *(message(number) for number in range(2, 101))], epoch=None) == 100
    dead = StoredUpdate.objects.get(state="dead")
    assert dead.update_id == 1
    assert dead.error.startswith("malformed")
    assert dead.finished_at is not None
    assert dead.payload == broken
    assert StoredUpdate.objects.filter(state="new").count() == 99


@pytest.mark.parametrize(
    "nobody", [None, 5, "text", [], {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**70}]
)
def test_what_has_no_number_is_left_out_and_its_neighbours_are_kept(nobody):
    assert store(BOT, [nobody, message(2)], epoch=None) == 1
    assert highest([nobody, message(2)]) == 2
    assert highest([nobody]) is None


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d", "\ud800\0"])
def test_texts_that_a_database_refuses_are_stored_readable(text):
    store(BOT, [message(1, text), message(2, "fine")], epoch=None)
    row = StoredUpdate.objects.get(update_id=1)
    assert row.state == "new"
    if connection.vendor == "postgresql":
        assert row.payload["message"]["text"] != text
        assert "\0" not in row.payload["message"]["text"]
    assert StoredUpdate.objects.get(update_id=2).payload["message"]["text"] == "fine"


def test_what_looks_like_an_escape_is_kept_as_it_was_written():
    store(BOT, [message(1, r"C:\u0000 \\u0000"), message(2, "\0")], epoch=None)
    assert StoredUpdate.objects.get(update_id=1).payload["message"]["text"] == r"C:\u0000 \\u0000"


def test_only_the_leader_of_now_stores():
    ada, bob = identity.myself(), identity.myself()
    lease.take(BOT, identity=ada, lock="", ttl=3, verdict=lambda state: "first")
    store(BOT, [message(1)], epoch=1)
    lease.take(BOT, identity=bob, lock="", ttl=3, verdict=lambda state: "expired")
    with pytest.raises(LeaseLost):
        store(BOT, [message(2)], epoch=1)
    assert [row.update_id for row in StoredUpdate.objects.all()] == [1]


def test_urgent_updates_have_a_lane_of_their_own():
    store(
        BOT, [message(1), message(2, "/stop")], epoch=None, urgent=lambda p: p["message"]["text"] == "/stop"
    )
    one, two = StoredUpdate.objects.order_by("pk")
    assert one.lane.startswith("chat:")
    assert two.lane.startswith("!")


def test_an_urgency_that_fails_does_not_hold_up_the_batch():
    store(
        BOT,
        [{"update_id": 1, "message": {"chat": None}}, message(2)],
        epoch=None,
        urgent=lambda p: p["message"]["text"],
    )
    assert StoredUpdate.objects.get(update_id=2).state == "new"


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_what_is_confirmed_survives_a_power_cut():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        before = cursor.fetchone()[0]
        store(BOT, [message(1)], epoch=None)
        cursor.execute("PRAGMA synchronous")
        assert (before, cursor.fetchone()[0]) == (1, 2)
    connection.close()


CLAIMER = Claimer(uuid.uuid4(), 5.0)


@pytest.fixture
def epoch():
    me = identity.myself()
    return lease.take(BOT, identity=me, lock="", ttl=5, verdict=lambda state: "first").epoch


def test_new_updates_are_claimed_while_they_are_stored_and_known_or_bad_ones_are_not(epoch):
    store(BOT, [message(2)], epoch=epoch)
    batch = [{"update_id": 1}, message(3, "b"), message(2, "a"), message(4, "c", person=8)]
    rows = store_claimed(BOT, batch, epoch=epoch, urgent=None, claimer=CLAIMER)
    assert [(row.update_id, row.lane, row.payload["message"]["text"]) for row in rows] == [
        (3, f"chat:{ADA.id}", "b"),
        (4, "chat:8", "c"),
    ]
    stored = dict(StoredUpdate.objects.values_list("update_id", "state"))
    assert stored == {1: "dead", 2: "new", 3: "claimed", 4: "claimed"}
    row = StoredUpdate.objects.get(update_id=3)
    assert (row.pk, row.claim, row.claimed_by) == (rows[0].pk, rows[0].token, CLAIMER.holder)
    assert timedelta(seconds=3) < row.claimed_until - timezone.now() < timedelta(seconds=6)
    assert not StoredUpdate.objects.exclude(state="claimed").exclude(claim=None).exists()


def test_what_the_database_refuses_is_buried_unclaimed_and_its_neighbours_are_claimed(epoch):
    odd = message(1, "nul \0 and \ud800")
    rows = store_claimed(BOT, [odd, message(2)], epoch=epoch, urgent=None, claimer=CLAIMER)
    assert [row.update_id for row in rows] == [1, 2]
    assert set(StoredUpdate.objects.values_list("state", flat=True)) == {"claimed"}


def test_one_that_was_replaced_neither_stores_nor_claims(epoch):
    with pytest.raises(LeaseLost):
        store_claimed(BOT, [message(1)], epoch=epoch - 1, urgent=None, claimer=CLAIMER)
    assert not StoredUpdate.objects.exists()


def test_the_same_number_twice_in_a_batch_is_stored_and_claimed_once():
    me = identity.myself()
    taken = lease.take(BOT, identity=me, lock="", ttl=60, verdict=lambda state: "first")
    claimer = Claimer(me.holder, 3.0)
    batch = [message(6, "a"), message(6, "b"), message(7, "c")]
    rows = store_claimed(BOT, batch, epoch=taken.epoch, urgent=None, claimer=claimer)
    assert [(row.update_id, row.payload["message"]["text"]) for row in rows] == [(6, "a"), (7, "c")]
