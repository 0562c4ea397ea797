"""Whole dialogues: odd people, odd texts, failing wires and restarts."""

import time

import pytest

from botapp.models import DailyUsage, Explanation, Generation, Person, SentMessage, StoredUpdate, Turn
from botapp.sandbox.people import Person as Sender
from botapp.telegram.buttons import Button
from botapp.telegram.features import discover

ITEM = "The SEC sued Binance today with 13 charges."
QUESTION = "Who is being sued by them?"
State = StoredUpdate.State


def keys(chat):
    """Every button that stands in the chat: its message and its data."""
    return [
        (message["message_id"], button["callback_data"])
        for message in chat.messages
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]


def asked(gemini):
    """All that the model was told in the last request."""
    return gemini.requests[-1].user + gemini.requests[-1].system


@pytest.mark.parametrize(
    "name", ["<b>Ada", "Ada & Bob <3", "אדה", "🙂</b>&lt;", '"><a href="x">', "{{ name }}"]
)
def test_a_whole_dialogue_with_an_odd_name_breaks_nothing(chats, name):
    chat = chats(Sender(2001, name, name, "", "en"))
    replies = [chat.say(text) for text in ("/start", ITEM, "/history", "/limits", "/bookmarks", "/nonsense")]
    replies += [chat.press(label) for label in ("‹ Menu", "Language", "✓ English", "👍", "Save", "👎")]
    assert f"Hello, {name}!" in replies[0].text
    assert [reply.refusals for reply in replies] == [[]] * len(replies)
    assert all(reply.messages or reply.toast for reply in replies)
    assert Person.objects.get().first_name == name


@pytest.mark.parametrize(
    "item",
    [
        "Bitcoin < $60,000 & Ether > $3,000 </b> says <script>alert(1)</script>.",
        "🚀🚀🚀 Bitcoin rose by 5% to $67,000 🙂 and Ether by 3% 👩‍👩‍👧‍👦.",
        "ביטקוין עלה השבוע בשלושה אחוזים ל-67,000 דולר.",
        "\u202eBitcoin\u202c rose by 5%\u200b to $67,000 on Monday.",
        "Курс биткоина <b>вырос</b> на 5 % — до 67 000 $ & больше.",
    ],
)
def test_an_odd_item_goes_all_the_way_and_back(chat, item):
    item += " Exchanges said so on Tuesday. Trade goes on. Nobody knows how long it lasts."
    card = chat.say(item)
    assert card.rows[0] == ["👍", "👎", "Save"]
    assert chat.press("Save").toast.startswith("Saved")
    listed = chat.say("/history")
    assert len(listed.rows) == 2
    opened = chat.press(listed.buttons[0])
    assert item.strip() in opened.text, "the source stands on the card letter by letter"
    assert chat.press("Simpler").rows[0] == ["👍", "👎", "Saved ✓"]
    assert [reply.refusals for reply in (card, listed, opened)] == [[], [], []]
    assert Explanation.objects.first().source_text == item


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bitcoin rose. " * 292 + "And now!", 1),
        ("x" * 4096, 1),
        ("x" * 4090 + " Bitcoin rose.", 2),
        ("🚀" * 2048, None),
        (" ".join(f"Ether 🚀 {number}" for number in range(1300)), 5),
    ],
    ids=["4096", "one word", "a word over", "emoji only", "18,000 units"],
)
def test_texts_around_the_limit_are_answered_as_one(chat, text, parts):
    reply = chat.say(text)
    assert reply.refusals == []
    assert all(len(message["text"].encode("utf-16-le")) <= 8192 for message in reply.messages)
    if parts is None:
        assert reply.text == "The text is too short to explain. Send at least 10 characters."
        return
    assert StoredUpdate.objects.count() == parts
    assert Generation.objects.get().source_text == text
    answered = [m["reply_to_message"]["message_id"] for m in reply.messages if "reply_to_message" in m]
    assert answered == [chat.messages[0]["message_id"]], "one card, which answers the first part"


def test_a_question_about_a_quoted_card_knows_what_it_is_about(chat, gemini):
    card = chat.say(ITEM).messages[0]
    reply = chat.say(QUESTION, reply_to=card["message_id"])
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert "Binance" in asked(gemini)
    assert reply.messages[0]["reply_to_message"]["text"] == QUESTION


def test_nobody_elses_conversation_is_told(chat, chats, gemini):
    chat.say(ITEM)
    grace = chats(Sender(3001, "Grace", language_code="en"))
    grace.say(QUESTION)
    assert "Binance" not in asked(gemini)
    chat.say("And why now?")
    assert "Binance" in asked(gemini)


def test_only_the_last_turns_are_told_and_the_item_that_they_are_about(chat, gemini):
    chat.say("Solana rose by 40% in one week, exchanges said on Tuesday.")
    for number in range(6):
        chat.say(f"What is word number {number}?")
    chat.say("What is the last word?")
    told = asked(gemini)
    assert "PERSON: Solana rose" in told
    assert "PERSON: What is word number 1?" not in told
    assert "PERSON: What is word number 5?" in told
    assert Turn.objects.count() == 16


def test_another_depth_of_a_question_is_told_the_same_past(chat, gemini):
    chat.say(ITEM)
    chat.say(QUESTION)
    chat.press("Simpler")
    assert "Binance" in asked(gemini)


