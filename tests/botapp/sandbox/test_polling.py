"""Who gets the updates: getUpdates as Telegram's own server plays it."""

import asyncio
import time

import aiohttp
import pytest

from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from botapp.sandbox.timing import Timing
from tests.botapp.sandbox.conftest import QUICK, Api, Clock, until

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def waiting(api: Api, **params: object) -> asyncio.Task:
    """A long poll that has reached the server and waits there."""
    before = len(api.sandbox.journal)
    task = asyncio.ensure_future(api("getUpdates", **{"timeout": 30, **params}))
    await until(lambda: len(api.sandbox.journal) > before and api.sandbox.bot.polls.is_waiting)
    return task


async def test_update_ids_rise_by_one(api: Api, sandbox: Sandbox) -> None:
    for text in ("one", "two", "three"):
        sandbox.acts.say(ADA, text)
    ids = await api.update_ids()
    assert ids == list(range(ids[0], ids[0] + 3))


async def test_what_is_not_confirmed_comes_again(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    sandbox.acts.say(ADA, "one")
    first = await api.update_ids()
    clock.advance(4)
    assert await api.update_ids() == first


async def test_a_higher_offset_confirms_everything_below_it(api: Api, sandbox: Sandbox) -> None:
    for text in ("one", "two", "three"):
        sandbox.acts.say(ADA, text)
    ids = await api.update_ids()
    assert await api.update_ids(offset=ids[1]) == ids[1:]
    assert await api.update_ids() == ids[1:]


async def test_an_offset_confirms_on_arrival_although_nobody_reads_the_answer(
    api: Api, sandbox: Sandbox
) -> None:
    sandbox.acts.say(ADA, "one")
    (update_id,) = await api.update_ids()
    task = await waiting(api, offset=update_id + 1)
    task.cancel()
    assert len(sandbox.bot.queue) == 0


async def test_a_negative_offset_keeps_the_last_ones(api: Api, sandbox: Sandbox) -> None:
    for text in ("one", "two", "three"):
        sandbox.acts.say(ADA, text)
    updates = await api.result("getUpdates", offset=-2)
    assert [update["message"]["text"] for update in updates] == ["two", "three"]
    assert len(sandbox.bot.queue) == 2


async def test_an_offset_slightly_past_the_end_eats_what_comes_next(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(ADA, "one")
    offset = sandbox.bot.queue.next_id + 2
    task = await waiting(api, offset=offset)
    for text in ("eaten", "eaten too", "delivered"):
        sandbox.acts.say(ADA, text)
    answer = await task
    assert [update["message"]["text"] for update in answer["result"]] == ["delivered"]


async def test_an_offset_far_past_the_end_counts_as_none(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(ADA, "one")
    ids = sandbox.bot.queue.ids()
    assert await api.update_ids(offset=sandbox.bot.queue.next_id + 11) == ids


async def test_a_hundred_updates_are_the_most(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.flood(130)
    assert len(await api.update_ids(limit=500)) == 100
    assert len(await api.update_ids(offset=sandbox.bot.queue.ids()[100])) == 30


async def test_pending_updates_go_to_two_pollers_without_a_conflict(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(ADA, "one")
    first, second = await asyncio.gather(
        api("getUpdates", timeout=30), api("getUpdates", timeout=30, offset=1)
    )
    assert first["result"] == second["result"]


async def test_the_older_waiting_poll_is_ended_with_409(api: Api, sandbox: Sandbox) -> None:
    older = await waiting(api)
    newer = asyncio.ensure_future(api("getUpdates", timeout=30, offset=1))
    assert await older == {"ok": False, "error_code": 409, "description": OTHER}
    sandbox.acts.say(ADA, "one")
    assert len((await newer)["result"]) == 1


async def test_a_second_409_is_held_back(api: Api, sandbox: Sandbox) -> None:
    polls = [await waiting(api), await waiting(api, offset=1), await waiting(api, offset=2)]
    assert (await polls[0])["error_code"] == 409
    started = time.monotonic()
    assert (await polls[1])["error_code"] == 409
    assert time.monotonic() - started >= QUICK.conflict_hold * 0.8
    sandbox.acts.say(ADA, "one")
    await polls[2]


async def test_a_409_is_immediate_again_after_the_hold(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    older = await waiting(api)
    newer = await waiting(api, offset=1)
    await older
    clock.advance(QUICK.conflict_hold)
    newest = await waiting(api, offset=2)
    started = time.monotonic()
    assert (await newer)["error_code"] == 409
    assert time.monotonic() - started < QUICK.conflict_hold / 2
    newest.cancel()


async def test_a_waiting_poll_is_woken_within_milliseconds(api: Api, sandbox: Sandbox) -> None:
    task = await waiting(api)
    started = time.monotonic()
    sandbox.acts.say(ADA, "one")
    await task
    assert time.monotonic() - started < 0.1


async def test_neighbours_travel_together(api: Api, sandbox: Sandbox) -> None:
    task = await waiting(api)
    sandbox.acts.say(ADA, "one")
    sandbox.acts.say(BORIS, "two")
    assert len((await task)["result"]) == 2


async def test_a_poll_ends_empty_at_its_timeout(api: Api) -> None:
    assert await api.result("getUpdates", timeout=0.02) == []


async def test_the_same_offset_at_once_gets_one_update(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    sandbox.acts.flood(3)
    assert len(await api.update_ids()) == 3
    clock.advance(0.4)
    assert len(await api.update_ids()) == 1
    clock.advance(0.6)
    assert len(await api.update_ids()) == 3


async def test_the_same_offset_soon_after_waits(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    assert await api.update_ids() == []
    started = time.monotonic()
    assert await api.update_ids() == []
    assert time.monotonic() - started >= QUICK.same_offset_wait * 0.9
    clock.advance(QUICK.same_offset_wait)
    started = time.monotonic()
    assert await api.update_ids() == []
    assert time.monotonic() - started < QUICK.same_offset_wait


async def test_old_messages_and_presses_are_forgotten(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    message = await api.send(
        "Pick", reply_markup={"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    )
    sandbox.acts.say(ADA, "one")
    sandbox.acts.press(ADA, message["message_id"], "a")
    clock.advance(151)
    assert [set(update) - {"update_id"} for update in await api.result("getUpdates")] == [{"message"}]
    clock.advance(86_400)
    assert await api.update_ids() == []


async def test_only_the_wanted_kinds_are_queued(api: Api, sandbox: Sandbox) -> None:
    await api.result("getUpdates", allowed_updates=["callback_query"])
    sandbox.acts.say(ADA, "not wanted")
    assert len(sandbox.bot.queue) == 0
    await api.result("getUpdates", offset=1, allowed_updates=[])
    sandbox.acts.say(ADA, "wanted")
    assert len(sandbox.bot.queue) == 1


async def test_two_tokens_have_two_queues(api: Api, sandbox: Sandbox) -> None:
    other = sandbox.add_bot("777:another-token")
    sandbox.acts.say(ADA, "for the first")
    url = f"{sandbox.base_url}/bot{other.token}/getUpdates"
    async with api.session.get(url) as response:
        assert (await response.json())["result"] == []
    assert len(await api.update_ids()) == 1


async def test_a_malformed_update_is_served_as_it_is(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.raw_update({"message": {"text": 7}})
    sandbox.acts.say(ADA, "good")
    broken, good = await api.result("getUpdates")
    assert broken["message"] == {"text": 7}
    assert good["update_id"] == broken["update_id"] + 1


async def test_stopping_the_server_ends_a_waiting_poll(api: Api, sandbox: Sandbox) -> None:
    task = await waiting(api)
    started = time.monotonic()
    await sandbox.stop()
    assert (await task)["result"] == []
    assert time.monotonic() - started < 0.5


@pytest.mark.parametrize(("seconds", "answering"), [(4.9, True), (5.1, False)])
async def test_the_bot_counts_as_answering_for_five_seconds(
    api: Api, sandbox: Sandbox, clock: Clock, seconds: float, answering: bool
) -> None:
    assert not sandbox.bot.is_answering
    await api.result("getUpdates")
    clock.advance(seconds)
    assert sandbox.bot.is_answering is answering


async def test_a_poll_whose_client_died_does_not_count_as_answering(
    api: Api, sandbox: Sandbox, clock: Clock
) -> None:
    task = await waiting(api)
    clock.advance(60)
    assert sandbox.bot.is_answering
    task.cancel()
    await until(lambda: not sandbox.bot.is_answering)


async def gone(api: Api, **params: object) -> None:
    """A client that waits in a long poll of its own connection and dies there."""
    async with aiohttp.ClientSession() as session:
        task = await waiting(Api(api.sandbox, session), **params)
        task.cancel()


async def test_a_poll_whose_client_went_is_cut_off_at_that_moment(
    api: Api, sandbox: Sandbox, clock: Clock
) -> None:
    task = await waiting(api)
    (call,) = sandbox.journal.calls("getUpdates")
    clock.advance(7)
    assert call.status == 0
    task.cancel()
    await until(lambda: call.status)
    assert (call.status, call.ended_at) == (-1, clock())
    assert not sandbox.bot.polls.is_waiting


async def test_nobody_is_ended_with_409_after_they_went(api: Api, sandbox: Sandbox) -> None:
    await gone(api)
    await until(lambda: not sandbox.bot.polls.is_waiting)
    newer = await waiting(api, offset=1)
    newest = await waiting(api, offset=2)
    assert (await newer)["error_code"] == 409, "the first conflict of this queue, so not held back"
    assert [call.status for call in sandbox.journal.calls("getUpdates")] == [-1, 409, 0]
    sandbox.acts.say(ADA, "one")
    assert len((await newest)["result"]) == 1


async def test_a_held_back_409_ends_with_its_client(api: Api, sandbox: Sandbox) -> None:
    first = await waiting(api)
    second = await waiting(api, offset=1)
    third = await waiting(api, offset=2)
    assert (await first)["error_code"] == 409
    second.cancel()
    await until(lambda: sandbox.journal.calls("getUpdates")[1].status)
    assert sandbox.journal.calls("getUpdates")[1].status == -1
    sandbox.acts.say(ADA, "one")
    assert len((await third)["result"]) == 1


async def test_what_waits_is_kept_for_the_next_when_a_client_went(api: Api, sandbox: Sandbox) -> None:
    await gone(api)
    sandbox.acts.say(ADA, "one")
    assert len(await api.update_ids(offset=1)) == 1


@pytest.mark.parametrize(("offset", "kept"), [(-1, 1), (-3, 3), (-4, 3), (-100, 3)])
async def test_a_negative_offset_counts_from_the_end(
    api: Api, sandbox: Sandbox, offset: int, kept: int
) -> None:
    sandbox.acts.flood(3)
    ids = sandbox.bot.queue.ids()
    assert await api.update_ids(offset=offset) == ids[-kept:]
    assert sandbox.bot.queue.ids() == ids[-kept:]


async def test_a_negative_offset_on_an_empty_queue_loses_nothing_to_come(api: Api, sandbox: Sandbox) -> None:
    assert await api.update_ids(offset=-5) == []
    sandbox.acts.say(ADA, "next")
    assert len(await api.update_ids(offset=1)) == 1


@pytest.mark.parametrize(("ahead", "left"), [(0, 0), (10, 0), (11, 2), (1_000_000, 2)])
async def test_an_offset_is_believed_up_to_ten_past_the_end(
    api: Api, sandbox: Sandbox, ahead: int, left: int
) -> None:
    sandbox.acts.flood(2)
    answer = await api.update_ids(offset=sandbox.bot.queue.next_id + ahead)
    assert len(answer) == len(sandbox.bot.queue) == left


async def test_offset_zero_and_none_confirm_nothing(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    sandbox.acts.flood(2)
    for params in ({}, {"offset": 0}, {"offset": ""}, {"offset": sandbox.bot.queue.ids()[0]}):
        clock.advance(10)
        assert len(await api.update_ids(**params)) == 2


@pytest.mark.parametrize(("limit", "given"), [(1, 1), (2, 2), (0, 1), (-5, 1), (100, 4), ("x", 4)])
async def test_the_limit_is_between_one_and_a_hundred(
    api: Api, sandbox: Sandbox, limit: object, given: int
) -> None:
    sandbox.acts.flood(4)
    assert len(await api.update_ids(limit=limit)) == given
    assert len(sandbox.bot.queue) == 4, "a limit confirms nothing"


async def test_what_comes_below_the_limit_comes_next(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.flood(5)
    ids, seen, offset = sandbox.bot.queue.ids(), [], 0
    while batch := await api.update_ids(offset=offset, limit=2):
        seen += batch
        offset = batch[-1] + 1
    assert seen == ids


async def test_another_offset_is_not_slowed_down(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.flood(6)
    ids = sandbox.bot.queue.ids()
    for offset in ids[:3]:
        assert len(await api.update_ids(offset=offset)) == len(ids) - ids.index(offset)


async def test_an_update_ends_the_wait_of_the_same_offset(api: Api, sandbox: Sandbox) -> None:
    await api.update_ids()
    task = asyncio.ensure_future(api.update_ids())
    await until(lambda: sandbox.bot.polls.is_waiting)
    sandbox.acts.say(ADA, "one")
    assert len(await task) == 1


async def test_nobody_waits_longer_than_the_longest_poll(session: aiohttp.ClientSession) -> None:
    sandbox = Sandbox(timing=Timing(longest_poll=0.03))
    await sandbox.start()
    started = time.monotonic()
    assert await Api(sandbox, session).update_ids(timeout=3600) == []
    assert 0.02 < time.monotonic() - started < 2
    await sandbox.stop()


async def test_the_wanted_kinds_hold_until_others_are_named(api: Api, sandbox: Sandbox) -> None:
    await api.result("getUpdates", allowed_updates='["callback_query"]')
    await api.result("getUpdates", offset=1)
    sandbox.acts.say(ADA, "not wanted")
    assert len(sandbox.bot.queue) == 0
    assert (await api.result("getWebhookInfo"))["allowed_updates"] == ["callback_query"]


async def test_a_kind_that_nobody_wants_uses_up_no_number(api: Api, sandbox: Sandbox) -> None:
    await api.result("getUpdates", allowed_updates=["message"])
    sandbox.acts.say(ADA, "one")
    sandbox.acts.block(ADA)
    sandbox.acts.say(ADA, "two")
    ids = sandbox.bot.queue.ids()
    assert ids == [ids[0], ids[0] + 1]


@pytest.mark.parametrize("kind", ["chat_member", "message_reaction", "message_reaction_count"])
async def test_some_kinds_come_on_request_only(api: Api, sandbox: Sandbox, kind: str) -> None:
    assert sandbox.bot.queue.put(kind, {}, lane=0) is None
    await api.result("getUpdates", allowed_updates=[kind])
    assert sandbox.bot.queue.put(kind, {}, lane=0)


async def test_what_was_queued_before_the_wish_is_still_delivered(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(ADA, "before")
    (update,) = await api.result("getUpdates", allowed_updates=["callback_query"])
    assert update["message"]["text"] == "before"
