import time

import pytest
from django.utils.translation import gettext_lazy

from analytics.models import Event
from botapp.delivery.exceptions import TryLater
from botapp.exceptions import NoAnswer
from botapp.models import DailyUsage, Generation, Person, SentMessage, StoredUpdate
from botapp.telegram import application
from botapp.telegram.features import Command, Feature, registry
from tests.botapp.telegram.claims import an_act, give_up, handle
from tests.botapp.telegram.outages import table_away

ITEM = "The SEC sued Binance on Monday with 13 charges."
State = StoredUpdate.State


@pytest.fixture
def command():
    """`command(handler)` puts /trouble into the registry until the test ends."""

    def register(handler):
        trouble = Command("trouble", gettext_lazy("Trouble"), handler)
        registry.register(Feature(name="trouble", commands=(trouble,)))

    yield register
    registry._features.pop("trouble", None)


def test_a_refusal_is_its_sentence(chat, command):
    async def refuse(dialogue):
        raise NoAnswer(retry_after=60)

    command(refuse)
    assert chat.say("/trouble").text == "I can't explain this right now. Please try again in a minute."
    assert StoredUpdate.objects.get().state == State.DONE


def test_a_failure_is_tried_again_in_silence(chat, command):
    attempts = []

    async def fail(dialogue):
        attempts.append(dialogue)
        raise RuntimeError("a bug")

    command(fail)
    chat.say("/start")
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/trouble")
    before = chat.messages
    for is_last in (False, True):
        assert isinstance(handle(chat, update | {"update_id": is_last}, is_last=is_last), RuntimeError)
    assert len(attempts) == 2
    assert chat.messages == before


def test_what_is_given_up_is_apologised_for_and_counted(chats, command):
    bob = chats("Bob")
    bob.say("/start")
    bob.say("/language")
    bob.press("English")
    update = an_act(bob, bob.sandbox.sandbox.acts.say, bob.person, ITEM)
    give_up(bob, update, RuntimeError("a bug"))
    assert bob.last["text"].startswith("Something went wrong on my side")
    event = Event.objects.get(kind=Event.Kind.ERROR)
    assert (event.subject, event.person_id) == ("RuntimeError", Person.objects.get().pk)


def test_a_handler_that_hung_is_apologised_for_as_well(chat):
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/help")
    give_up(chat, update, TimeoutError())
    assert chat.last["text"].startswith("Something went wrong on my side")
    assert Event.objects.get(kind=Event.Kind.ERROR).subject == "TimeoutError"


def test_an_apology_that_does_not_get_through_raises_nothing(chat, fault, caplog):
    chat.say("/start")
    before = chat.messages
    fault("error", "sendMessage")
    give_up(chat, an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/help"), RuntimeError())
    assert chat.messages[:-1] == before
    assert "The apology did not get through: NetworkError" in caplog.messages


def test_an_apology_does_not_take_long(chat, fault, monkeypatch):
    monkeypatch.setattr(application, "APOLOGY_SECONDS", 0.05)
    chat.say("/start")
    fault("latency", "sendMessage", seconds=2)
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/help")
    before = chat.messages
    give_up(chat, update, RuntimeError())
    assert chat.messages == before
    # It is under way, and must not arrive in the middle of the next test.
    end = time.monotonic() + 5
    while chat.messages == before and time.monotonic() < end:
        time.sleep(0.01)


@pytest.mark.parametrize("table", ["analytics_event", "botapp_person"])
def test_an_apology_survives_the_database_it_may_be_for(chat, table):
    chat.say("/start")
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/help")
    with table_away(table):
        give_up(chat, update, RuntimeError())
    is_said = chat.last["text"].startswith("Something went wrong on my side")
    assert is_said is (table == "analytics_event")


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "message": {"message_id": "x"}},
        {"update_id": 1, "poll": {}},
        {"update_id": 1, "callback_query": {"id": "1"}},
    ],
)
def test_nobody_is_apologised_to_for_what_asked_for_no_answer(chat, update):
    chat.say("/start")
    calls = len(chat.sandbox.sandbox.journal)
    give_up(chat, update, RuntimeError())
    assert len(chat.sandbox.sandbox.journal) == calls