@pytest.mark.parametrize(
    "caption", ["Bitcoin < $60,000 & <b>falling</b> again", "🚀" * 30 + " Ether rose by 5%"]
)
def test_a_caption_is_an_item_with_all_its_letters(chat, caption):
    reply = chat.do(chat.sandbox.sandbox.acts.photo, chat.person, caption=caption)
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert reply.refusals == []
    assert Explanation.objects.get().source_text == caption


def test_a_command_under_a_picture_is_a_command(chat):
    reply = chat.do(chat.sandbox.sandbox.acts.photo, chat.person, caption="/help")
    assert reply.text.startswith("What I can do")


@pytest.mark.parametrize(
    ("kind", "options"),
    [("too_many", {"retry_after": 0}), ("error", {}), ("reset", {})],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("text", ["/start", "/help", ITEM])
def test_a_send_that_fails_before_its_effect_is_seen_once(chat, fault, kind, options, text):
    fault(kind, "sendMessage", **options)
    reply = chat.say(text)
    assert len(reply.messages) == 1
    assert reply.buttons
    assert StoredUpdate.objects.get().state == State.DONE
    assert SentMessage.objects.count() == 1


@pytest.mark.parametrize(("kind", "performed"), [("half", False), ("reset", True), ("error", True)])
def test_a_send_whose_receipt_is_lost_is_repeated_once_and_paid_once(chat, fault, kind, performed):
    fault(kind, "sendMessage", performed=performed)
    reply = chat.say(ITEM)
    assert len(reply.messages) == 2, "Telegram has no key that would tell a repetition"
    assert [bool(message["text"].count("Made without AI")) for message in reply.messages].count(True) == 1
    assert DailyUsage.objects.get().used == Generation.objects.count() == 1


@pytest.mark.parametrize("kind", ["too_many", "error", "reset", "half"])
@pytest.mark.parametrize("label", ["Help", "Language", "History"])
def test_a_failing_edit_of_a_pressed_message_still_ends_there(chat, fault, kind, label):
    menu = chat.say("/menu").messages[0]
    fault(kind, "editMessageText", retry_after=0)
    reply = chat.press(label)
    assert [message["message_id"] for message in reply.messages] == [menu["message_id"]]
    assert chat.last["message_id"] == menu["message_id"]
    assert not StoredUpdate.objects.exclude(state=State.DONE).exists()


@pytest.mark.parametrize("kind", ["too_many", "error", "reset", "half"])
def test_a_failing_answer_to_a_press_does_not_repeat_its_effect(chat, fault, kind):
    chat.say(ITEM)
    fault(kind, "answerCallbackQuery", retry_after=0)
    chat.press("Save")
    assert "Saved ✓" in [key for row in _labels(chat.last) for key in row]
    assert not StoredUpdate.objects.exclude(state=State.DONE).exists()


def _labels(message):
    return [[button["text"] for button in row] for row in message["reply_markup"]["inline_keyboard"]]


def test_a_wire_that_stays_broken_is_waited_for_and_nothing_is_given_up(chat, fault):
    fault("error", "sendMessage", count=50)
    chat.sandbox.call(chat.sandbox.sandbox.acts.say, chat.person, "/help")
    chat.bot.deliver(chat.sandbox.call(chat._take))
    journal = chat.sandbox.sandbox.journal
    end = time.monotonic() + 5
    while len(journal.calls("sendMessage")) < 4 and time.monotonic() < end:
        time.sleep(0.005)
    chat.sandbox.call(chat.sandbox.sandbox.faults.clear)
    chat.wait()
    assert chat.last["text"].startswith("What I can do")
    assert StoredUpdate.objects.get().state == State.DONE
    assert chat.say("/start").text.startswith("Hello"), "the lane goes on"


def test_every_button_works_after_a_restart(chat, restarted):
    for text in ("/start", ITEM, "/history", "/language", "/learn"):
        chat.say(text)
    chat.press("👎")
    there = keys(chat)
    assert len(there) > 20
    later = restarted()
    for message_id, data in there:
        reply = later.press_data(data, message_id)
        assert reply.refusals == [], data
        assert reply.messages or reply.toast, data
        assert reply.count("answerCallbackQuery") >= 1, data
    assert not StoredUpdate.objects.exclude(state=State.DONE).exists()


def test_after_a_restart_the_conversation_and_the_count_go_on(chat, restarted, gemini):
    chat.say(ITEM)
    later = restarted()
    later.say(QUESTION)
    assert "Binance" in asked(gemini)
    assert DailyUsage.objects.get().used == 2
    assert len(later.say("/history").rows) == 3


def test_what_was_answered_before_the_restart_is_not_answered_again(chat, restarted):
    chat.say("/start")
    payload = StoredUpdate.objects.get().payload
    later = restarted()
    later.bot.deliver([payload])
    later.wait()
    assert len(later.messages) == 2


@pytest.mark.parametrize("prefix", sorted(Button.kinds))
def test_no_kind_of_button_can_be_forged_into_a_failure(chat, prefix):
    chat.say(ITEM)
    before = Generation.objects.count()
    discover()
    for fields in ("", ":0", ":0:0", ":0:0:0", ":9223372036854775807:x", ":-1:up", ":x:y:z", ":1:1:1:1:1"):
        reply = chat.press_data(prefix + fields)
        assert reply.count("answerCallbackQuery") == 1, fields
        assert reply.refusals == [], fields
    assert not StoredUpdate.objects.exclude(state=State.DONE).exists()
    assert Generation.objects.count() == before
