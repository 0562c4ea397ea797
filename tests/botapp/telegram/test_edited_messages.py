"""A message that its writer edits: the card changes with it, for what was paid already."""

from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import DailyUsage, Generation, Turn
from botapp.sandbox.people import Person as Sender
from tests.botapp.telegram.cards import LONG_ITEM
from tests.botapp.telegram.claims import an_act, handle
from tests.kit.scripted_ai import Good
from tests.kit.waiting import until

ITEM = (
    "The SEC sued Binance on 5 June 2023 with 13 charges. The exchange says it will fight. "
    "A court will hear both sides in autumn."
)
OTHER = "Solana rose by 40% in one week, exchanges said on Tuesday. Volume tripled. Fees doubled as well."
State = Generation.State


def edit(chat, text, *, message_id=None, wait=True):
    mine = [m for m in chat.messages if m["from"]["id"] == chat.person.id]
    acts = chat.sandbox.sandbox.acts
    number = message_id or mine[-1]["message_id"]
    return chat.do(acts.edit, chat.person, number, text, for_answers=wait)


def used():
    return DailyUsage.objects.get().used


def test_the_card_of_an_edited_item_explains_the_new_text_in_its_place(chat):
    card = chat.say(ITEM).messages[0]
    reply = edit(chat, OTHER)
    assert [message["message_id"] for message in reply.messages] == [card["message_id"]]
    assert "40%" in reply.text
    assert "Binance" not in reply.text
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert reply.count("sendMessage") == 0
    assert (used(), len(chat.messages)) == (1, 2)


def test_a_card_has_one_line_in_the_history_and_the_conversation_knows_both_texts(chat):
    chat.say(ITEM)
    edit(chat, OTHER)
    first, *rest = chat.say("/history").rows
    assert "Solana" in first[0]
    assert len(rest) == 1
    assert [turn.text for turn in Turn.objects.filter(role="person").order_by("id")] == [ITEM, OTHER]


@pytest.mark.parametrize("text", [ITEM, f"  {ITEM}\n"])
def test_an_edit_that_changes_no_word_changes_nothing(chat, text):
    chat.say(ITEM)
    assert edit(chat, text).calls == ()
    assert Generation.objects.count() == 1


def test_after_a_quarter_of_an_hour_the_card_stands(chat):
    chat.say(ITEM)
    Generation.objects.update(created_at=timezone.now() - timedelta(minutes=15, seconds=1))
    reply = edit(chat, OTHER)
    assert "send it again" in reply.text
    assert Generation.objects.count() == 1


def test_a_message_that_was_never_explained_is_to_be_sent_again(chat):
    chat.say("BTC up")
    assert "send it again" in edit(chat, OTHER).text
    assert not DailyUsage.objects.exists()


def test_what_is_edited_to_nothing_is_refused_and_its_card_stands(chat):
    chat.say(ITEM)
    assert "too short" in edit(chat, "BTC up").text
    assert Generation.objects.get().state == State.DONE


def test_not_even_the_last_explanation_of_a_day_costs_more_when_it_is_edited(chat, settings):
    settings.DAILY_LIMIT = 1
    chat.say(ITEM)
    assert "40%" in edit(chat, OTHER).text
    assert used() == 1


def test_a_message_is_explained_anew_a_few_times_only(chat):
    chat.say(ITEM)
    texts = [f"{OTHER} That was day {number}." for number in range(6)]
    told = [edit(chat, text) for text in texts]
    assert ["send it again" in reply.text for reply in told] == [False] * 5 + [True]
    assert used() == 1


def test_edits_keep_the_pace_of_requests(chat, settings):
    settings.FLOOD_SECONDS, settings.FLOOD_BURST = 60, 2
    chat.say(ITEM)
    edit(chat, OTHER)
    assert "One moment, please" in edit(chat, ITEM + " More.").text
    assert Generation.objects.count() == 2


def test_a_version_that_cost_nothing_does_not_make_the_next_one_free(chats, gemini):
    chats("Ada").say(ITEM)
    grace = chats(Sender(3001, "Grace", language_code="en"))
    grace.say(ITEM)
    hers = DailyUsage.objects.filter(person__telegram_id=grace.person.id)
    assert hers.get().used == 0, "it was answered from what is stored"
    edit(grace, OTHER)
    assert hers.get().used == 1


def test_the_depth_that_the_card_has_now_stays(chat):
    chat.say(LONG_ITEM)
    chat.press("Deeper")
    edit(chat, OTHER)
    assert Generation.objects.order_by("id").last().depth == "pro"


def test_an_answer_that_still_grows_gives_way_to_the_new_text(chat, gemini):
    gemini.script(Good(pieces=200, pause=0.05), Good(pieces=2))
    chat.say(ITEM, wait=False)
    until(lambda: "Still writing…" in chat.last["text"])
    reply = edit(chat, OTHER)
    old, new = Generation.objects.order_by("id")
    assert (old.state, old.charged_on, new.state) == (State.STOPPED, None, State.DONE)
    assert new.message_id == old.message_id
    assert "Solana" in gemini.requests[-1].user
    assert chat.last["reply_markup"]["inline_keyboard"][0][0]["text"] == "👍"
    assert used() == 1
    assert reply.refusals == []


def test_a_new_version_is_begun_once_however_often_its_update_is_run(chat):
    chat.say(ITEM)
    sent = chat.messages[0]["message_id"]
    update = an_act(chat, chat.sandbox.sandbox.acts.edit, chat.person, sent, OTHER)
    for attempt in (1, 2, 3):
        assert handle(chat, update, attempt=attempt) is None
        chat.wait()
    assert Generation.objects.count() == 2
    assert (used(), len(chat.messages)) == (1, 2)
    assert "40%" in chat.last["text"]


def test_a_new_version_is_written_though_its_first_run_died_at_once(chat):
    chat.say(ITEM)
    sent = chat.messages[0]["message_id"]
    update = an_act(chat, chat.sandbox.sandbox.acts.edit, chat.person, sent, OTHER)
    assert handle(chat, update) is None
    chat.bot.run(chat.bot.application.runner.drain(0.0))
    assert not Generation.objects.exclude(claim=None).exists(), "what was being claimed was handed back"
    assert handle(chat, update, attempt=2) is None
    chat.wait()
    assert "40%" in chat.last["text"]


def test_the_new_version_of_a_card_that_was_deleted_gets_a_message_of_its_own(chat):
    card = chat.say(ITEM).messages[0]
    chat.sandbox.call(chat.sandbox.sandbox.bot.chats[chat.chat_id].messages.pop, card["message_id"])
    reply = edit(chat, OTHER)
    assert "40%" in reply.text
    assert reply.count("sendMessage") == 1


def test_the_caption_of_a_picture_is_explained_anew_too(chat):
    reply = chat.do(chat.sandbox.sandbox.acts.photo, chat.person, caption=ITEM)
    assert "Binance" in reply.text
    assert "40%" in edit(chat, OTHER).text
    assert used() == 1
