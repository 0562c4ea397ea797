from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from analytics.models import Event
from botapp.exceptions import AlreadyWriting, DailyLimitReached, TooFast
from botapp.models import DailyUsage, Explanation, Generation, Person
from botapp.queries.counters import counters
from botapp.queries.generations import stopping
from botapp.services import generations, quotas
from botapp.services.people import greet


@pytest.fixture
def ada(settings):
    settings.FLOOD_SECONDS = 0
    return greet(7, first_name="Ada").id


def begin(person: int, **facts) -> int:
    facts = {"chat_id": 7, "text": "News", "kind": "news", "language": "en", "depth": "normal"} | facts
    return generations.begin(person, **facts)


def answer(*, degraded: bool = False) -> int:
    return Explanation.objects.create(
        state="ready",
        language="en",
        depth="normal",
        source_text="News",
        answer={"headline": "x"},
        degraded=degraded,
    ).pk


def used(person: int) -> int:
    return quotas.left(person).used


@pytest.mark.django_db
class TestOneGeneration:
    def test_it_is_paid_for_worked_on_and_finished(self, ada):
        number = begin(ada, text="A\x00B")
        assert used(ada) == 1
        generations.attach(number, message_id=50)
        job = generations.claim(number)
        assert (job.id, job.person_id, job.chat_id, job.message_id) == (number, ada, 7, 50)
        assert (job.text, job.kind, job.language, job.depth) == ("AB", "news", "en", "normal")
        assert (job.attempts, job.stopping) == (1, False)
        assert generations.finish(job, explanation_id=answer(), cached=False)
        assert Generation.objects.get().state == "done"
        assert used(ada) == 1

    def test_only_one_run_has_it(self, ada):
        number = begin(ada, message_id=50)
        assert generations.claim(number)
        assert generations.claim(number) is None
        assert generations.claim_open(5) == []

    def test_a_claim_that_ran_out_is_taken_up_and_the_late_one_changes_nothing(self, ada):
        first = generations.claim(begin(ada, message_id=50))
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        [second] = generations.claim_open(5)
        assert (second.id, second.attempts) == (first.id, 2)
        late = [
            generations.renew(first),
            generations.finish(first, explanation_id=answer(), cached=False),
            generations.fail(first, code="late"),
            generations.stop(first),
            generations.hand_back(first),
        ]
        assert not any(late)
        assert generations.finish(second, explanation_id=answer(), cached=False)
        assert used(ada) == 1

    def test_a_renewed_claim_is_kept(self, ada):
        job = generations.claim(begin(ada, message_id=50))
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        assert generations.renew(job)
        assert generations.claim_open(5) == []

    def test_handed_back_it_is_free_at_once_and_the_attempt_does_not_count(self, ada):
        job = generations.claim(begin(ada, message_id=50))
        assert generations.hand_back(job)
        assert [again.attempts for again in generations.claim_open(5)] == [1]

    def test_before_its_message_is_sent_it_is_not_taken_up_by_others(self, ada):
        number = begin(ada)
        assert generations.claim_open(5) == []
        generations.attach(number, message_id=50)
        generations.attach(number, message_id=51)
        assert [job.message_id for job in generations.claim_open(5)] == [50]

    def test_an_answer_from_the_cache_costs_nothing(self, ada):
        job = generations.claim(begin(ada))
        generations.finish(job, explanation_id=answer(), cached=True)
        assert used(ada) == 0

    def test_a_failure_is_given_back_once(self, ada):
        job = generations.claim(begin(ada))
        assert generations.fail(job, code="timeout")
        assert not generations.fail(job, code="timeout")
        assert used(ada) == 0
        assert Event.objects.get(kind="error").subject == "timeout"

    def test_what_is_stopped_is_given_back(self, ada):
        number = begin(ada, message_id=50)
        job = generations.claim(number)
        assert generations.request_stop(number, person_id=ada)
        assert stopping([number, number + 1]) == {number}
        assert generations.stop(job)
        assert (used(ada), Generation.objects.get().state) == (0, "stopped")
        assert not generations.request_stop(number, person_id=ada)

    def test_nobody_stops_what_is_written_for_another(self, ada):
        number, bob = begin(ada), greet(8).id
        assert not generations.request_stop(number, person_id=bob)
        assert generations.request_stop_all(7, person_id=bob) == []
        assert not generations.claim(number).stopping

    def test_stop_reaches_all_of_ones_own_in_the_chat(self, ada):
        mine = [begin(ada), begin(ada)]
        elsewhere = begin(ada, chat_id=8)
        assert sorted(generations.request_stop_all(7, person_id=ada)) == mine
        assert generations.claim(mine[0]).stopping
        assert not generations.claim(elsewhere).stopping

    def test_one_message_is_written_once_at_a_time(self, ada):
        job = generations.claim(begin(ada, message_id=50))
        with pytest.raises(AlreadyWriting):
            begin(ada, message_id=50)
        assert used(ada) == 1
        generations.finish(job, explanation_id=answer(), cached=False)
        begin(ada, message_id=50)

    def test_without_allowance_nothing_is_begun(self, ada):
        Person.objects.update(daily_limit=0)
        with pytest.raises(DailyLimitReached):
            begin(ada)
        assert not Generation.objects.exists()

    def test_what_never_got_its_message_is_dropped_and_given_back(self, ada):
        begin(ada)
        fresh = begin(ada)
        Generation.objects.exclude(pk=fresh).update(created_at=timezone.now() - timedelta(hours=2))
        assert generations.drop_unsent() == 1
        assert used(ada) == 1
        assert Generation.objects.get(state="waiting").pk == fresh

    def test_each_outcome_is_counted_once(self, ada):
        jobs = [generations.claim(begin(ada)) for _ in range(3)]
        generations.finish(jobs[0], explanation_id=answer(), cached=False)
        generations.finish(jobs[1], explanation_id=answer(degraded=True), cached=False)
        generations.fail(jobs[2], code="x")
        assert counters() == {
            "requests_total": 3,
            "requests_success": 2,
            "requests_fallback": 1,
            "requests_errors": 1,
            "requests_rate_limited": 0,
        }
        facts = [event.facts["degraded"] for event in Event.objects.filter(kind="explanation").order_by("id")]
        assert facts == [False, True]


