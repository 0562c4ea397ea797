"""A whole bot against the sandbox's Bot API, in one process."""

import asyncio
import logging
import threading
import time
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from botapp.bridge import run_service
from botapp.delivery import engine, identity, journal, lease
from botapp.delivery.bot_api import BotApi
from botapp.delivery.exceptions import Unreadable
from botapp.delivery.lock import lock_for
from botapp.delivery.run import Options, run
from botapp.delivery.store import store
from botapp.models import Effect, Leadership, SentMessage, StoredUpdate
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from botapp.services.stored_updates import replay
from tests.botapp.delivery.kit import (
    BOT,
    Echo,
    RunningBot,
    all_done,
    answers,
    db,
    message,
    states,
    until,
    until_db,
)

pytestmark = pytest.mark.usefixtures("live_db")


@pytest.fixture(autouse=True)
def _logged(caplog):
    caplog.set_level(logging.INFO, logger="botapp.delivery")


def pay():
    """An effect: one more row each time it really runs."""
    Leadership.objects.create(
        bot_id=1,
        epoch=Leadership.objects.filter(bot_id=1).count(),
        holder="0" * 32,
        pid=1,
        began_at=timezone.now(),
    )
    return Leadership.objects.filter(bot_id=1).count()


def paid():
    return Leadership.objects.filter(bot_id=1).count()


def levels(caplog, part):
    return [record.levelname for record in caplog.records if part in record.getMessage()]


async def test_a_message_is_stored_answered_and_done(sandbox, caplog):
    async with RunningBot(sandbox) as bot:
        sandbox.acts.say(ADA, "hello")
        await until(lambda: answers(sandbox) == ["hello"])
        await until_db(all_done(1))
        assert await db(SentMessage.objects.count) == 1
        assert (await bot.end()).exit_code == 0
    row = await db(StoredUpdate.objects.get)
    assert (row.attempts, row.claim, row.claimed_by, row.error) == (0, None, None, "")
    for line in ("Bot lock acquired (PID:", "БОТ ПОЛНОСТЬЮ ЗАПУЩЕН И ГОТОВ К РАБОТЕ", "Bot lock released"):
        assert levels(caplog, line) == ["INFO"]
    assert sandbox.token not in caplog.text
    assert "hello" not in caplog.text


async def test_the_first_call_has_no_offset_and_confirms_only_what_is_committed(sandbox):
    sandbox.acts.say(ADA, "hello")
    async with RunningBot(sandbox):
        await until_db(all_done(1))
        await until(lambda: len(sandbox.bot.queue) == 0)
    calls = [call.params.get("offset") for call in sandbox.journal.calls("getUpdates")]
    assert calls[0] is None
    assert calls[1] == (await db(StoredUpdate.objects.get)).update_id + 1


async def test_everybody_is_answered_in_their_own_order(sandbox):
    sandbox.acts.flood(300, text="/start", people=20)
    order = {}

    async def remember(claim):
        await asyncio.sleep(0.001 * (claim.update_id % 3))
        order.setdefault(claim.lane, []).append(claim.update_id)

    async with RunningBot(sandbox, Echo(handler=remember)):
        await until_db(all_done(300), 20)
    assert len(order) == 20
    assert all(numbers == sorted(numbers) for numbers in order.values())
    assert sum(map(len, order.values())) == 300


async def test_a_failure_is_tried_again_and_its_effects_and_messages_are_not_repeated(sandbox):
    failures = iter([ValueError("secret words"), ValueError("secret words")])

    class Failing(Echo):
        async def reply(self, claim, chat_id, text):
            await run_service(pay, step="pay")
            await super().reply(claim, chat_id, text)
            if failure := next(failures, None):
                raise failure

    async with RunningBot(sandbox, Failing(sandbox.base_url, sandbox.token)) as bot:
        sandbox.acts.say(ADA, "hello")
        await until_db(all_done(1))
    assert len(bot.application.seen) == 3
    assert answers(sandbox) == ["hello"]
    assert await db(paid) == 1
    assert await db(Effect.objects.count) == 1


async def test_what_always_fails_is_given_up_and_blocks_its_own_lane_only_until_then(sandbox):
    lasts = []

    async def fail_on_poison(claim):
        if claim.payload["message"]["text"] == "poison":
            lasts.append(claim.is_last)
            raise ValueError("secret words")

    async with RunningBot(sandbox, Echo(sandbox.base_url, sandbox.token, fail_on_poison)):
        sandbox.acts.say(ADA, "poison")
        sandbox.acts.say(ADA, "after it")
        sandbox.acts.say(BORIS, "beside it")
        await until(lambda: len(answers(sandbox)) == 2)
        await until_db(lambda: "claimed" not in states().values())
    assert answers(sandbox) == ["beside it", "after it"]
    assert lasts == [False, False, False, True]
    dead = await db(StoredUpdate.objects.get, state="dead")
    assert dead.attempts == 4
    assert dead.error.startswith("ValueError at test_run.py:")
    assert "secret" not in dead.error


