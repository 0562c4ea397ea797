"""What other processes can tell about the bot."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.delivery import identity, lease, runners
from botapp.delivery.runners import Post
from botapp.delivery.status import report
from botapp.models import Runner, StoredUpdate
from botapp.queries.delivery import bot_state, is_backlog_over, status

pytestmark = pytest.mark.django_db
BOT = 4242


def lead(who=None, *, ttl=3.0):
    who = who or identity.myself("1.0")
    lease.take(BOT, identity=who, lock="file:1", ttl=ttl, verdict=lambda state: "first")
    runners.sign_in(who, Post(BOT, "offline"), role="leader")
    return who


def stored(number, state="new", *, ago=0):
    StoredUpdate.objects.create(
        bot_id=BOT,
        update_id=number,
        lane="x",
        state=state,
        received_at=timezone.now() - timedelta(seconds=ago),
    )


def test_a_bot_that_never_ran_is_absent():
    found = status(BOT)
    assert (found.bot, found.pid, found.runners, found.last_update_age) == ("absent", None, (), None)


def test_leader_standby_and_dead_are_told_apart():
    leader = lead()
    runners.sign_in(identity.myself(), Post(BOT), role="standby")
    gone = identity.myself()
    runners.sign_in(gone, Post(BOT), role="standby")
    Runner.objects.filter(holder=gone.holder).update(seen_at=1.0)
    found = status(BOT)
    assert found.bot == "leader"
    assert (found.pid, found.host, found.epoch, found.lock) == (leader.pid, leader.host, 1, "file:1")
    assert 0 < found.lease_seconds <= 3
    assert sorted(line.role for line in found.runners) == ["dead", "leader", "standby"]


def test_without_a_lease_the_waiting_ones_stand_by():
    runners.sign_in(identity.myself(), Post(BOT), role="standby")
    assert status(BOT).bot == "standby"


def test_a_leader_that_went_silent_is_dead():
    gone = lead(ttl=-1.0)
    Runner.objects.filter(holder=gone.holder).update(seen_at=1.0)
    found = status(BOT)
    assert (found.bot, found.pid) == ("dead", None)


def test_the_backlog_is_counted_with_its_age():
    stored(1, ago=90)
    stored(2, "claimed", ago=50)
    stored(3, "dead", ago=40)
    stored(4, "done", ago=7)
    found = status(BOT)
    assert (found.waiting, found.in_work, found.dead_updates) == (1, 1, 1)
    assert found.oldest_waiting_age == pytest.approx(90, abs=2)
    assert found.last_update_age == pytest.approx(7, abs=2)


def test_the_status_costs_as_much_with_three_processes_as_with_one(django_assert_num_queries):
    lead()
    with django_assert_num_queries(7):
        status(BOT)
    for _ in range(2):
        runners.sign_in(identity.myself(), Post(BOT), role="standby")
    with django_assert_num_queries(7):
        status(BOT)


def test_too_much_waiting_is_seen():
    for number in range(3):
        stored(number)
    assert is_backlog_over(BOT, limit=2)
    assert not is_backlog_over(BOT, limit=3)


def test_who_ended_in_good_order_is_no_longer_listed_and_old_rows_go():
    one, old = identity.myself(), uuid.uuid4()
    runners.sign_in(one, Post(BOT), role="standby")
    Runner.objects.create(
        holder=old, bot_id=BOT, role="leader", host="x", pid=1, started_at=timezone.now(), seen_at=1.0
    )
    runners.sign_in(identity.myself(), Post(BOT), role="standby")
    assert not Runner.objects.filter(holder=old).exists()
    runners.sign_out(one.holder)
    assert Runner.objects.count() == 1


def test_the_report_is_for_people_and_holds_no_secret():
    leader = lead()
    stored(1, ago=90)
    text = "\n".join(report(status(BOT), "none"))
    assert f"leader: {leader.host}, pid {leader.pid}, epoch 1" in text
    assert "1 waiting, oldest 90 s ago" in text
    assert "webhook: none" in text


def test_the_report_of_an_idle_bot_says_so():
    text = "\n".join(report(status(BOT), "none"))
    assert "bot: absent" in text
    assert "last update: never" in text


def test_the_one_word_is_the_one_of_the_whole_status(django_assert_num_queries):
    def same() -> str:
        assert bot_state(BOT) == status(BOT).bot
        return bot_state(BOT)

    assert same() == "absent"
    waiting = identity.myself()
    runners.sign_in(waiting, Post(BOT), role="standby")
    assert same() == "standby"
    Runner.objects.update(seen_at=1.0)
    assert same() == "dead"
    lead(ttl=-1.0)
    Runner.objects.update(seen_at=1.0)
    assert same() == "dead"
    Runner.objects.all().delete()
    lead(identity.myself("2"))
    assert same() == "leader"
    with django_assert_num_queries(1):
        bot_state(BOT)
