"""Rows that somebody keeps locked hold up who wants them, and nobody else. SQLite has no such locks."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection, connections, transaction

from botapp.ai.base import Reply
from botapp.ai.calls import OK, Call, Usage
from botapp.ai.schema import Explanation as Answer
from botapp.models import Explanation, ProviderCall
from botapp.services.explanations import Written, store, store_alone
from botapp.services.provider_calls import Entry, keep
from botapp.services.tickets import renew
from tests.botapp.services.writers import PROMPT, locked, tickets_of

REPLY = Reply(Answer(headline="Up"), provider="gemini", model="m-1", complete=True)
pytestmark = pytest.mark.usefixtures("on_postgresql", "live_db")


def test_of_many_answers_only_that_of_a_locked_row_is_left_and_is_stored_when_it_is_free():
    first, second, third = tickets_of(3)
    written = [Written(ticket, PROMPT, REPLY) for ticket in (first, second, third)]
    with locked(second):
        stored, left, last = store(written)
    assert (stored.id, left, last.id) == (first.id, None, third.id)
    assert store_alone(written[1]).id == second.id
    assert set(Explanation.objects.values_list("state", flat=True)) == {"ready"}


def test_a_right_that_is_lost_while_its_answer_waits_for_the_row_overwrites_nothing():
    (ticket,) = tickets_of(1)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Explanation.objects.select_for_update().get(pk=ticket.id)
            late = pool.submit(_and_close, lambda: store_alone(Written(ticket, PROMPT, REPLY)))
            _until_somebody_waits()
            Explanation.objects.filter(pk=ticket.id).update(owner="0" * 32)
        assert late.result(10).id != ticket.id
    assert Explanation.objects.get(pk=ticket.id).state == "pending"


def test_answers_claims_and_calls_of_the_same_crowd_never_wait_in_a_circle():
    call = Call("gemini", "m-1", "news", OK, Usage(), 1.0, 0.1, is_repair=False)
    for number in range(12):
        Explanation.objects.all().delete()
        tickets = tickets_of(40)
        mixed = random.Random(number).sample(tickets, len(tickets))
        replies = [REPLY, Reply(REPLY.explanation, provider="offline", model="", degraded=True)]
        written = [Written(t, PROMPT, replies[place % 2]) for place, t in enumerate(mixed)]
        entries = [Entry(call, ticket.id) for ticket in mixed[::-1]]
        works = (
            partial(keep, entries),
            partial(store, written),
            partial(renew, mixed),
            partial(keep, entries),
        )
        with ThreadPoolExecutor(len(works)) as pool:
            kept = [pool.submit(_and_close, work) for work in works]
            for one in kept:
                one.result(20)  # raises what it raised
    assert ProviderCall.objects.count() == 2 * 40 * 12


def _and_close(work: Callable[[], object]) -> object:
    try:
        return work()
    finally:
        connections.close_all()


def _until_somebody_waits() -> None:
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
            cursor.execute("SELECT pg_sleep(0.01), pg_stat_clear_snapshot()")
    raise AssertionError("nobody waits")
