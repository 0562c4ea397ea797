"""How answers end, what that costs and what is counted."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from analytics.models import Event
from botapp.models import DailyUsage, Generation
from botapp.queries.counters import counters
from botapp.queries.generations import stopping
from botapp.services import answer_claims, endings, generations
from tests.botapp.services.owed import answer, begin, used


@pytest.mark.django_db
class TestOneEnd:
    def test_an_answer_from_the_cache_costs_nothing(self, ada):
        job = answer_claims.take(begin(ada))
        endings.finish(job, explanation_id=answer(), cached=True)
        assert used(ada) == 0

    def test_a_failure_is_given_back_once(self, ada):
        job = answer_claims.take(begin(ada))
        assert endings.fail(job, code="timeout")
        assert not endings.fail(job, code="timeout")
        assert used(ada) == 0
        assert Event.objects.get(kind="error").subject == "timeout"

    def test_what_is_stopped_is_given_back(self, ada):
        number = begin(ada, message_id=50)
        job = answer_claims.take(number)
        assert generations.request_stop(number, person_id=ada)
        assert stopping([number, number + 1]) == {number}
        assert endings.stop(job)
        assert (used(ada), Generation.objects.get().state) == (0, "stopped")
        assert not generations.request_stop(number, person_id=ada)

    def test_each_outcome_is_counted_once(self, ada):
        jobs = [answer_claims.take(begin(ada)) for _ in range(3)]
        endings.finish(jobs[0], explanation_id=answer(), cached=False)
        endings.finish(jobs[1], explanation_id=answer(degraded=True), cached=False)
        endings.fail(jobs[2], code="x")
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
        "done": lambda job: endings.finish(job, explanation_id=answer(), cached=False),
        "failed": lambda job: endings.fail(job, code="timeout"),
        "stopped": lambda job: endings.stop(job),
    }

    @pytest.mark.parametrize("first", ENDS)
    @pytest.mark.parametrize("second", ENDS)
    def test_what_is_over_does_not_end_a_second_time(self, ada, first, second):
        job = answer_claims.take(begin(ada, message_id=50))
        assert self.ENDS[first](job)
        taken, counted, noted = used(ada), counters(), Event.objects.count()
        assert not self.ENDS[second](job)
        assert Generation.objects.get().state == first
        assert (used(ada), counters(), Event.objects.count()) == (taken, counted, noted)

    @pytest.mark.parametrize("end", ENDS)
    def test_what_is_over_is_not_claimed_renewed_handed_back_or_stopped(self, ada, end):
        number = begin(ada, message_id=50)
        job = answer_claims.take(number)
        self.ENDS[end](job)
        assert answer_claims.take(number) is None
        assert answer_claims.take_open(5) == []
        assert not answer_claims.renew(job)
        assert not answer_claims.hand_back(job)
        assert not generations.request_stop(number, person_id=ada)
        assert generations.request_stop_all(7, person_id=ada) == []
        assert stopping([number]) == set()

    @pytest.mark.parametrize(("end", "left"), [("done", 1), ("failed", 0), ("stopped", 0)])
    def test_only_an_answer_is_paid_for(self, ada, end, left):
        self.ENDS[end](answer_claims.take(begin(ada)))
        assert used(ada) == left

    def test_a_stopped_one_is_neither_a_request_nor_an_event(self, ada):
        endings.stop(answer_claims.take(begin(ada)))
        assert counters()["requests_total"] == 0
        assert not Event.objects.exists()

    def test_a_finished_one_keeps_no_claim(self, ada):
        endings.finish(answer_claims.take(begin(ada)), explanation_id=answer(), cached=False)
        row = Generation.objects.get()
        assert (row.claim, row.claimed_until) == (None, None)


@pytest.mark.django_db
class TestTheCharge:
    def test_it_goes_back_to_the_day_it_was_taken_from(self, ada, time_machine):
        time_machine.move_to("2026-03-01 23:59:58+00:00")
        late = answer_claims.take(begin(ada))
        time_machine.move_to("2026-03-02 00:00:03+00:00")
        begin(ada)
        assert endings.fail(late, code="timeout")
        assert used(ada) == 1
        assert [row.used for row in DailyUsage.objects.order_by("day")] == [0, 1]

    def test_it_is_given_back_once_by_two_runs(self, ada):
        begin(ada)
        first = answer_claims.take(begin(ada, message_id=50))
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        second = answer_claims.take(first.id)
        assert [endings.fail(job, code="x") for job in (first, second, second)] == [False, True, False]
        assert used(ada) == 1

    def test_one_without_a_charge_gives_nothing_back(self, ada):
        begin(ada)
        free = begin(ada)
        Generation.objects.filter(pk=free).update(charged_on=None)
        assert endings.fail(answer_claims.take(free), code="x")
        assert used(ada) == 2


def test_of_many_ends_at_once_one_counts_and_the_charge_goes_back_once(live_db, ada):
    begin(ada)
    job = answer_claims.take(begin(ada, message_id=50))

    def end(number: int) -> bool:
        try:
            return endings.stop(job) if number % 2 else endings.fail(job, code="x")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(end, range(16))) == 1
    assert used(ada) == 1
