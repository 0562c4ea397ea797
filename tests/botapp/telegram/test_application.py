import asyncio
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Generation, Person, StoredUpdate
from botapp.queries.people import known
from botapp.services import generations

ITEM = "The SEC sued Binance today with 13 charges."


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"message": {"text": "/stop"}}, True),
        ({"message": {"text": "/stop@rvx_test_bot"}}, True),
        ({"message": {"text": " /STOP "}}, True),
        ({"message": {"text": "/stop now"}}, True),
        ({"message": {"text": "/stop@RVX_test_bot\nnow"}}, True),
        ({"message": {"text": "/stop@another_bot"}}, False),
        ({"message": {"text": "  "}}, False),
        ({"callback_query": {"data": "stop:7"}}, True),
        ({"message": {"text": "/stopwatch"}}, False),
        ({"message": {"text": "stop"}}, False),
        ({"message": {"photo": []}}, False),
        ({"callback_query": {"data": "stopping:7"}}, False),
        ({"callback_query": {"game_short_name": "x"}}, False),
        ({"poll": {}}, False),
    ],
)
def test_only_stop_is_urgent(chat, bot, payload, expected):
    chat.say("/help")  # the first update tells it its own name
    assert bot.application.urgent(payload) is expected


def test_stop_passes_by_the_lane_of_its_chat(chat):
    chat.say("/stop")
    chat.say("/start")
    lanes = StoredUpdate.objects.order_by("pk").values_list("lane", flat=True)
    assert lanes[0] != lanes[1] == f"chat:{chat.chat_id}"


def test_the_leader_publishes_the_commands_and_takes_up_what_was_left(chat):
    chat.say("/start")
    sent = chat.last["message_id"]
    number = generations.begin(
        known(chat.person.id).id,
        chat_id=chat.chat_id,
        text=ITEM,
        kind="news",
        language="en",
        depth="normal",
    )
    generations.attach(number, message_id=sent)

    async def lead_a_moment():
        leading = asyncio.create_task(chat.bot.application.lead())
        end = time.monotonic() + 5
        while time.monotonic() < end and not (
            journal.calls("setMyCommands") and journal.calls("editMessageText")
        ):
            await asyncio.sleep(0.005)
        leading.cancel()
        await asyncio.gather(leading, return_exceptions=True)

    journal = chat.sandbox.sandbox.journal
    chat.sandbox.sandbox.bot.profile.commands.clear()
    chat.bot.run(lead_a_moment())
    chat.wait()
    assert journal.calls("setMyCommands")
    assert "SEC sued Binance" in chat.last["text"]
    assert Generation.objects.get().state == Generation.State.DONE


def test_the_bot_learns_its_name_once(chat):
    chat.say("/start")
    assert chat.say("/help").count("getMe") == 0


def test_after_a_drain_it_can_be_used_again(chat):
    chat.say("/start")
    chat.bot.run(chat.bot.application.drain(0.1))
    assert chat.say("/help").text.startswith("What I can do")


def test_last_seen_moves_with_whatever_a_person_does(chat, chats):
    chat.say("/start")
    long_ago = timezone.now() - timedelta(days=3)
    for act in (lambda: chat.say("/help"), lambda: chat.press("‹ Menu"), lambda: chat.say("/nonsense")):
        Person.objects.update(seen_at=long_ago)
        act()
        assert timezone.now() - Person.objects.get().seen_at < timedelta(minutes=1)


def test_last_seen_of_somebody_else_stays(chat, chats):
    chats("Olena").say("/start")
    long_ago = timezone.now() - timedelta(days=3)
    Person.objects.update(seen_at=long_ago)
    chat.say("/start")
    assert Person.objects.get(telegram_id=1003).seen_at == long_ago


def test_one_persons_messages_are_answered_in_order(chat):
    acts = chat.sandbox.sandbox.acts

    def quickly():
        for command in ("/help", "/menu", "/limits", "/language"):
            acts.say(chat.person, command)

    texts = [message["text"] for message in chat.do(quickly).messages]
    starts = ["What I can do", "What would you like", "Explanations left", "Which language"]
    assert [text.startswith(start) for text, start in zip(texts, starts, strict=True)] == [True] * 4


def test_a_lesson_is_a_tap_away_though_the_bot_names_none(chat):
    chat.say("/start")
    assert chat.press("Learn").buttons
    assert chat.say("learn").buttons == chat.say("/learn").buttons