async def test_what_can_never_be_read_is_given_up_at_once(sandbox):
    async def refuse(claim):
        raise Unreadable

    async with RunningBot(sandbox, Echo(handler=refuse)) as bot:
        sandbox.acts.say(ADA, "hello")
        await until_db(lambda: list(states().values()) == ["dead"])
    assert len(bot.application.seen) == 1


async def test_a_malformed_update_first_in_a_batch_holds_up_nobody(sandbox):
    sandbox.acts.raw_update({"message": {"chat": "nobody"}})
    for number in range(99):
        sandbox.acts.say(ADA, f"text {number}")
    async with RunningBot(sandbox):
        await until(lambda: len(answers(sandbox)) == 99, 10)
        await until_db(lambda: sorted(set(states().values())) == ["dead", "done"])


async def test_a_handler_that_hangs_is_ended_and_the_others_go_on(sandbox, settings):
    settings.HANDLER_TIMEOUT_SECONDS = 0.15
    settings.DELIVERY_ATTEMPTS = 2

    async def hang_on_poison(claim):
        if claim.payload["message"]["text"] == "poison":
            await asyncio.sleep(60)

    async with RunningBot(sandbox, Echo(sandbox.base_url, sandbox.token, hang_on_poison)):
        sandbox.acts.say(ADA, "poison")
        sandbox.acts.say(BORIS, "beside it")
        await until(lambda: answers(sandbox) == ["beside it"], 1)
        await until_db(lambda: sorted(states().values()) == ["dead", "done"])
    assert (await db(StoredUpdate.objects.get, state="dead")).error.startswith("TimeoutError")


async def test_an_update_is_not_tried_again_while_its_thread_still_works(
    sandbox, settings, monkeypatch, caplog
):
    monkeypatch.setattr(journal, "HANGS_FROM", 0.1)
    settings.HANDLER_TIMEOUT_SECONDS = 0.4
    running, most = [], []
    gate = threading.Event()

    def slow():
        running.append(1)
        most.append(len(running))
        gate.wait(2)
        running.pop()
        return 1

    async def work(claim):
        await run_service(slow, step="slow")

    async with RunningBot(sandbox, Echo(handler=work)) as bot:
        sandbox.acts.say(ADA, "hello")
        await until(lambda: running)
        await asyncio.sleep(0.6)
        assert len(bot.application.seen) == 1
        gate.set()
        await until_db(all_done(1))
    assert max(most) == 1
    assert levels(caplog, "does not end: its lane waits for it") == ["ERROR"]


async def test_urgent_messages_pass_by_a_lane_that_is_busy(sandbox):
    gate = asyncio.Event()

    async def wait_unless_urgent(claim):
        if claim.payload["message"]["text"] != "/stop":
            await gate.wait()

    async with RunningBot(sandbox, Echo(handler=wait_unless_urgent)) as bot:
        sandbox.acts.say(ADA, "long work")
        sandbox.acts.say(ADA, "waits")
        sandbox.acts.say(ADA, "/stop")
        await until(lambda: bot.application.texts == ["/stop"], 1)
        gate.set()
        await until_db(all_done(3))


async def test_rows_that_others_store_are_found_within_a_moment(sandbox):
    async with RunningBot(sandbox) as bot:
        await until(lambda: bot.application.leading)
        await db(store, BOT, [message(1, "by webhook")], epoch=None)
        await until(lambda: bot.application.texts == ["by webhook"], 2)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL tells; SQLite is asked each second")
async def test_what_others_store_is_found_at_once_where_the_database_can_tell(sandbox, monkeypatch):
    monkeypatch.setattr(engine, "RESCAN_SECONDS", 60.0)
    async with RunningBot(sandbox) as bot:
        await until(lambda: bot.application.leading)
        await asyncio.sleep(0.3)
        await db(given_up)
        assert await db(replay_all) == 1
        await until(lambda: bot.application.texts == ["once more"], 1)


def given_up():
    StoredUpdate.objects.create(
        bot_id=BOT,
        update_id=1,
        kind="message",
        lane="chat:1",
        payload=message(1, "once more"),
        state=StoredUpdate.State.DEAD,
        received_at=timezone.now(),
    )


def replay_all():
    return replay(list(StoredUpdate.objects.values_list("pk", flat=True)))


