"""Getting to know the people of many updates at once."""

import asyncio
import threading

import pytest
from django.db import Error as DatabaseError
from django.db import connection, connections, transaction

from botapp.bridge import GUARD, run_service
from botapp.models import Person
from botapp.services.people import Guest
from botapp.telegram.greeting import Greeter

TOO_BIG = 2**80  # no database has room for it


async def _all(greeter, guests):
    return await asyncio.gather(*map(greeter.greet, guests), return_exceptions=True)


async def test_everybody_gets_their_own_facts(live_db):
    guests = [Guest(number, first_name=f"Guest {number}") for number in range(1, 60)]
    met = await _all(Greeter(), guests)
    assert [(p.telegram_id, p.first_name) for p in met] == [(g.telegram_id, g.first_name) for g in guests]


async def test_two_updates_of_one_person_at_once_make_one_row(live_db):
    first, second = await _all(Greeter(), [Guest(7, first_name="Ada"), Guest(7, first_name="Ada")])
    assert first == second
    assert await run_service(Person.objects.count) == 1


async def test_a_ban_holds_from_the_next_update_on(live_db):
    greeter = Greeter()
    assert not (await greeter.greet(Guest(7))).is_banned
    await run_service(Person.objects.filter(telegram_id=7).update, is_banned=True)
    assert (await greeter.greet(Guest(7))).is_banned


async def test_one_who_cannot_be_stored_takes_nobody_along(live_db):
    ada, nobody, bob = await _all(Greeter(), [Guest(7), Guest(TOO_BIG), Guest(8)])
    assert (ada.telegram_id, bob.telegram_id) == (7, 8)
    assert isinstance(nobody, (OverflowError, DatabaseError))


async def test_an_update_that_is_given_up_meanwhile_disturbs_no_other(live_db):
    greeter = Greeter()
    impatient, patient = (asyncio.ensure_future(greeter.greet(Guest(number))) for number in (7, 8))
    await asyncio.sleep(0)
    impatient.cancel()
    assert (await patient).telegram_id == 8
    with pytest.raises(asyncio.CancelledError):
        await impatient


async def test_who_comes_while_others_are_looked_up_is_answered_next(live_db):
    greeter = Greeter()
    first = asyncio.ensure_future(greeter.greet(Guest(7)))
    await asyncio.sleep(0.001)
    assert (await greeter.greet(Guest(8))).telegram_id == 8
    assert (await first).telegram_id == 7


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite locks no rows")
async def test_one_whose_row_is_locked_is_greeted_and_delays_nobody(live_db):
    held, go_on = threading.Event(), threading.Event()

    def lock():
        with transaction.atomic():
            Person.objects.select_for_update().get(telegram_id=7)
            held.set()
            go_on.wait(30)
        connections.close_all()

    greeter = Greeter()
    await _all(greeter, [Guest(7, first_name="Ada"), Guest(8)])
    locking = asyncio.create_task(asyncio.to_thread(lock))
    assert await asyncio.to_thread(held.wait, 10)
    async with asyncio.timeout(10):
        renamed, known, new = await _all(greeter, [Guest(7, first_name="Ada L."), Guest(8), Guest(9)])
    assert (renamed.first_name, known.telegram_id, new.telegram_id) == ("Ada L.", 8, 9)
    go_on.set()
    await locking
    await greeter.greet(Guest(7, first_name="Ada L."))
    assert await run_service(Person.objects.filter(first_name="Ada L.").count) == 1


async def test_the_guard_of_one_update_is_not_that_of_the_others(live_db):
    class Nobodys:
        def at_work(self):
            raise AssertionError("a greeting is not a part of this update")

    token = GUARD.set(Nobodys())
    try:
        assert (await Greeter().greet(Guest(7))).telegram_id == 7
    finally:
        GUARD.reset(token)
