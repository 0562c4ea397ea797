"""One run at a time works on an answer, for as long as it renews its claim."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from botapp.models import Generation
from botapp.services import answer_claims, endings, generations
from tests.botapp.services.owed import answer, begin, used


@pytest.mark.django_db
class TestOneRun:
    def test_only_one_run_has_it(self, ada):
        number = begin(ada, message_id=50)
        assert answer_claims.take(number)
        assert answer_claims.take(number) is None
        assert answer_claims.take_open(5) == []

    def test_a_claim_that_ran_out_is_taken_up_and_the_late_one_changes_nothing(self, ada):
        first = answer_claims.take(begin(ada, message_id=50))
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        [second] = answer_claims.take_open(5)
        assert (second.id, second.attempts) == (first.id, 2)
        late = [
            answer_claims.renew(first),
            endings.finish(first, explanation_id=answer(), cached=False),
            endings.fail(first, code="late"),
            endings.stop(first),
            answer_claims.hand_back(first),
        ]
        assert not any(late)
        assert endings.finish(second, explanation_id=answer(), cached=False)
        assert used(ada) == 1

    def test_a_renewed_claim_is_kept(self, ada):
        job = answer_claims.take(begin(ada, message_id=50))
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        assert answer_claims.renew(job)
        assert answer_claims.take_open(5) == []

    def test_handed_back_it_is_free_at_once_and_the_attempt_does_not_count(self, ada):
        job = answer_claims.take(begin(ada, message_id=50))
        assert answer_claims.hand_back(job)
        assert [again.attempts for again in answer_claims.take_open(5)] == [1]

    def test_before_its_message_is_sent_it_is_not_taken_up_by_others(self, ada):
        number = begin(ada)
        assert answer_claims.take_open(5) == []
        generations.attach(number, message_id=50)
        generations.attach(number, message_id=51)
        assert [job.message_id for job in answer_claims.take_open(5)] == [50]


@pytest.mark.django_db
class TestTakingUp:
    def test_the_oldest_come_first_and_no_more_than_asked_for(self, ada):
        numbers = [begin(ada, message_id=50 + number) for number in range(3)]
        assert [job.id for job in answer_claims.take_open(2)] == numbers[:2]
        assert [job.id for job in answer_claims.take_open(2)] == numbers[2:]

    def test_those_that_are_begun_here_already_are_let_be(self, ada):
        mine, other = begin(ada, message_id=50), begin(ada, message_id=51)
        assert [job.id for job in answer_claims.take_open(5, besides=[mine])] == [other]
        assert answer_claims.take(mine)

    def test_a_claim_is_free_only_once_it_has_run_out(self, ada, time_machine):
        time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
        job = answer_claims.take(begin(ada, message_id=50))
        time_machine.shift(answer_claims.SECONDS)
        assert answer_claims.take_open(1) == []
        time_machine.shift(0.1)
        assert [again.id for again in answer_claims.take_open(1)] == [job.id]

    def test_renewing_in_time_keeps_it_for_ever(self, ada, time_machine):
        time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
        job = answer_claims.take(begin(ada, message_id=50))
        for _ in range(4):
            time_machine.shift(answer_claims.SECONDS - 1)
            assert answer_claims.renew(job)
            assert answer_claims.take_open(1) == []

    @pytest.mark.parametrize("many", [1, 3])
    def test_all_claims_are_renewed_by_one_statement(self, ada, many, django_assert_num_queries):
        jobs = [answer_claims.take(begin(ada, message_id=50 + number)) for number in range(many)]
        Generation.objects.update(claimed_until=timezone.now())
        with django_assert_num_queries(1):
            assert answer_claims.renew(*jobs) == {job.id for job in jobs}
        assert not Generation.objects.filter(claimed_until__lt=timezone.now()).exists()

    def test_among_the_renewed_the_lost_and_the_ended_are_not(self, ada):
        kept, lost, over = (answer_claims.take(begin(ada, message_id=50 + number)) for number in range(3))
        answer_claims.hand_back(lost)
        again = answer_claims.take(lost.id)
        before = Generation.objects.get(pk=lost.id).claimed_until
        endings.stop(over)
        assert answer_claims.renew(kept, lost, over) == {kept.id}
        assert Generation.objects.get(pk=lost.id).claimed_until == before
        assert answer_claims.renew(again) == {lost.id}

    def test_nothing_to_renew_is_nothing(self):
        assert answer_claims.renew() == frozenset()

    def test_a_stop_asked_for_while_nobody_works_is_seen_by_the_next_run(self, ada):
        number = begin(ada, message_id=50)
        first = answer_claims.take(number)
        answer_claims.hand_back(first)
        generations.request_stop(number, person_id=ada)
        (second,) = answer_claims.take_open(1)
        assert (first.stopping, second.stopping) == (False, True)

    def test_handing_back_what_another_has_changes_nothing(self, ada):
        first = answer_claims.take(begin(ada, message_id=50))
        answer_claims.hand_back(first)
        second = answer_claims.take(first.id)
        assert not answer_claims.hand_back(first)
        assert answer_claims.renew(second)


def test_of_many_runs_at_once_one_has_the_claim(live_db, ada):
    number = begin(ada, message_id=50)

    def take(_: int) -> bool:
        try:
            return answer_claims.take(number) is not None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(take, range(16))) == 1
