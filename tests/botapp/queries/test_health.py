"""How RVX is doing, also when its database is not."""

import logging
import os
import socket
import time
from pathlib import Path

import pytest
from django.db import DatabaseError, connections
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from botapp.delivery import identity, lease, runners
from botapp.models import Explanation, Runner
from botapp.queries.health import health
from botapp.services import usage
from tests.botapp.models.rows import an_answer


@pytest.fixture
def away(db, monkeypatch):
    """The database's address answers no more: a port on which nobody listens, as after a crash."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    there = connections["default"]
    gone = there.copy()
    facts = {"ENGINE": "django.db.backends.postgresql", "HOST": "127.0.0.1", "PORT": port, "NAME": "rvx"}
    gone.settings_dict = {**there.settings_dict, **facts, "USER": "rvx", "PASSWORD": "secret"}
    if there.vendor == "sqlite":
        gone.settings_dict = {**there.settings_dict, "NAME": "/nowhere/at/all/rvx.sqlite3"}
    connections["default"] = gone
    yield
    connections["default"] = there


@pytest.mark.django_db
def test_one_reading_has_everything():
    usage.count_answered(degraded=True)
    an_answer(key="k")
    found = health()
    assert (found.status, found.bot, found.cache_size) == ("healthy", "absent", 1)
    assert (found.requests_total, found.requests_fallback, found.requests_errors) == (1, 1, 0)
    assert found.uptime_seconds > 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values", [{"key": None}, {"key": "k", "state": "pending"}, {"key": "k", "state": "failed"}]
)
def test_only_what_can_be_given_again_is_counted_as_kept(values):
    an_answer(**values)
    assert health().cache_size == 0


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_it_costs_the_same_with_one_answer_and_with_three(rows):
    for number in range(rows):
        an_answer(key=str(number))
    with CaptureQueriesContext(connections["default"]) as made:
        health()
    assert len(made) == (4 if connections["default"].vendor == "sqlite" else 5)


@pytest.mark.django_db
@override_settings(TELEGRAM_BOT_TOKEN="4242:abc")
def test_the_bot_of_the_token_is_looked_at_and_no_other():
    lease.take(41, identity=identity.myself("1"), lock="", ttl=5.0, verdict=lambda state: "first")
    assert health().bot == "absent"
    lease.take(4242, identity=identity.myself("1"), lock="", ttl=5.0, verdict=lambda state: "first")
    assert health().bot == "leader"


@pytest.mark.django_db
@override_settings(TELEGRAM_BOT_TOKEN="4242:abc")
def test_a_dead_bot_degrades_and_a_waiting_one_does_not():
    me = identity.myself("1")
    runners.sign_in(me, runners.Post(4242), role="standby")
    assert (health().status, health().bot) == ("healthy", "standby")
    Runner.objects.filter(holder=me.holder).update(seen_at=1.0)
    assert (health().status, health().bot) == ("degraded", "dead")


@pytest.mark.django_db
def test_a_database_that_takes_no_writes_degrades(client, request):
    there = connections["default"]
    if there.vendor == "sqlite":
        file = Path(there.settings_dict["NAME"])
        mode = file.stat().st_mode
        if os.geteuid() == 0:
            pytest.skip("root writes into every file")
        request.addfinalizer(lambda: file.chmod(mode))
        file.chmod(0o400)
    else:
        with there.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "no-number:abc"])
def test_without_a_usable_token_there_is_no_bot(token, settings):
    settings.TELEGRAM_BOT_TOKEN = token
    assert health().bot == "absent"


def test_without_its_database_it_says_so_soon_and_without_the_password(client, away, caplog):
    caplog.set_level(logging.WARNING)
    started = time.perf_counter()
    answer = client.get("/health")
    assert time.perf_counter() - started < 2
    assert (answer.status_code, answer.json()["status"]) == (503, "unavailable")
    assert "secret" not in answer.text + caplog.text
    assert "OperationalError" in caplog.text


def test_who_asks_without_the_view_gets_the_error_of_the_database(away):
    with pytest.raises(DatabaseError):
        health()


@pytest.mark.django_db
def test_a_table_that_is_not_there_is_told_apart_from_no_rows():
    with connections["default"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {Explanation._meta.db_table} RENAME TO elsewhere")
    with pytest.raises(DatabaseError):
        health()
