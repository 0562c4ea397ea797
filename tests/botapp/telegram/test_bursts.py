"""Albums, several forwards and long texts in parts: one deed, one answer."""

import time

import pytest

from botapp.models import DailyUsage, Generation, StoredUpdate
from botapp.telegram.bursts import begins, continues

ITEM = "The SEC sued Binance on 5 June 2023 with 13 charges. The exchange says it will fight."
OTHER = "Solana rose by 40% in one week, exchanges said on Tuesday. Volume tripled."
SENTENCE = "Bitcoin rose 3% to $67,000 on Monday and fell again. "


def at_once(chat, *acts):
    """Several acts before the bot looks, as a client sends them; each is a function and what it is told."""

    def all_of_them():
        for act, args, kwargs in acts:
            act(chat.person, *args, **kwargs)

    return chat.do(all_of_them)


def forward(chat, text):
    return chat.sandbox.sandbox.acts.forward, (text,), {}


def say(chat, text, **extra):
    return chat.sandbox.sandbox.acts.say, (text,), {"extra": extra}


def album(chat, *captions):
    """Updates of an album, as they come from Telegram: one a picture, with a common number."""
    acts = chat.sandbox.sandbox.acts
    for caption in captions:
        chat.sandbox.call(acts.photo, chat.person, caption=caption)
    updates = chat.sandbox.call(chat._take)
    for update in updates:
        update["message"]["media_group_id"] = "77"
    return updates


def texts():
    return list(Generation.objects.order_by("id").values_list("source_text", flat=True))


def test_posts_that_are_forwarded_together_get_one_card(chat):
    reply = at_once(chat, forward(chat, ITEM), forward(chat, OTHER))
    assert texts() == [f"{ITEM}\n\n{OTHER}"]
    assert reply.count("sendMessage") == 1
    assert DailyUsage.objects.get().used == 1
    assert reply.messages[0]["reply_to_message"]["text"] == ITEM


def test_posts_that_come_one_after_the_other_within_the_moment_belong_together(chat):
    acts = chat.sandbox.sandbox.acts
    for text in (ITEM, OTHER):
        chat.sandbox.call(acts.forward, chat.person, text)
        chat.bot.deliver(chat.sandbox.call(chat._take))
        time.sleep(0.3)
    chat.wait()
    assert texts() == [f"{ITEM}\n\n{OTHER}"]


def test_posts_that_are_forwarded_at_different_times_get_a_card_each(chat):
    for text in (ITEM, OTHER):
        chat.do(chat.sandbox.sandbox.acts.forward, chat.person, text)
    assert texts() == [ITEM, OTHER]


def test_commands_and_short_texts_never_wait(chat):
    chat.say("/start")
    began = time.monotonic()
    chat.say("/help")
    chat.say("BTC up")
    assert time.monotonic() - began < 0.6


def test_others_are_answered_while_somebodys_burst_waits(chats):
    ada, bob = chats("Ada"), chats("Bob")
    bob.say("/start")
    ada.sandbox.call(ada.sandbox.sandbox.acts.forward, ada.person, ITEM)
    ada.bot.deliver(ada.sandbox.call(ada._take))
    bob.sandbox.call(bob.sandbox.sandbox.acts.say, bob.person, "/help")
    began = time.monotonic()
    before = len(bob.messages)
    bob.bot.deliver(bob.sandbox.call(bob._take))
    while len(bob.messages) == before or bob.messages[-1]["from"]["id"] == bob.person.id:
        assert time.monotonic() - began < 0.5
        time.sleep(0.01)
    assert not Generation.objects.exists()
    ada.wait()
    assert texts() == [ITEM]


def test_a_command_ends_a_burst_and_the_burst_comes_first(chat):
    reply = at_once(chat, forward(chat, ITEM), say(chat, "/help"), forward(chat, OTHER))
    assert texts() == [ITEM, OTHER]
    assert reply.messages[0]["reply_to_message"]["text"] == ITEM


def test_a_long_text_is_put_together_as_it_was_written(chat):
    text = (SENTENCE * 200).strip()
    chat.say(text)
    assert StoredUpdate.objects.count() == 3
    assert texts()[0].split() == text.split()
    assert DailyUsage.objects.get().used == 1


def test_the_short_tail_of_a_long_text_belongs_to_it_and_what_follows_does_not(chat):
    head = (SENTENCE * 75)[:3990].strip()
    at_once(chat, say(chat, head), say(chat, "That is all."), say(chat, OTHER))
    assert len(texts()) == 2
    assert texts()[0].endswith("That is all.")
    assert texts()[1] == OTHER


