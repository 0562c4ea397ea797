"""Which updates a process may work on, and what becomes of claims whose process is gone."""

import uuid
from collections import Counter

import pytest

from botapp.delivery import claims, identity, lease
from botapp.delivery.exceptions import ClaimLost, LeaseLost
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT

pytestmark = pytest.mark.django_db
ME, OTHER = identity.myself(), identity.myself()


@pytest.fixture(autouse=True)
def _leading():
    lease.take(BOT, identity=ME, lock="", ttl=3, verdict=lambda state: "first")


def waiting(count, *, lane="chat:1", first=1):
    for number in range(first, first + count):
        StoredUpdate.objects.create(
            bot_id=BOT, update_id=number, lane=lane, payload={}, received_at="2026-01-01T00:00:00Z"
        )


def take(room=10, *, load=None, elsewhere=(), per_lane=16, epoch=1, holder=ME.holder, seconds=5.0):
    return claims.take(
        BOT,
        epoch=epoch,
        claimer=claims.Claimer(holder, seconds),
        room=room,
        load=load or {},
        held_elsewhere=elsewhere,
        per_lane=per_lane,
    )


def numbers(window):
    return [row.update_id for row in window.rows]


def test_a_window_holds_the_oldest_in_their_order_and_says_if_there_may_be_more():
    waiting(5)
    first = take(3)
    assert (numbers(first), first.is_full) == ([1, 2, 3], True)
    second = take(3)
    assert (numbers(second), second.is_full) == ([4, 5], False)
    assert numbers(take(3)) == []


def test_a_claim_has_a_token_a_holder_and_an_end():
    waiting(1)
    row = take().rows[0]
    stored = StoredUpdate.objects.get()
    assert (stored.state, stored.claim, stored.claimed_by) == ("claimed", row.token, ME.holder)
    assert stored.claimed_until is not None
    assert stored.attempts == 0


def test_a_flood_of_one_lane_leaves_room_for_the_others():
    waiting(40, lane="flood")
    waiting(2, lane="calm", first=41)
    first = take(20)
    assert Counter(row.lane for row in first.rows) == {"flood": 16}
    assert first.is_full
    assert first.left == {"flood"}
    second = take(4, load={"flood": 16})
    assert numbers(second) == [41, 42]
    assert second.left == {"flood"}


def test_a_lane_that_is_partly_here_gets_only_what_is_left_for_it():
    waiting(10)
    assert numbers(take(load={"chat:1": 14})) == [1, 2]


def test_a_lane_in_which_another_process_is_busy_waits():
    waiting(1, lane="busy")
    waiting(1, lane="free", first=2)
    assert numbers(take(elsewhere={"busy"})) == [2]


def test_urgent_updates_come_in_even_when_there_is_no_room():
    waiting(3)
    waiting(1, lane="!4", first=4)
    assert numbers(take(0)) == [4]


def test_only_the_leader_of_now_claims():
    waiting(1)
    lease.take(BOT, identity=OTHER, lock="", ttl=3, verdict=lambda state: "expired")
    with pytest.raises(LeaseLost):
        take(epoch=1)
    assert StoredUpdate.objects.get().state == "new"


def test_updates_of_another_bot_are_left_alone():
    StoredUpdate.objects.create(bot_id=BOT + 1, update_id=1, lane="x", received_at="2026-01-01T00:00:00Z")
    assert numbers(take()) == []


def test_claims_of_a_dead_process_come_back_and_count_as_an_attempt():
    waiting(2)
    take(1, holder=OTHER.holder)
    take(1)
    assert claims.free_claims_of(OTHER.holder, bot_id=BOT) == 1
    back = StoredUpdate.objects.get(update_id=1)
    assert (back.state, back.attempts, back.claim, back.claimed_by) == ("new", 1, None, None)
    assert StoredUpdate.objects.get(update_id=2).state == "claimed"


def crash(*begun):
    """A process claims what there is, begins some of it, and is gone."""
    for row in take(holder=OTHER.holder).rows:
        if row.update_id in begun and row.attempts:
            claims.begin(row)
    claims.free_claims_of(OTHER.holder, bot_id=BOT)


def test_only_what_was_begun_is_blamed_for_the_end_of_a_process():
    waiting(1)
    waiting(1, lane="chat:2", first=2)
    for _ in range(20):
        crash(1)
    assert StoredUpdate.objects.get(update_id=1).state == "dead"
    bystander = StoredUpdate.objects.get(update_id=2)
    assert (bystander.state, bystander.attempts) == ("new", 1)


def test_an_update_that_ends_a_process_even_by_its_farewell_is_given_up_and_logged(caplog):
    waiting(1)
    for _ in range(claims.MOST_CRASHES + claims.MOST_FAREWELLS):
        assert StoredUpdate.objects.get().state == "new"
        crash(1)
    dead = StoredUpdate.objects.get()
    assert dead.state == "dead"
    assert dead.error
    assert numbers(take()) == []
    assert "Given up, because each process that began them ended: updates [1]" in caplog.text


def test_a_row_that_another_run_has_now_is_not_begun():
    waiting(1)
    row = take(holder=OTHER.holder).rows[0]
    claims.free_claims_of(OTHER.holder, bot_id=BOT)
    take()
    with pytest.raises(ClaimLost):
        claims.begin(row)


def test_claims_that_have_ended_come_back_but_never_what_is_in_work_here():
    waiting(4)
    take(1, holder=OTHER.holder, seconds=-1)
    take(1, holder=uuid.uuid4(), seconds=60)
    held = take(1, seconds=-1).rows[0].pk
    take(1, seconds=-1)
    assert claims.free_expired(BOT, besides=[held]) == 2
    assert sorted(row.update_id for row in StoredUpdate.objects.filter(state="new")) == [1, 4]


def test_a_claim_that_is_renewed_does_not_end():
    waiting(1)
    row = take(holder=OTHER.holder, seconds=-1).rows[0]
    assert claims.renew([row.pk], holder=OTHER.holder, seconds=60) == set()
    assert claims.renew([row.pk], holder=ME.holder, seconds=60) == {row.pk}
    assert claims.free_expired(BOT, besides=[]) == 0


def test_lanes_of_others_are_those_with_a_claim_of_theirs():
    waiting(1, lane="theirs")
    take(holder=OTHER.holder)
    waiting(1, lane="mine", first=2)
    take()
    assert claims.lanes_of_others(BOT, holder=ME.holder) == {"theirs"}