def test_a_banned_person_gets_no_apology(chats):
    mallory = chats("Mallory")
    update = an_act(mallory, mallory.sandbox.sandbox.acts.say, mallory.person, "/help")
    calls = len(mallory.sandbox.sandbox.journal)
    give_up(mallory, update, RuntimeError())
    assert len(mallory.sandbox.sandbox.journal) == calls


def test_a_failure_that_passes_is_never_seen(chat, command):
    attempts = []

    async def fail_once(dialogue):
        attempts.append(dialogue)
        await dialogue.say("start/menu", step="first")
        if len(attempts) == 1:
            raise RuntimeError("a bug")
        await dialogue.say("explain/invitation", step="second")

    command(fail_once)
    reply = chat.say("/trouble")
    assert [text.split("\n")[0] for text in (m["text"] for m in reply.messages)] == [
        "What would you like to do?",
        "Send me what you want to understand",
    ]
    assert SentMessage.objects.count() == 2


def test_two_answers_under_one_step_are_two_messages(chat, command):
    async def twice(dialogue):
        await dialogue.say("start/menu")
        await dialogue.say("start/menu")

    command(twice)
    assert len(chat.say("/trouble").messages) == 2


def test_a_failing_send_is_repeated(chat, fault):
    fault("error", "sendMessage")
    assert chat.say("/start").text.startswith("Hello")


def test_a_short_wait_is_waited_for(chat, fault):
    fault("too_many", "sendMessage", retry_after=1)
    assert chat.say("/help").text.startswith("What I can do")
    assert StoredUpdate.objects.get().attempts == 0


def test_a_press_whose_message_did_not_change_is_a_success(chat):
    chat.say("/menu")
    chat.press("Language")
    data = "langs"
    reply = chat.press_data(data)
    assert StoredUpdate.objects.filter(state=State.DONE).count() == 3
    assert reply.messages == ()


def test_an_answer_to_a_press_that_is_too_old_is_no_failure(chat):
    chat.say("/menu")
    query = {
        "id": "4711",
        "from": chat.person.as_user(),
        "message": chat.last,
        "chat_instance": "1",
        "data": "help",
    }
    reply = chat.do(lambda: chat.sandbox.sandbox.bot.queue.put("callback_query", query, lane=chat.chat_id))
    assert reply.text.startswith("What I can do")
    assert not StoredUpdate.objects.filter(state=State.DEAD).exists()


@pytest.mark.parametrize(
    "data", ["x", ":::", "judge", "judge:1", "judge:one:up", "save:1:1:1", "lang:", "stop:-5", "🙂", "a" * 64]
)
def test_forged_presses_are_answered_kindly(chat, data):
    chat.say("/menu")
    reply = chat.press_data(data)
    assert reply.toast
    assert reply.refusals == []
    assert not StoredUpdate.objects.filter(state=State.DEAD).exists()


def test_every_press_is_answered_even_if_its_handler_says_nothing(chat):
    chat.say("/menu")
    for label in ("Help", "‹ Menu", "History", "‹ Menu", "Saved"):
        assert chat.press(label).count("answerCallbackQuery") == 1


def test_a_press_under_a_message_that_is_gone_is_answered_below(chat):
    chat.say("/menu")
    gone = chat.last["message_id"]
    query = {
        "id": "1",
        "from": chat.person.as_user(),
        "message": {"message_id": gone, "date": 0, "chat": {"id": chat.chat_id, "type": "private"}},
        "chat_instance": "1",
        "data": "help",
    }
    world = chat.sandbox.sandbox.bot
    chat.sandbox.call(world.remove_message, world.chats[chat.chat_id], gone)
    reply = chat.do(lambda: world.queue.put("callback_query", query, lane=chat.chat_id))
    assert reply.text.startswith("What I can do")
    assert reply.count("sendMessage") == 1