@pytest.mark.django_db
class TestTheEndIsTheEnd:
    """Waiting, then exactly one of done, failed and stopped."""

    ENDS = {
        "done": lambda job: generations.finish(job, explanation_id=answer(), cached=False),
        "failed": lambda job: generations.fail(job, code="timeout"),
        "stopped": lambda job: generations.stop(job),
    }

    @pytest.mark.parametrize("first", ENDS)
    @pytest.mark.parametrize("second", ENDS)
    def test_what_is_over_does_not_end_a_second_time(self, ada, first, second):
        job = generations.claim(begin(ada, message_id=50))
        assert self.ENDS[first](job)
        taken, counted, noted = used(ada), counters(), Event.objects.count()
        assert not self.ENDS[second](job)
        assert Generation.objects.get().state == first
        assert (used(ada), counters(), Event.objects.count()) == (taken, counted, noted)

    @pytest.mark.parametrize("end", ENDS)
    def test_what_is_over_is_not_claimed_renewed_handed_back_or_stopped(self, ada, end):
        number = begin(ada, message_id=50)
        job = generations.claim(number)
        self.ENDS[end](job)
        assert generations.claim(number) is None
        assert generations.claim_open(5) == []
        assert not generations.renew(job)
        assert not generations.hand_back(job)
        assert not generations.request_stop(number, person_id=ada)
        assert generations.request_stop_all(7, person_id=ada) == []
        assert stopping([number]) == set()

    @pytest.mark.parametrize(("end", "left"), [("done", 1), ("failed", 0), ("stopped", 0)])
    def test_only_an_answer_is_paid_for(self, ada, end, left):
        self.ENDS[end](generations.claim(begin(ada)))
        assert used(ada) == left

    def test_a_stopped_one_is_neither_a_request_nor_an_event(self, ada):
        generations.stop(generations.claim(begin(ada)))
        assert counters()["requests_total"] == 0
        assert not Event.objects.exists()

    def test_a_finished_one_keeps_no_claim(self, ada):
        generations.finish(generations.claim(begin(ada)), explanation_id=answer(), cached=False)
        row = Generation.objects.get()
        assert (row.claim, row.claimed_until) == (None, None)


@pytest.mark.django_db
class TestTheCharge:
    def test_it_goes_back_to_the_day_it_was_taken_from(self, ada, time_machine):
        time_machine.move_to("2026-03-01 23:59:58+00:00")
        late = generations.claim(begin(ada))
        time_machine.move_to("2026-03-02 00:00:03+00:00")
        begin(ada)
        assert generations.fail(late, code="timeout")
        assert used(ada) == 1
        assert [row.used for row in DailyUsage.objects.order_by("day")] == [0, 1]

    def test_it_is_given_back_once_by_two_runs(self, ada):
        begin(ada)
        first = generations.claim(begin(ada, message_id=50))
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        second = generations.claim(first.id)
        assert [generations.fail(job, code="x") for job in (first, second, second)] == [False, True, False]
        assert used(ada) == 1

    def test_one_without_a_charge_gives_nothing_back(self, ada):
        begin(ada)
        free = begin(ada)
        Generation.objects.filter(pk=free).update(charged_on=None)
        assert generations.fail(generations.claim(free), code="x")
        assert used(ada) == 2

    def test_a_refused_one_leaves_neither_a_charge_nor_a_row(self, ada, settings):
        settings.FLOOD_SECONDS, settings.FLOOD_BURST = 30.0, 1
        begin(ada)
        with pytest.raises(TooFast):
            begin(ada)
        assert (used(ada), Generation.objects.count()) == (1, 1)