async def test_the_second_one_waits_says_who_leads_and_takes_over_without_a_conflict(sandbox, caplog):
    async with RunningBot(sandbox) as first:
        await until(lambda: first.application.leading)
        async with RunningBot(sandbox) as second:
            await until(lambda: levels(caplog, "Waiting: led by"))
            await asyncio.sleep(0.3)
            assert levels(caplog, "Waiting: led by") == ["INFO"]
            assert not second.application.leading
            await first.end()
            began = time.monotonic()
            await until(lambda: second.application.leading)
            assert time.monotonic() - began < 1
            sandbox.acts.say(ADA, "hello")
            await until(lambda: second.application.texts == ["hello"])
    assert not first.application.leading
    assert levels(caplog, "Another program polls") == []
    epochs = await db(lambda: list(Leadership.objects.filter(bot_id=BOT).values_list("epoch", "ending")))
    assert sorted(epochs) == [(1, "released"), (2, "released")]


async def test_the_next_one_leads_while_the_last_one_still_finishes(sandbox):
    gate = asyncio.Event()
    slow = Echo(sandbox.base_url, sandbox.token, lambda claim: gate.wait())
    first = RunningBot(sandbox, slow)
    await first.__aenter__()
    sandbox.acts.say(ADA, "slow")
    await until(lambda: slow.seen)
    async with RunningBot(sandbox) as second:
        first.stop.set()
        await until(lambda: second.application.leading, 1)
        sandbox.acts.say(BORIS, "quick")
        sandbox.acts.say(ADA, "after the slow one")
        await until(lambda: answers(sandbox) == ["quick"])
        gate.set()
        await until(lambda: len(answers(sandbox)) == 3)
        assert (await first.end()).exit_code == 0
    assert answers(sandbox) == ["quick", "slow", "after the slow one"]


async def test_what_cannot_be_finished_in_time_is_handed_back(sandbox, settings):
    settings.GRACE_SECONDS = 0.2
    async with RunningBot(sandbox, Echo(handler=lambda claim: asyncio.sleep(60))) as bot:
        sandbox.acts.say(ADA, "begun")
        sandbox.acts.say(ADA, "not begun")
        await until(lambda: bot.application.seen)
        await until_db(lambda: list(states().values()) == ["claimed", "claimed"])
        began = time.monotonic()
        assert (await bot.end()).exit_code == 0
        assert time.monotonic() - began < 2
    rows = await db(
        lambda: list(StoredUpdate.objects.order_by("pk").values_list("state", "attempts", "claim"))
    )
    assert rows == [("new", 1, None), ("new", 0, None)]


