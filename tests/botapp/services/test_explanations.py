"""One answer for equal questions: the row with the key, step by step."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from botapp.ai.base import Prompt, Reply, Usage
from botapp.ai.schema import Explanation as Answer
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer, stored
from botapp.services import explanations, reservations
from botapp.services import tickets as rights
from botapp.services.explanations import Written
from botapp.services.reservations import Place, Question, Waiting
from botapp.services.tickets import Ticket, give_up

KEY = "k" * 64
PROMPT = Prompt("Bitcoin rose.", language="en")


def reply(headline: str = "Up", **facts) -> Reply:
    facts = {"provider": "gemini", "model": "m-1", "complete": True} | facts
    return Reply(Answer(headline=headline), **facts)


def reserve(key: str, prompt: Prompt) -> Place:
    (place,) = reservations.reserve([Question(key, prompt)])
    return place


def store(ticket: Place, *, prompt: Prompt, reply: Reply) -> StoredAnswer:
    assert isinstance(ticket, Ticket)
    written = Written(ticket, prompt, reply)
    (answer,) = explanations.store([written])
    return answer or explanations.store_alone(written)


def watch(waiting: Waiting) -> StoredAnswer | Waiting | None:
    (seen,) = reservations.watch([waiting])
    return seen


def renew(ticket: Place) -> int:
    assert isinstance(ticket, Ticket)
    return rights.renew([ticket])


def run_out() -> None:
    """Let every writer have been silent for too long."""
    Explanation.objects.filter(state="pending").update(pending_until=timezone.now() - timedelta(seconds=1))


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


@pytest.mark.django_db
class TestWriting:
    def test_a_renewed_right_is_not_taken_over(self):
        ticket = reserve(KEY, PROMPT)
        run_out()
        assert renew(ticket)
        assert reserve(KEY, PROMPT) == Waiting(ticket.id)

    def test_who_was_taken_over_can_not_renew(self):
        first = reserve(KEY, PROMPT)
        run_out()
        second = reserve(KEY, PROMPT)
        assert not renew(first)
        assert renew(second)

    def test_nobody_renews_what_is_over(self):
        ticket = reserve(KEY, PROMPT)
        store(ticket, prompt=PROMPT, reply=reply())
        assert not renew(ticket)

    def test_a_stored_answer_says_who_gave_it_and_for_how_much(self):
        usage = Usage(input_tokens=120, output_tokens=45)
        answer = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=reply("Up\x00", usage=usage))
        assert (answer.explanation.headline, answer.provider, answer.model) == ("Up", "gemini", "m-1")
        row = Explanation.objects.get()
        assert (row.input_tokens, row.output_tokens, row.owner, row.pending_until) == (120, 45, None, None)

    def test_names_that_are_too_long_for_their_columns_are_cut(self):
        long = reply(provider="p" * 99, model="m" * 99, failure="f" * 99, degraded=True)
        answer = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=long)
        assert (len(answer.provider), len(answer.model), len(answer.failure)) == (32, 64, 32)

    def test_a_degraded_answer_gives_its_key_back(self):
        answer = store(reserve(KEY, PROMPT), prompt=PROMPT, reply=reply(degraded=True, failure="unavailable"))
        assert (answer.degraded, answer.failure) == (True, "unavailable")
        assert isinstance(reserve(KEY, PROMPT), Ticket)

    def test_a_late_answer_stands_beside_and_is_not_reused(self):
        late = reserve(KEY, PROMPT)
        run_out()
        current = reserve(KEY, PROMPT)
        beside = store(late, prompt=PROMPT, reply=reply("Late"))
        assert beside.id != current.id
        assert Explanation.objects.get(pk=beside.id).key is None
        assert reserve(KEY, PROMPT) == Waiting(current.id)
        right = store(current, prompt=PROMPT, reply=reply("Right"))
        assert reserve(KEY, PROMPT) == right

    def test_who_gives_up_frees_the_key_at_once(self):
        ticket = reserve(KEY, PROMPT)
        give_up(ticket, failure="timeout")
        row = Explanation.objects.get()
        assert (row.state, row.failure, row.key, row.owner) == ("failed", "timeout", None, None)
        assert isinstance(reserve(KEY, PROMPT), Ticket)

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

    def test_giving_up_late_does_not_disturb_the_one_who_took_over(self):
        late = reserve(KEY, PROMPT)
        run_out()
        current = reserve(KEY, PROMPT)
        give_up(late, failure="timeout")
        assert renew(current)
        assert reserve(KEY, PROMPT) == Waiting(current.id)

    def test_giving_up_after_storing_takes_nothing_back(self):
        ticket = reserve(KEY, PROMPT)
        stored = store(ticket, prompt=PROMPT, reply=reply())
        give_up(ticket, failure="cancelled")
        assert reserve(KEY, PROMPT) == stored


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

    def test_many_answers_are_stored_each_in_its_own_row(self):
        keys = [letter * 64 for letter in "abcd"]
        tickets = reservations.reserve([Question(key, PROMPT) for key in keys])
        run_out()
        current = reserve(keys[2], PROMPT)
        asked = dict(Explanation.objects.values_list("pk", "created_at"))
        replies = [reply("A"), reply("B", degraded=True, failure="timeout"), reply("C"), reply("D")]
        written = zip(tickets, [PROMPT] * 4, replies, strict=True)
        first, second, late, last = explanations.store([Written(*parts) for parts in written])
        answers = [first, second, last]
        assert late is None
        assert [answer.explanation.headline for answer in answers] == ["A", "B", "D"]
        assert [answer.id for answer in answers] == [tickets[place].id for place in (0, 1, 3)]
        assert [answer.created_at for answer in answers] == [asked[answer.id] for answer in answers]
        assert [stored(answer.id) for answer in answers] == answers
        places = reservations.reserve([Question(key, PROMPT) for key in keys])
        assert places[0] == first
        assert isinstance(places[1], Ticket)
        assert places[2] == Waiting(current.id)
        assert places[3] == last

    def test_an_answer_beside_is_read_as_it_was_given(self):
        late = reserve(KEY, PROMPT)
        run_out()
        reserve(KEY, PROMPT)
        beside = store(late, prompt=PROMPT, reply=reply("Late", failure="timeout", usage=Usage(7, 8)))
        assert stored(beside.id) == beside

    def test_an_answer_that_is_stored_again_stands_there_once(self):
        written = Written(reserve(KEY, PROMPT), PROMPT, reply())
        first = explanations.store_alone(written)
        assert explanations.store([written]) == [None]
        assert explanations.store_alone(written) == first
        assert Explanation.objects.count() == 1

    def test_what_the_table_does_not_take_is_an_error_for_who_asks_it(self):
        impossible = Question(KEY, Prompt("Bitcoin rose.", variant=-1))
        with pytest.raises(IntegrityError), transaction.atomic():
            reservations.reserve([impossible])

    def test_nothing_is_stored_where_one_can_not_be(self):
        tickets = reservations.reserve([Question(letter * 64, PROMPT) for letter in "ab"])
        replies = [reply("A"), reply("B", usage=Usage(input_tokens=-1))]
        written = [Written(*both) for both in zip(tickets, [PROMPT] * 2, replies, strict=True)]
        with pytest.raises(IntegrityError), transaction.atomic():
            explanations.store(written)
        assert rights.renew(tickets) == 2

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
            tickets = reservations.reserve(asked)
        with django_assert_max_num_queries(7):
            explanations.store([Written(ticket, PROMPT, reply()) for ticket in tickets])


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
