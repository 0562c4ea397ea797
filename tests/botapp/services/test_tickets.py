"""The right to write one answer: kept while its writer is heard of, lost to who takes over."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from botapp.models import Explanation
from botapp.services import tickets as rights
from botapp.services.reservations import Waiting
from botapp.services.tickets import Ticket, give_up
from tests.botapp.services.writers import (
    KEY,
    PROMPT,
    locked,
    renew,
    reply,
    reserve,
    run_out,
    store,
    tickets_of,
)


@pytest.mark.django_db
class TestRenewing:
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

    def test_it_lasts_its_time_and_as_long_again_from_when_it_was_renewed(self, time_machine):
        time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
        ticket = reserve(KEY, PROMPT)
        time_machine.shift(rights.PENDING_SECONDS - 0.1)
        assert renew(ticket)
        time_machine.shift(rights.PENDING_SECONDS - 0.1)
        assert reserve(KEY, PROMPT) == Waiting(ticket.id)
        time_machine.shift(0.1)
        assert isinstance(reserve(KEY, PROMPT), Ticket)

    def test_of_several_only_the_lost_one_is_not_kept(self):
        first, second = tickets_of(2)
        run_out()
        taken_over = reserve("0" * 64, PROMPT)
        assert rights.renew([first, second]) == 1
        assert taken_over.id == first.id
        assert reserve("0" * 63 + "1", PROMPT) == Waiting(second.id)

    def test_of_no_right_nothing_is_kept(self):
        assert rights.renew([]) == 0


@pytest.mark.django_db
class TestGivingUp:
    def test_who_gives_up_frees_the_key_at_once(self):
        ticket = reserve(KEY, PROMPT)
        give_up(ticket, failure="timeout")
        row = Explanation.objects.get()
        assert (row.state, row.failure, row.key, row.owner) == ("failed", "timeout", None, None)
        assert isinstance(reserve(KEY, PROMPT), Ticket)

    def test_a_failure_with_a_long_name_is_kept_as_far_as_there_is_room(self):
        give_up(reserve(KEY, PROMPT), failure="f" * 99)
        assert Explanation.objects.get().failure == "f" * 32

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


@pytest.mark.usefixtures("on_postgresql")
def test_rights_to_write_are_kept_though_a_row_of_theirs_is_locked(live_db):
    tickets = tickets_of(3)
    with locked(tickets[1]):
        assert rights.renew(tickets) == 2
    assert rights.renew(tickets) == 3


def test_of_a_writer_and_many_who_take_over_at_once_one_has_the_right(live_db):
    late = reserve(KEY, PROMPT)
    run_out()

    def act(number: int) -> object:
        try:
            return rights.renew([late]) if number % 2 else reserve(KEY, PROMPT)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(act, range(16)))
    taken_over = [one for one in done if isinstance(one, Ticket)]
    renewed = sum(one for one in done if isinstance(one, int))
    assert (len(taken_over), bool(renewed)) in ((1, False), (0, True), (1, True))
    holder = taken_over[0] if taken_over else late
    assert Explanation.objects.get().owner == holder.owner
    assert rights.renew([late, *taken_over]) == 1
