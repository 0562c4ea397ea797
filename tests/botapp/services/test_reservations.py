"""One answer for equal questions, over processes: who writes it, and who waits for whom."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from botapp.ai.base import Prompt
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer
from botapp.services import explanations, reservations
from botapp.services import tickets as rights
from botapp.services.explanations import Written
from botapp.services.reservations import Place, Question, Waiting
from botapp.services.tickets import Ticket, give_up
from tests.botapp.services.writers import KEY, PROMPT, locked, reply, reserve, run_out, store, tickets_of


def watch(waiting: Waiting) -> StoredAnswer | Waiting | None:
    (seen,) = reservations.watch([waiting])
    return seen


@pytest.mark.django_db
class TestReserving:
    def test_the_first_may_write_and_the_second_waits_for_that_row(self):
        ticket = reserve(KEY, PROMPT)
        assert isinstance(ticket, Ticket)
        assert reserve(KEY, PROMPT) == Waiting(ticket.id)

    def test_another_key_is_another_answer(self):
        first, second = reserve(KEY, PROMPT), reserve("x" * 64, PROMPT)
        assert isinstance(second, Ticket)
        assert second.id != first.id

    def test_the_row_keeps_what_was_asked(self):
        reserve(KEY, Prompt("Що таке газ?", language="uk", depth="pro", kind="question"))
        row = Explanation.objects.get()
        assert (row.source_text, row.language, row.depth, row.kind) == (
            "Що таке газ?",
            "uk",
            "pro",
            "question",
        )
        assert row.prompt_version

    def test_a_ready_answer_is_handed_out_again(self):
        stored = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=reply())
        assert reserve(KEY, PROMPT) == stored

    def test_a_ready_answer_grows_old(self, settings):
        settings.EXPLANATION_TTL_SECONDS = 60
        old = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=reply())
        Explanation.objects.update(ready_at=timezone.now() - timedelta(seconds=61))
        fresh = reserve(KEY, PROMPT)
        assert isinstance(fresh, Ticket)
        assert fresh.id != old.id
        kept = Explanation.objects.get(pk=old.id)
        assert (kept.key, kept.state) == (None, "ready")

    def test_an_answer_of_a_schema_no_longer_read_is_asked_for_anew(self):
        old = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=reply())
        Explanation.objects.filter(pk=old.id).update(answer={"title": "an old shape"})
        assert isinstance(reserve(KEY, PROMPT), Ticket)

    def test_who_was_silent_for_too_long_is_taken_over_in_the_same_row(self):
        first = reserve(KEY, PROMPT)
        run_out()
        second = reserve(KEY, PROMPT)
        assert isinstance(second, Ticket)
        assert second.id == first.id
        assert second.owner != first.owner
        assert reserve(KEY, PROMPT) == Waiting(first.id)

    def test_a_row_whose_key_is_freed_meanwhile_is_not_taken_over(self, monkeypatch):
        late, look = reserve(KEY, PROMPT), reservations._there
        run_out()

        def look_and_free(keys):
            there = look(keys)
            if len(keys) == 1:  # the second look: about to take it over
                give_up(late, failure="timeout")
            return there

        monkeypatch.setattr(reservations, "_there", look_and_free)
        other, place = reservations.reserve([Question("o" * 64, PROMPT), Question(KEY, PROMPT)])
        assert isinstance(other, Ticket)
        assert Explanation.objects.get(pk=late.id).state == "failed"
        assert isinstance(place, Ticket) or watch(place) is None, "who waits may write at once"


@pytest.mark.django_db
class TestTogether:
    def test_each_of_many_questions_gets_what_is_there_for_it(self):
        ready = store(reserve("a" * 64, PROMPT), prompt=PROMPT, reply=reply())
        written = reserve("b" * 64, PROMPT)
        silent = reserve("c" * 64, PROMPT)
        Explanation.objects.filter(pk=silent.id).update(pending_until=timezone.now() - timedelta(seconds=1))
        asked = [Question(letter * 64, PROMPT) for letter in "edcbad"]
        fresh, first, taken_over, waiting, found, second = reservations.reserve(asked)
        assert (found, waiting) == (ready, Waiting(written.id))
        assert isinstance(taken_over, Ticket)
        assert taken_over.id == silent.id
        assert isinstance(fresh, Ticket)
        assert isinstance(first, Ticket)
        assert second == Waiting(first.id)
        assert Explanation.objects.get(pk=fresh.id).key == "e" * 64

    def test_of_equal_questions_the_first_says_what_was_asked(self):
        prompts = (Prompt("Bitcoin rose.", origin="Reuters"), Prompt("Bitcoin  rose.", origin="Reuters"))
        reservations.reserve([Question(KEY, prompt) for prompt in prompts])
        assert Explanation.objects.get().source_text == "Bitcoin rose."

    def test_what_the_table_does_not_take_is_an_error_for_who_asks_it(self):
        impossible = Question(KEY, Prompt("Bitcoin rose.", variant=-1))
        with pytest.raises(IntegrityError), transaction.atomic():
            reservations.reserve([impossible])

    def test_what_many_wait_for_is_looked_at_once(self, django_assert_num_queries):
        tickets = reservations.reserve([Question(letter * 64, PROMPT) for letter in "abc"])
        answer = store(tickets[0], prompt=PROMPT, reply=reply())
        give_up(tickets[1], failure="timeout")
        asked = [Waiting(ticket.id) for ticket in (*tickets, tickets[0])]
        with django_assert_num_queries(1):
            assert reservations.watch(asked) == [answer, None, asked[2], answer]

    @pytest.mark.parametrize("times", [1, 40])
    def test_a_crowd_costs_no_more_statements_than_one(self, django_assert_max_num_queries, times):
        asked = [Question(f"{number:064}", PROMPT) for number in range(times)]
        with django_assert_max_num_queries(7):
            reservations.reserve(asked)


@pytest.mark.django_db
class TestWatching:
    def test_while_it_is_written_there_is_nothing_to_see(self):
        waiting = Waiting(reserve(KEY, PROMPT).id)
        assert watch(waiting) == waiting

    @pytest.mark.parametrize("degraded", [False, True])
    def test_the_answer_is_seen_once_it_stands_a_degraded_one_too(self, degraded):
        ticket = reserve(KEY, PROMPT)
        store(ticket, prompt=PROMPT, reply=reply(degraded=degraded))
        seen = watch(Waiting(ticket.id))
        assert isinstance(seen, StoredAnswer)
        assert (seen.id, seen.degraded) == (ticket.id, degraded)

    def test_a_writer_that_fell_silent_is_no_longer_waited_for(self):
        ticket = reserve(KEY, PROMPT)
        run_out()
        assert watch(Waiting(ticket.id)) is None

    def test_a_writer_that_gave_up_is_no_longer_waited_for(self):
        ticket = reserve(KEY, PROMPT)
        give_up(ticket, failure="timeout")
        assert watch(Waiting(ticket.id)) is None

    def test_a_row_that_is_gone_is_no_longer_waited_for(self):
        ticket = reserve(KEY, PROMPT)
        Explanation.objects.all().delete()
        assert watch(Waiting(ticket.id)) is None

    def test_an_answer_that_can_not_be_read_is_no_longer_waited_for(self):
        answer = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=reply())
        Explanation.objects.update(answer={"title": "an old shape"})
        assert watch(Waiting(answer.id)) is None


def _at_once(times: int) -> list[object]:
    def go(_: int) -> object:
        try:
            return reserve(KEY, PROMPT)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        return list(pool.map(go, range(times)))


def test_of_many_at_once_one_writes(live_db):
    found = _at_once(18)
    (ticket,) = [one for one in found if isinstance(one, Ticket)]
    assert found.count(Waiting(ticket.id)) == 17
    assert Explanation.objects.count() == 1


def test_of_many_who_find_a_silent_writer_one_takes_over(live_db):
    reserve(KEY, PROMPT)
    run_out()
    found = _at_once(18)
    assert sum(isinstance(one, Ticket) for one in found) == 1
    assert Explanation.objects.count() == 1


def test_crowds_of_equal_questions_in_any_order_do_not_lock_one_another_out(live_db):
    keys = [f"{number:064}" for number in range(40)]

    def crowd(number: int) -> list[Place]:
        asked = [Question(key, PROMPT) for key in random.Random(number).sample(keys, len(keys))]
        try:
            places = reservations.reserve(asked)
            tickets = [place for place in places if isinstance(place, Ticket)]
            rights.renew(tickets)
            written = [Written(ticket, PROMPT, reply()) for ticket in tickets]
            for one, answer in zip(written, explanations.store(written), strict=True):
                assert answer or explanations.store_alone(one)
            return tickets
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        written = [ticket.id for tickets in pool.map(crowd, range(12)) for ticket in tickets]
    assert len(written) == len(set(written)) == len(keys)
    assert Explanation.objects.filter(state="ready").count() == len(keys)


@pytest.mark.usefixtures("on_postgresql")
def test_a_silent_writer_s_row_that_is_locked_is_waited_for_and_the_others_are_taken_over(live_db):
    first, second = tickets_of(2)
    run_out()
    asked = [Question(f"{number:064}", PROMPT) for number in range(3)]
    with locked(first):
        waited_for, taken_over, fresh = reservations.reserve(asked)
    assert waited_for == Waiting(first.id)
    assert isinstance(taken_over, Ticket)
    assert taken_over.id == second.id
    assert isinstance(fresh, Ticket)


@pytest.mark.usefixtures("on_postgresql")
def test_a_right_that_came_late_because_another_key_was_waited_for_lasts_as_long_as_any(live_db):
    begun = threading.Event()

    def insert_and_think_better_of_it() -> None:
        with transaction.atomic():
            explanations.draft(PROMPT, key="b" * 64).save()
            begun.set()
            time.sleep(reservations._SLOW.total_seconds() + 0.3)
            transaction.set_rollback(True)
        connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(insert_and_think_better_of_it)
        assert begun.wait(10)
        places = reservations.reserve([Question("a" * 64, PROMPT), Question("b" * 64, PROMPT)])
        now = timezone.now()
        other.result(10)
    assert all(isinstance(place, Ticket) for place in places)
    left = [row.pending_until - now for row in Explanation.objects.all()]
    assert min(left) > timedelta(seconds=rights.PENDING_SECONDS - 0.3)
