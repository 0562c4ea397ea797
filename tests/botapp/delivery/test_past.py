"""The past is large: what looks at it must not read it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from botapp.delivery.retention import blank_old
from botapp.models import StoredUpdate
from botapp.queries.delivery import status
from tests.botapp.delivery.kit import BOT, message
from tests.botapp.models.plans import on_sqlite, plans

pytestmark = pytest.mark.django_db


def past(count, *, ago=timedelta(hours=72), **fields):
    at = timezone.now() - ago
    first = StoredUpdate.objects.count()
    StoredUpdate.objects.bulk_create(
        StoredUpdate(
            bot_id=BOT,
            update_id=number,
            lane="x",
            received_at=at,
            **{"state": "done", "finished_at": at} | fields,
        )
        for number in range(first, first + count)
    )


@on_sqlite
def test_what_is_old_is_found_by_the_index_of_what_is_not_blanked():
    past(1, payload=message(1))
    assert plans(blank_old, table="botapp_storedupdate", word="ORDER BY") == [
        "SEARCH botapp_storedupdate USING INDEX update_with_payload (finished_at<?)"
    ]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the plan is PostgreSQL's")
def test_what_is_old_is_found_by_the_same_index_on_postgresql():
    past(3000, payload=None)
    past(10, payload=message(1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE botapp_storedupdate")
    old = StoredUpdate.objects.filter(payload__isnull=False, finished_at__lt=timezone.now())
    assert "update_with_payload" in old.order_by("finished_at").explain()


def test_the_oldest_come_first_and_all_of_them_in_the_end():
    past(1, payload=message(1))
    past(1, payload=message(2), ago=timedelta(hours=99))
    assert blank_old(piece=1) == 1
    assert list(StoredUpdate.objects.filter(payload__isnull=True).values_list("update_id", flat=True)) == [1]
    assert [blank_old(piece=1), blank_old(piece=1)] == [1, 0]


@on_sqlite
def test_ages_come_from_indexes():
    past(3)
    found = plans(lambda: status(BOT), table="botapp_storedupdate", word="ORDER BY")
    assert found == [
        "SEARCH botapp_storedupdate USING INDEX update_open_in_order (bot_id=?)",
        "SCAN botapp_storedupdate USING INDEX " + received_index(),
    ]


def received_index():
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "botapp_storedupdate")
    return next(name for name, facts in found.items() if facts["columns"] == ["received_at"])


def test_the_ages_are_those_of_the_oldest_that_waits_and_the_last_that_came():
    past(1)
    past(1, ago=timedelta(minutes=10), state="new", finished_at=None)
    past(1, ago=timedelta(minutes=5), state="new", finished_at=None)
    found = status(BOT)
    assert found.oldest_waiting_age == pytest.approx(600, abs=30)
    assert found.last_update_age == pytest.approx(300, abs=30)