@pytest.mark.django_db
class TestTakingUp:
    def test_the_oldest_come_first_and_no_more_than_asked_for(self, ada):
        numbers = [begin(ada, message_id=50 + number) for number in range(3)]
        assert [job.id for job in generations.claim_open(2)] == numbers[:2]
        assert [job.id for job in generations.claim_open(2)] == numbers[2:]

    def test_those_that_are_begun_here_already_are_let_be(self, ada):
        mine, other = begin(ada, message_id=50), begin(ada, message_id=51)
        assert [job.id for job in generations.claim_open(5, besides=[mine])] == [other]
        assert generations.claim(mine)

    def test_a_claim_is_free_only_once_it_has_run_out(self, ada, time_machine):
        time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
        job = generations.claim(begin(ada, message_id=50))
        time_machine.shift(generations.CLAIM_SECONDS)
        assert generations.claim_open(1) == []
        time_machine.shift(0.1)
        assert [again.id for again in generations.claim_open(1)] == [job.id]

    def test_renewing_in_time_keeps_it_for_ever(self, ada, time_machine):
        time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
        job = generations.claim(begin(ada, message_id=50))
        for _ in range(4):
            time_machine.shift(generations.CLAIM_SECONDS - 1)
            assert generations.renew(job)
            assert generations.claim_open(1) == []

    @pytest.mark.parametrize("many", [1, 3])
    def test_all_claims_are_renewed_by_one_statement(self, ada, many, django_assert_num_queries):
        jobs = [generations.claim(begin(ada, message_id=50 + number)) for number in range(many)]
        Generation.objects.update(claimed_until=timezone.now())
        with django_assert_num_queries(1):
            assert generations.renew(*jobs) == {job.id for job in jobs}
        assert not Generation.objects.filter(claimed_until__lt=timezone.now()).exists()

    def test_among_the_renewed_the_lost_and_the_ended_are_not(self, ada):
        kept, lost, over = (generations.claim(begin(ada, message_id=50 + number)) for number in range(3))
        generations.hand_back(lost)
        again = generations.claim(lost.id)
        before = Generation.objects.get(pk=lost.id).claimed_until
        generations.stop(over)
        assert generations.renew(kept, lost, over) == {kept.id}
        assert Generation.objects.get(pk=lost.id).claimed_until == before
        assert generations.renew(again) == {lost.id}

    def test_nothing_to_renew_is_nothing(self):
        assert generations.renew() == frozenset()

    def test_a_stop_asked_for_while_nobody_works_is_seen_by_the_next_run(self, ada):
        number = begin(ada, message_id=50)
        first = generations.claim(number)
        generations.hand_back(first)
        generations.request_stop(number, person_id=ada)
        (second,) = generations.claim_open(1)
        assert (first.stopping, second.stopping) == (False, True)

    def test_handing_back_what_another_has_changes_nothing(self, ada):
        first = generations.claim(begin(ada, message_id=50))
        generations.hand_back(first)
        second = generations.claim(first.id)
        assert not generations.hand_back(first)
        assert generations.renew(second)

    def test_a_card_of_another_chat_with_the_same_number_is_another_card(self, ada):
        begin(ada, message_id=50)
        assert begin(ada, message_id=50, chat_id=8)

    def test_what_is_being_sent_just_now_is_not_dropped(self, ada):
        job = generations.claim(begin(ada))
        Generation.objects.update(created_at=timezone.now() - timedelta(hours=2))
        assert generations.drop_unsent() == 0
        assert generations.renew(job)

    def test_an_unknown_number_is_nobodys(self, ada):
        assert generations.claim(4711) is None
        generations.attach(4711, message_id=1)
        assert not generations.request_stop(4711, person_id=ada)


def test_of_many_taps_at_once_one_begins(live_db, ada):
    def tap(_: int) -> bool:
        try:
            begin(ada, message_id=50)
        except AlreadyWriting:
            return False
        else:
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        begun = list(pool.map(tap, range(16)))
    assert sum(begun) == 1
    assert used(ada) == 1


def test_of_many_runs_at_once_one_has_the_claim(live_db, ada):
    number = begin(ada, message_id=50)

    def take(_: int) -> bool:
        try:
            return generations.claim(number) is not None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(take, range(16))) == 1


def test_of_many_ends_at_once_one_counts_and_the_charge_goes_back_once(live_db, ada):
    begin(ada)
    job = generations.claim(begin(ada, message_id=50))

    def end(number: int) -> bool:
        try:
            return generations.stop(job) if number % 2 else generations.fail(job, code="x")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(end, range(16))) == 1
    assert used(ada) == 1
