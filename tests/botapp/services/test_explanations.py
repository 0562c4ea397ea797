"""Answers as they are kept: each in its row, a late one beside."""

import pytest
from django.db import IntegrityError, transaction

from botapp.ai.base import Usage
from botapp.models import Explanation
from botapp.queries.explanations import stored
from botapp.services import explanations, reservations
from botapp.services import tickets as rights
from botapp.services.explanations import Written
from botapp.services.reservations import Question, Waiting
from botapp.services.tickets import Ticket
from tests.botapp.services.writers import KEY, PROMPT, reply, reserve, run_out, store


@pytest.mark.django_db
class TestStoring:
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


@pytest.mark.django_db
class TestTogether:
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

    def test_nothing_is_stored_where_one_can_not_be(self):
        tickets = reservations.reserve([Question(letter * 64, PROMPT) for letter in "ab"])
        replies = [reply("A"), reply("B", usage=Usage(input_tokens=-1))]
        written = [Written(*both) for both in zip(tickets, [PROMPT] * 2, replies, strict=True)]
        with pytest.raises(IntegrityError), transaction.atomic():
            explanations.store(written)
        assert rights.renew(tickets) == 2

    @pytest.mark.parametrize("times", [1, 40])
    def test_a_crowd_costs_no_more_statements_than_one(self, django_assert_max_num_queries, times):
        tickets = reservations.reserve([Question(f"{number:064}", PROMPT) for number in range(times)])
        with django_assert_max_num_queries(7):
            explanations.store([Written(ticket, PROMPT, reply()) for ticket in tickets])