async def test_no_wait_ends_with_its_own_code_and_names_the_leader(sandbox, caplog):
    async with RunningBot(sandbox) as first:
        await until(lambda: first.application.leading)
        ending = await run(Options(sandbox.token, sandbox.base_url, no_wait=True), Echo())
    assert ending.exit_code == 75
    assert "pid" in ending.reason
    assert levels(caplog, "Another bot instance is already running!") == ["CRITICAL"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's lease decides without its lock")
async def test_no_wait_ends_too_while_the_lock_is_held_by_one_that_does_not_lead(sandbox, caplog, settings):
    settings.LEASE_TTL_SECONDS = 0.5
    starting = await db(lock_for, BOT, identity=identity.myself(), ttl=60)
    assert await db(starting.attempt)
    ending = await run(Options(sandbox.token, sandbox.base_url, no_wait=True), Echo())
    await db(starting.release)
    assert ending.exit_code == 75
    assert levels(caplog, "Another process holds the lock") == ["CRITICAL"]


async def test_a_webhook_that_is_set_is_left_alone(sandbox, caplog):
    await set_webhook(sandbox)
    ending = await run(Options(sandbox.token, sandbox.base_url), Echo())
    assert ending.exit_code == 78
    assert "--takeover-webhook" in ending.reason
    assert "secret-path" not in caplog.text
    assert sandbox.journal.calls("deleteWebhook") == []
    assert sandbox.journal.calls("getUpdates") == []


async def test_a_webhook_is_taken_over_when_told_so_and_nothing_is_dropped(sandbox):
    await set_webhook(sandbox)
    async with RunningBot(sandbox, takeover_webhook=True) as bot:
        await until(lambda: bot.application.leading)
    assert [call.params.get("drop_pending_updates") for call in sandbox.journal.calls("deleteWebhook")] == [
        False
    ]


async def set_webhook(sandbox):
    """By another installation of the same bot."""
    other = BotApi(sandbox.token, sandbox.base_url)
    await other.call("setWebhook", url="http://127.0.0.1:9/secret-path")
    await other.close()


@pytest.mark.parametrize(
    ("token", "part"),
    [("", "is not set"), ("nonsense", "form of a token"), ("4242:wrong-token-wrong-token-wrong", "refused")],
)
async def test_a_token_that_cannot_work_ends_the_start_with_a_sentence(sandbox, token, part):
    ending = await run(Options(token, sandbox.base_url), Echo())
    assert ending.exit_code == 78
    assert part in ending.reason
    assert "TELEGRAM_BOT_TOKEN" in ending.reason


async def test_a_bot_api_that_is_away_is_waited_for_and_the_stop_is_obeyed(caplog):
    nowhere = Sandbox()
    nowhere.base_url = "http://127.0.0.1:9"
    async with RunningBot(nowhere) as bot:
        await until(lambda: levels(caplog, "The Bot API does not answer"))
        assert (await bot.end()).exit_code == 0
    assert nowhere.token not in caplog.text


async def test_lines_of_the_start_are_logged_when_the_checks_give_them(sandbox, caplog):
    async with RunningBot(sandbox, start_lines=lambda: ["Event tracker initialized"]) as bot:
        await until(lambda: bot.application.leading)
    assert levels(caplog, "Event tracker initialized") == ["INFO"]


async def test_a_stranger_on_the_token_is_one_alarm_and_no_end(sandbox, caplog):
    stranger = BotApi(sandbox.token, sandbox.base_url)
    async with RunningBot(sandbox) as bot:
        for count in (1, 2):
            await until(lambda: sandbox.bot.polls.is_waiting)
            asking = asyncio.create_task(stranger.call("getUpdates", timeout=1))
            await until(lambda count=count: conflicts(sandbox) >= count)
            await asyncio.gather(asking, return_exceptions=True)
        await until(lambda: sandbox.bot.polls.is_waiting)
        sandbox.acts.say(ADA, "hello")
        await until(lambda: answers(sandbox) == ["hello"], 5)
        assert not bot.task.done()
    await stranger.close()
    assert levels(caplog, "Another program polls with this bot's token") == ["ERROR"]


def conflicts(sandbox):
    return sum(call.status == 409 for call in sandbox.journal.calls("getUpdates"))


async def test_a_leader_whose_lease_was_taken_steps_down_and_hands_back(sandbox, caplog):
    gate = asyncio.Event()
    async with RunningBot(sandbox, Echo(handler=lambda claim: gate.wait())) as bot:
        sandbox.acts.say(ADA, "hello")
        await until(lambda: bot.application.seen)
        other = identity.myself()
        await db(lease.take, BOT, identity=other, lock="", ttl=30, verdict=lambda state: "expired")
        await until(lambda: levels(caplog, "Bot lock lost"), 1)
        await until(lambda: not bot.application.leading)
        await until_db(lambda: list(states().values()) == ["new"])
        sandbox.acts.say(BORIS, "for the other one")
        await asyncio.sleep(0.2)
        assert len(await db(states)) == 1
        await db(lease.release, BOT, epoch=2, holder=other.holder)
        gate.set()
        await until_db(all_done(2))
    assert sorted(bot.application.texts) == ["for the other one", "hello"]


@pytest.mark.parametrize("fault", ["error", "reset", "half"])
async def test_a_bot_api_that_fails_for_a_moment_loses_nothing(sandbox, fault):
    async with RunningBot(sandbox) as bot:
        await until(lambda: bot.application.leading)
        sandbox.faults.add(Fault(fault, method="getUpdates"))
        sandbox.acts.say(ADA, "one")
        sandbox.acts.say(ADA, "two")
        await until(lambda: answers(sandbox) == ["one", "two"])


async def test_what_a_dead_process_had_claimed_is_taken_up_by_the_next_leader(sandbox, caplog):
    """Its lease names a lock that is free now: nobody waits for the lease to end."""
    async with RunningBot(sandbox) as first:
        await until(lambda: first.application.leading)
    await db(pretend_crash)
    async with RunningBot(sandbox) as second:
        await until(lambda: second.application.texts == ["unfinished"], 2)
    assert levels(caplog, "its process is gone or stands still. Its last sign of life: ") == ["INFO"]
    assert "INFO" in levels(caplog, "Polling, 0.")
    assert levels(caplog, "Taken up again from the process that is gone: 1 updates") == ["INFO"]


def pretend_crash():
    """As a kill -9 leaves the database: a lease that still runs, naming the lock, and a live claim."""
    gone = identity.myself()
    lock = lock_for(BOT, identity=gone, ttl=3)
    assert lock.attempt()
    name = lock.view().identity
    lock.release()
    lease.take(BOT, identity=gone, lock=name, ttl=60, verdict=lambda state: "released")
    StoredUpdate.objects.create(
        bot_id=BOT,
        update_id=1,
        kind="message",
        lane="chat:1",
        payload=message(1, "unfinished"),
        state="claimed",
        claim=uuid.uuid4(),
        claimed_by=gone.holder,
        claimed_until=timezone.now() + timedelta(seconds=60),
        received_at=timezone.now(),
    )