@pytest.mark.parametrize("word", ["x" * 5000, "買" * 5000])
def test_what_was_cut_in_the_middle_of_a_word_is_whole_again(chat, word):
    chat.say(word)
    assert texts() == [word]


def test_what_was_cut_at_white_space_exactly_at_the_limit_keeps_its_words_apart(chat):
    text = "ab " * 1364 + "abcd " + "next of all"
    assert len(text[:4096].rstrip()) == 4096
    chat.say(text)
    assert texts() == [text.strip()]


def test_a_text_that_is_too_long_even_so_is_refused_once(chat):
    reply = chat.say("Bitcoin rose by 3%. " * 1100)
    assert reply.text == "The text is too long. Send at most 20000 characters."
    assert reply.count("sendMessage") == 1
    assert not DailyUsage.objects.exists()


def test_an_album_is_its_caption(chat):
    chat.bot.deliver(album(chat, "", ITEM, ""))
    chat.wait()
    assert texts() == [ITEM]
    assert chat.last["reply_to_message"]["caption"] == ITEM
    assert Generation.objects.get().source_message_id == chat.last["reply_to_message"]["message_id"]


def test_an_album_without_a_caption_gets_one_kind_sentence(chat):
    chat.say("/start")
    before = len(chat.messages)
    chat.bot.deliver(album(chat, "", "", ""))
    chat.wait()
    said = [m["text"] for m in chat.messages[before:] if "text" in m]
    assert len(said) == 1
    assert "can't read pictures" in said[0]


def test_an_edit_of_one_of_several_messages_is_to_be_sent_again(chat):
    at_once(chat, forward(chat, ITEM), forward(chat, OTHER))
    first = chat.messages[0]["message_id"]
    reply = chat.do(chat.sandbox.sandbox.acts.edit, chat.person, first, ITEM + " More.")
    assert "send it again" in reply.text
    assert len(texts()) == 1


def test_in_a_group_the_tail_of_a_long_text_for_the_bot_is_for_the_bot(chats):
    ada = chats("Ada", group=-1002000000321)
    ada.say("@rvx_test_bot " + (SENTENCE * 85).strip())
    assert len(texts()) == 1
    assert texts()[0].split() == (SENTENCE * 85).split()


def test_in_a_group_forwards_that_are_for_nobody_are_left_alone(chats):
    ada = chats("Ada", group=-1002000000321)
    for text in (ITEM, OTHER):
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
        acts = ada.sandbox.sandbox.acts
        ada.sandbox.call(acts.say, ada.person, text, chat_id=ada.chat_id, extra={"forward_origin": origin})
    ada.bot.deliver(ada.sandbox.call(ada._take))
    ada.wait()
    assert texts() == []


def test_a_part_that_nobody_can_read_does_not_take_the_others_with_it(chat):
    updates = album(chat, ITEM, "", "")
    updates[1]["message"]["from"] = {"id": chat.person.id}
    chat.bot.deliver(updates)
    chat.wait()
    assert texts() == [ITEM]
    assert set(StoredUpdate.objects.values_list("state", flat=True)) == {"done"}


LONG = "x" * 3000


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"text": "short"}, False),
        ({"text": "/help", "forward_origin": {}}, False),
        ({"text": "/" + LONG}, False),
        ({"text": LONG}, True),
        ({"text": "🚀" * 1500}, True),
        ({"text": "x" * 2999}, False),
        ({"text": "short", "forward_origin": {}}, True),
        ({"photo": [], "media_group_id": "1"}, True),
        ({"photo": []}, False),
        ({"sticker": {}, "forward_origin": {}}, True),
    ],
)
def test_what_begins_a_burst(message, expected):
    assert begins({"message": message}) is expected
    assert not begins({"edited_message": message})
    assert not begins({"callback_query": {"message": message}})


@pytest.mark.parametrize(
    ("before", "message", "expected"),
    [
        ({"text": LONG}, {"text": "tail"}, True),
        ({"text": LONG}, {"text": "/stop"}, False),
        ({"text": LONG}, {"sticker": {}}, False),
        ({"text": LONG}, {"text": "post", "forward_origin": {}}, True),
        ({"text": "short", "forward_origin": {}}, {"text": "mine"}, False),
        ({"text": "short", "forward_origin": {}}, {"photo": [], "media_group_id": "1"}, True),
    ],
)
def test_what_continues_a_burst(before, message, expected):
    assert continues({"message": before}, {"message": message}) is expected
    assert not continues({"message": before}, {"edited_message": message})
