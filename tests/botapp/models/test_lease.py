"""Who polls, by the clock of the database alone."""

import time
import uuid

import pytest
from django.db import connection
from django.db.models import F

from botapp.models import Leadership, Lease, Pace, Runner
from botapp.models.lease import DatabaseClock
from tests.botapp.models.rows import BOT, NOW, refused

pytestmark = pytest.mark.django_db


def _runner(**values):
    given = {"bot_id": BOT, "role": "standby", "host": "h", "pid": 4, "started_at": NOW, "seen_at": 0}
    return Runner.objects.create(**{"holder": uuid.uuid4(), **given, **values})


def test_a_bot_has_one_lease():
    Lease.objects.create(bot_id=BOT)
    with refused("bot_id" if connection.vendor == "sqlite" else "botapp_lease_pkey"):
        Lease.objects.create(bot_id=BOT)


def test_an_epoch_has_one_leader():
    facts = {"bot_id": BOT, "epoch": 1, "host": "h", "pid": 4, "began_at": NOW}
    Leadership.objects.create(holder=uuid.uuid4(), **facts)
    with refused("bot_id", "epoch"):
        Leadership.objects.create(holder=uuid.uuid4(), **facts)
    Leadership.objects.create(holder=uuid.uuid4(), **{**facts, "epoch": 2})


def test_a_process_is_listed_once():
    holder = _runner().holder
    with refused("holder" if connection.vendor == "sqlite" else "botapp_runner_pkey"):
        _runner(holder=holder)


@pytest.mark.parametrize("make", [lambda: Lease.objects.create(bot_id=1, pid=-1), lambda: _runner(pid=-1)])
def test_a_process_number_is_not_negative(make):
    with refused("pid"):
        make()


def test_a_new_lease_is_nobodys_and_over():
    lease = Lease.objects.create(bot_id=BOT)
    lease.refresh_from_db()
    assert (lease.holder, lease.epoch, lease.host, lease.lock, lease.since) == (None, 0, "", "", None)
    assert not Lease.objects.filter(expires_at__gt=DatabaseClock()).exists()


def test_the_clock_is_the_databases_with_fractions_of_a_second():
    Lease.objects.create(bot_id=BOT)
    readings = [Lease.objects.annotate(now=DatabaseClock()).get().now for _ in range(3)]
    assert readings == sorted(readings)
    assert abs(readings[0] - time.time()) < 1
    assert any(reading % 1 for reading in readings)


def test_the_clock_goes_on_inside_a_transaction():
    Lease.objects.create(bot_id=BOT)
    first = Lease.objects.annotate(now=DatabaseClock()).get().now
    time.sleep(0.01)
    assert Lease.objects.annotate(now=DatabaseClock()).get().now - first >= 0.005


def test_what_is_left_of_a_lease_is_reckoned_inside_the_database():
    Lease.objects.create(bot_id=BOT)
    Lease.objects.update(expires_at=DatabaseClock() + 3.0)
    left = Lease.objects.annotate(left=F("expires_at") - DatabaseClock()).get().left
    assert 2.0 < left <= 3.0


def test_the_lines_of_the_admin_tell_processes_apart():
    assert str(Lease(bot_id=BOT, epoch=3)) == "bot 4242, epoch 3"
    assert str(Leadership(epoch=3, pid=17)) == "epoch 3, pid 17"
    assert str(Runner(role="standby", pid=17)) == "standby, pid 17"


def test_a_pace_is_one_row_by_its_name():
    Pace.objects.create(name="person:12", free_at=1.5)
    with refused("name" if connection.vendor == "sqlite" else "botapp_pace_pkey"):
        Pace.objects.create(name="person:12", free_at=2.5)
    assert str(Pace.objects.get(free_at__lt=2)) == "person:12"
