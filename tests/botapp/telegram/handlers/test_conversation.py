"""/new, /clear_history, /context_stats and /ask, as people use them."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from botapp.models import Conversation, DailyUsage, Generation, Person, Turn
from botapp.sandbox.people import Person as Sender
from tests.botapp.telegram.talk import BINANCE, EULER, card, told

GROUP = -1001


class TestNew:
    def test_what_was_said_is_kept_and_told_no_more(self, chat, gemini):
        chat.say(EULER)
        reply = chat.say("/new")
        assert "2 turns of the old one stay stored" in reply.text
        chat.say("How much was it?")
        assert "Euler" not in told(gemini)
        assert Turn.objects.count() == 4

    def test_a_reply_to_an_old_card_brings_the_card_back_without_the_talk_about_it(self, chat, gemini):
        first = card(chat, EULER)
        chat.say("Whose money was it?")
        chat.say("/new")
        chat.say("How much was it?", reply_to=first)
        assert "Euler" in told(gemini)
        assert "Whose money was it?" not in told(gemini)

    def test_it_concerns_this_chat_only(self, chats, gemini):
        chats("Ada").say(EULER)
        chats("Ada", group=GROUP).say("/new@rvx_test_bot")
        chats("Ada").say("How much was it?")
        assert "Euler" in told(gemini)

    def test_twice_is_no_harm(self, chat):
        assert [chat.say("/new").refusals for _ in range(3)] == [[], [], []]
        assert not Conversation.objects.filter(ended_at=None).exists()

    def test_what_was_said_before_conversations_were_kept_is_closed_too(self, chat, gemini):
        chat.say(EULER)
        Turn.objects.update(conversation=None, thread=None)
        Conversation.objects.all().delete()
        chat.say("/new")
        chat.say("How much was it?")
        assert "Euler" not in told(gemini)

    def test_and_goes_on_if_nobody_closes_it(self, chat, gemini):
        chat.say(EULER)
        Turn.objects.update(conversation=None, thread=None)
        Conversation.objects.all().delete()
        chat.say("How much was it?")
        assert "Euler" in told(gemini)


class TestClearHistory:
    def test_it_asks_first_and_says_how_many(self, chat, gemini):
        chat.say(EULER)
        chat.say("How much was it?")
        assert "Delete 4 turns of our conversations?" in chat.say("/clear_history").text
        assert Turn.objects.count() == 4
        assert chat.press("Delete it").text == "Deleted: 4 turns."
        assert (Turn.objects.count(), Conversation.objects.count()) == (0, 0)
        chat.say("And how much was it then?")
        assert "Euler" not in told(gemini)

    def test_what_was_said_since_the_question_stays(self, chat):
        chat.say(EULER)
        asked = chat.say("/clear_history").messages[0]
        chat.say(BINANCE)
        data = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        assert chat.press_data(data, asked["message_id"]).text == "Deleted: 2 turns."
        assert Turn.objects.filter(text=BINANCE).exists()
        assert "There is nothing to delete" in chat.press_data(data, asked["message_id"]).text

    def test_with_nothing_said_there_is_no_button(self, chat):
        reply = chat.say("/clear_history")
        assert reply.text == "There is nothing to delete: no conversation is kept."
        assert reply.buttons == ["‹ Menu"]

    def test_explanations_stay_and_so_does_what_others_said(self, chat, chats):
        chats("Bob").say(BINANCE)
        chat.say(EULER)
        chat.say("/clear_history")
        chat.press("Delete it")
        assert len(chat.say("/history").rows) == 2
        assert Turn.objects.count() == 2

    def test_in_a_group_nobody_presses_it_for_somebody_else(self, chats):
        chats("Ada").say(EULER)
        asked = chats("Ada", group=GROUP).say("/clear_history@rvx_test_bot").messages[0]
        grace = chats(Sender(3001, "Grace", language_code="en"), group=GROUP)
        data = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        assert grace.press_data(data, asked["message_id"]).toast
        assert Turn.objects.count() == 2


class TestContextStats:
    def test_it_says_what_is_kept_and_what_the_model_sees(self, chat):
        chat.say(EULER)
        for number in range(8):
            chat.say(f"What is word number {number}?")
        text = chat.say("/context_stats").text
        assert "Turns kept: 18" in text
        assert "10 turns, about" in text
        assert "characters" in text
        assert f"{timezone.now():%Y}" in text
        assert "At most 200 turns are kept, for 30 days." in text

    def test_its_beginning_is_told_as_it_was_where_the_person_lives(self, chat):
        chat.say(EULER)
        Conversation.objects.update(started_at=datetime(2026, 11, 27, 22, 30, tzinfo=UTC))
        Person.objects.update(time_zone="Europe/Kyiv", language="ru")
        text = chat.say("/context_stats").text
        assert "28 ноября 2026" in text
        assert "0:30 (Киев)" in text

    def test_before_anything_was_said(self, chat):
        text = chat.say("/context_stats").text
        assert "Turns kept: 0" in text
        assert "Nothing was said in this conversation yet." in text

    @pytest.mark.parametrize("who", ["Bob", "Olena"])
    def test_in_any_language_it_is_answered(self, chats, who):
        assert chats(who).say("/context_stats").refusals == []


class TestAsk:
    def test_it_is_a_question_whatever_it_looks_like(self, chat, gemini):
        chat.say(f"/ask {BINANCE}")
        assert gemini.requests[-1].source == BINANCE
        assert Generation.objects.get().kind == "question"

    def test_alone_it_says_how_and_costs_nothing(self, chat):
        assert "/ask What is staking?" in chat.say("/ask").text
        assert not DailyUsage.objects.exists()

    def test_it_is_about_the_last_card_or_the_one_that_it_replies_to(self, chat, gemini):
        first, _second = card(chat, BINANCE), card(chat, EULER)
        chat.say("/ask whose money")
        assert "Euler" in told(gemini)
        chat.say("/ask charges", reply_to=first)
        assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (True, False)

    def test_too_little_is_refused_kindly(self, chat):
        assert chat.say("/ask ?").text.startswith("The text is too short")

    def test_in_a_group_it_works_when_it_names_the_bot(self, chats):
        chats("Ada").say("/start")
        assert chats("Ada", group=GROUP).say("/ask@rvx_test_bot What is staking?").messages
