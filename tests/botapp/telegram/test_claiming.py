"""Claims that no cancellation leaves behind, whenever it comes."""

import asyncio
import threading

import pytest
from django.db import DatabaseError

from botapp.bridge import run_service
from botapp.models import Generation
from botapp.queries.people import known
from botapp.services import answer_claims, generations
from botapp.telegram.claiming import hand_back, keep
from tests.botapp.telegram.outages import table_away
from tests.kit.scripted_ai import Good, Slow

State = Generation.State


@pytest.fixture
def owed(chat):
    """Two answers with a message each that nobody works on."""
    chat.say("/start")
    person = known(chat.person.id).id
    wanted = {"chat_id": chat.chat_id, "kind": "news", "language": "en", "depth": "normal"}
    first = generations.begin(person, text="Bitcoin rose.", message_id=chat.last["message_id"], **wanted)
    second = generations.begin(person, text="Bitcoin fell.", message_id=4711, **wanted)
    yield [first, second]
    Generation.objects.all().delete()


def claims():
    return list(Generation.objects.order_by("id").values_list("claim", flat=True))


def test_what_was_claimed_is_kept_and_handed_back_on_demand(chat, owed):
    jobs = chat.bot.run(keep(run_service(answer_claims.take_each, owed)))
    assert [job.id for job in jobs] == owed
    assert all(claims())
    chat.bot.run(hand_back(jobs))
    assert claims() == [None, None]
    assert set(Generation.objects.values_list("attempts", flat=True)) == {0}


def test_who_is_cancelled_while_the_thread_claims_leaves_no_claim(chat, owed):
    under_way, go_on = threading.Event(), threading.Event()

    def take_slowly():
        jobs = answer_claims.take_each(owed)
        under_way.set()
        go_on.wait(5)
        return jobs

    async def cut_off():
        claiming = asyncio.create_task(keep(run_service(take_slowly)))
        await asyncio.to_thread(under_way.wait, 5)
        claiming.cancel()
        await asyncio.sleep(0.05)
        assert not claiming.done(), "it ends after its thread"
        go_on.set()
        (raised,) = await asyncio.gather(claiming, return_exceptions=True)
        return raised

    assert isinstance(chat.bot.run(cut_off()), asyncio.CancelledError)
    assert claims() == [None, None]


def test_a_claiming_that_fails_says_so_to_its_caller(chat, owed):
    with table_away("botapp_generation"), pytest.raises(DatabaseError):
        chat.bot.run(keep(run_service(answer_claims.take_each, owed)))


def test_who_is_cancelled_while_claiming_fails_ends_as_cancelled(chat, owed):
    under_way, go_on = threading.Event(), threading.Event()

    def fail_slowly():
        under_way.set()
        go_on.wait(5)
        return answer_claims.take_each(owed)

    async def cut_off():
        claiming = asyncio.create_task(keep(run_service(fail_slowly)))
        await asyncio.to_thread(under_way.wait, 5)
        claiming.cancel()
        go_on.set()
        (raised,) = await asyncio.gather(claiming, return_exceptions=True)
        return raised

    with table_away("botapp_generation"):
        assert isinstance(chat.bot.run(cut_off()), asyncio.CancelledError)


def test_handing_back_to_a_database_that_is_away_raises_nothing(chat, owed):
    jobs = answer_claims.take_each(owed)
    with table_away("botapp_generation"):
        chat.bot.run(hand_back(jobs))
    assert claims() == [job.claim for job in jobs]


def test_what_can_not_be_handed_back_keeps_nothing_from_the_next(chat, owed):
    first, second = answer_claims.take_each(owed)
    answer_claims.hand_back(first)
    again = answer_claims.take(first.id)
    chat.bot.run(hand_back([first, second]))
    assert claims() == [again.claim, None]


@pytest.mark.parametrize("milliseconds", [0, 1, 2, 4, 8])
def test_who_is_cut_off_while_taking_up_answers_keeps_none(chat, owed, gemini, milliseconds):
    async def cut_off():
        taking = asyncio.create_task(chat.bot.application.runner.take_up())
        await asyncio.sleep(milliseconds / 1000)
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        await chat.bot.application.runner.drain(0.0)

    gemini.script(Slow(), Good())
    chat.bot.run(cut_off())
    assert set(Generation.objects.values_list("state", "claim")) == {(State.WAITING, None)}
