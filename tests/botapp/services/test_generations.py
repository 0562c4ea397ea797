"""Answers that are owed and charged for, and those that nobody wants any more."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from botapp.exceptions import AlreadyWriting, DailyLimitReached, TooFast
from botapp.models import Generation, Person
from botapp.services import answer_claims, endings, generations
from botapp.services.people import greet
from tests.botapp.services.owed import answer, begin, used


@pytest.mark.django_db
class TestOneGeneration:
    def test_it_is_paid_for_worked_on_and_finished(self, ada):
        number = begin(ada, text="A\x00B")
        assert used(ada) == 1
        generations.attach(number, message_id=50)
        job = answer_claims.take(number)
        assert (job.id, job.person_id, job.chat_id, job.message_id) == (number, ada, 7, 50)
        assert (job.text, job.kind, job.language, job.depth) == ("AB", "news", "en", "normal")
        assert (job.attempts, job.stopping) == (1, False)
        assert endings.finish(job, explanation_id=answer(), cached=False)
        assert Generation.objects.get().state == "done"
        assert used(ada) == 1

    def test_nobody_stops_what_is_written_for_another(self, ada):
        number, bob = begin(ada), greet(8).id
        assert not generations.request_stop(number, person_id=bob)
        assert generations.request_stop_all(7, person_id=bob) == []
        assert not answer_claims.take(number).stopping

    def test_stop_reaches_all_of_ones_own_in_the_chat(self, ada):
        mine = [begin(ada), begin(ada)]
        elsewhere = begin(ada, chat_id=8)
        assert sorted(generations.request_stop_all(7, person_id=ada)) == mine
        assert answer_claims.take(mine[0]).stopping
        assert not answer_claims.take(elsewhere).stopping

    def test_one_message_is_written_once_at_a_time(self, ada):
        job = answer_claims.take(begin(ada, message_id=50))
        with pytest.raises(AlreadyWriting):
            begin(ada, message_id=50)
        assert used(ada) == 1
        endings.finish(job, explanation_id=answer(), cached=False)
        begin(ada, message_id=50)

    def test_a_card_of_another_chat_with_the_same_number_is_another_card(self, ada):
        begin(ada, message_id=50)
        assert begin(ada, message_id=50, chat_id=8)

    def test_without_allowance_nothing_is_begun(self, ada):
        Person.objects.update(daily_limit=0)
        with pytest.raises(DailyLimitReached):
            begin(ada)
        assert not Generation.objects.exists()

    def test_a_refused_one_leaves_neither_a_charge_nor_a_row(self, ada, settings):
        settings.FLOOD_SECONDS, settings.FLOOD_BURST = 30.0, 1
        begin(ada)
        with pytest.raises(TooFast):
            begin(ada)
        assert (used(ada), Generation.objects.count()) == (1, 1)

    def test_an_unknown_number_is_nobodys(self, ada):
        assert answer_claims.take(4711) is None
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