def test_who_blocked_the_bot_is_let_be(chat):
    chat.say("/start")

    def ask_and_block():
        acts = chat.sandbox.sandbox.acts
        acts.say(chat.person, "/help")
        acts.block(chat.person)

    assert chat.do(ask_and_block).messages == ()
    assert not StoredUpdate.objects.exclude(state=State.DONE).exists()


def test_who_blocked_the_bot_is_not_charged(chat):
    chat.say("/start")

    def ask_and_block():
        acts = chat.sandbox.sandbox.acts
        acts.say(chat.person, ITEM)
        acts.block(chat.person)

    chat.do(ask_and_block)
    assert Generation.objects.get().state == Generation.State.FAILED
    assert DailyUsage.objects.get().used == 0


def test_an_answer_given_up_before_its_first_message_is_not_charged(chat, fault):
    chat.say("/start")
    fault("error", "sendMessage")
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, ITEM)
    assert isinstance(handle(chat, update), TryLater)
    assert DailyUsage.objects.get().used == 1
    give_up(chat, update, RuntimeError(), attempt=2)
    assert Generation.objects.get().state == Generation.State.FAILED
    assert DailyUsage.objects.get().used == 0
    assert chat.last["text"].startswith("Something went wrong on my side")


def test_an_answer_that_has_its_message_is_not_taken_back(chat):
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, ITEM)
    assert handle(chat, update) is None
    give_up(chat, update, RuntimeError(), attempt=2)
    chat.wait()
    assert Generation.objects.get().state == Generation.State.DONE
    assert DailyUsage.objects.get().used == 1


def test_updates_that_ask_for_no_answer_get_none(chat):
    queue = chat.sandbox.sandbox.bot.queue
    chat.say("/start")
    for kind, content in [
        ("channel_post", {"message_id": 5, "date": 0, "chat": {"id": -5, "type": "channel"}, "text": "hi"}),
        ("poll", {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
                  "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}),
    ]:  # fmt: skip
        reply = chat.do(lambda kind=kind, content=content: queue.put_raw({kind: content}))
        assert reply.calls == ()
    assert not StoredUpdate.objects.filter(state=State.DEAD).exists()


@pytest.mark.parametrize("message", [{}, {"message_id": "x"}, {"message_id": 1, "chat": {}, "date": 0}])
def test_what_telegram_would_never_send_is_given_up_at_once(chat, message):
    chat.do(lambda: chat.sandbox.sandbox.bot.queue.put_raw({"message": message}))
    update = StoredUpdate.objects.get()
    assert update.state == State.DEAD
    assert update.attempts <= 1
    assert chat.say("/start").text.startswith("Hello")


@pytest.mark.parametrize("is_last", [False, True])
@pytest.mark.parametrize(
    ("kind", "asked", "seconds"),
    [("too_many", 30, 30.0), ("error", 0, 0.0), ("reset", 0, 0.0), ("half", 0, 0.0)],
)
def test_a_telegram_that_is_away_or_busy_is_no_failure_of_the_update(
    chat, fault, kind, asked, seconds, is_last
):
    chat.say("/start")
    fault(kind, "sendMessage", count=2, retry_after=asked)
    raised = handle(chat, an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/help"), is_last=is_last)
    assert isinstance(raised, TryLater)
    assert raised.seconds == seconds
    assert not Event.objects.filter(kind=Event.Kind.ERROR).exists()


def test_a_refusal_that_can_not_be_said_yet_is_said_later(chat, fault, command):
    async def refuse(dialogue):
        raise NoAnswer(retry_after=60)

    command(refuse)
    chat.say("/start")
    fault("error", "sendMessage")
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/trouble")
    assert isinstance(handle(chat, update), TryLater)


def test_a_message_that_telegram_refuses_is_a_failure(chat, command):
    async def to_nobody(dialogue):
        await dialogue._messenger.rekey(dialogue.chat_id, 4711, [])

    command(to_nobody)
    raised = handle(chat, an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/trouble"))
    assert type(raised).__name__ == "BadRequest"
