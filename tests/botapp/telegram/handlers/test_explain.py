import pytest

from analytics.models import Event
from analytics.services.record import totals
from botapp.delivery.exceptions import TryLater
from botapp.models import DailyUsage, Explanation, Generation, SentMessage, StoredUpdate, Turn
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import Person
from tests.botapp.telegram.claims import an_act, give_up, handle

ITEM = "The SEC sued Binance on 5 June 2023 with 13 charges. The exchange says it will fight. Trade goes on."
KEYS = [["👍", "👎", "Save"], ["Simpler", "More…"], ["Menu"]]


def test_a_news_item_becomes_a_card(chat):
    reply = chat.say(ITEM)
    assert len(reply.messages) == 1
    assert "SEC sued Binance" in reply.text
    assert "13" in reply.text
    assert reply.text.endswith("from the text itself and our glossary and background texts.")
    assert reply.rows == KEYS
    assert reply.refusals == []


def test_the_card_answers_the_very_message(chat):
    reply = chat.say(ITEM)
    assert reply.messages[0]["reply_to_message"]["text"] == ITEM


@pytest.mark.parametrize(
    ("who", "item"),
    [
        ("Bob", "Комиссия по ценным бумагам США подала иск против Binance на 13 пунктов."),
        ("Olena", "Комісія з цінних паперів США подала позов проти Binance з 13 пунктів."),
    ],
)
def test_a_card_is_in_the_language_of_its_reader(chats, who, item):
    reply = chats(who).say(item)
    answer = Explanation.objects.get()
    assert answer.language == {"Bob": "ru", "Olena": "uk"}[who]
    assert "13" in reply.text


def test_what_was_explained_is_counted_and_charged(chat):
    chat.say(ITEM)
    event = Event.objects.get(kind=Event.Kind.EXPLANATION)
    assert event.facts["degraded"] is True
    assert DailyUsage.objects.get().used == 1
    assert totals(["requests_total", "requests_fallback"]) == {"requests_total": 1, "requests_fallback": 1}
    assert Generation.objects.get().state == Generation.State.DONE


def test_item_and_answer_are_remembered_as_turns(chat):
    chat.say(ITEM)
    person, rvx = Turn.objects.order_by("id")
    assert (person.role, person.text) == ("person", ITEM)
    assert rvx.role == "rvx"
    assert "SEC sued Binance" in rvx.text


def test_a_text_that_is_too_short_is_refused_at_no_charge(chat):
    assert chat.say("BTC up").text == "The text is too short to explain. Send at least 10 characters."
    assert not DailyUsage.objects.exists()


def test_an_update_that_comes_again_is_answered_once(chat):
    chat.say(ITEM)
    update = StoredUpdate.objects.get()
    chat.bot.deliver([update.payload])
    chat.wait()
    assert len(chat.messages) == 2
    assert DailyUsage.objects.get().used == 1


def test_a_run_after_a_crash_goes_on_with_the_message_that_was_sent(chat):
    chat.say("/start")
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, ITEM)
    assert handle(chat, update) is None
    chat.wait()
    before = chat.messages
    SentMessage.objects.all().delete()  # written late, so a process that dies loses it
    assert handle(chat, update, attempt=2) is None
    chat.wait()
    assert chat.messages == before
    assert Generation.objects.count() == DailyUsage.objects.get().used == 1


def test_an_update_replayed_after_it_was_given_up_is_answered(chat):
    chat.say("/start")
    faults = chat.sandbox.sandbox.faults
    chat.sandbox.call(faults.add, Fault("error", "sendMessage"))
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, ITEM)
    assert isinstance(handle(chat, update), TryLater)
    give_up(chat, update, RuntimeError(), attempt=2)
    assert handle(chat, update, attempt=2) is None
    chat.wait()
    assert chat.last["reply_markup"]["inline_keyboard"][0][0]["text"] == "👍"
    assert DailyUsage.objects.get().used == 1


@pytest.mark.parametrize("text", ["Should I buy bitcoin now?", "What is the meaning of life, my friend?"])
def test_what_explains_nothing_costs_nothing_and_offers_the_menu_only(chat, text):
    reply = chat.say(text)
    assert Explanation.objects.get().answer["answered"] is False
    assert reply.rows == [["Menu"]]
    assert DailyUsage.objects.get().used == 0
    assert Generation.objects.get().state == Generation.State.DONE
    assert chat.say("/history").text.startswith("Nothing here yet.")


@pytest.mark.parametrize("length", [4096, 19_900])
def test_a_long_text_is_answered_as_one_and_nothing_is_lost(chat, length):
    text = ("Bitcoin rose 3% to $67,000 & more <b>news</b>, say “Ж” and others. " * 400)[:length].strip()
    reply = chat.say(text)
    assert reply.refusals == []
    answer = Generation.objects.get()
    assert answer.state == Generation.State.DONE
    assert answer.source_text.split() == text.split()
    assert not StoredUpdate.objects.exclude(state=StoredUpdate.State.DONE).exists()


@pytest.mark.parametrize(
    "text",
    [
        "Price < 5 & volume > 6 </b> &amp; <a href='x'>",
        "🙂🙃 👨‍👩‍👧‍👦 to the moon 🚀🚀🚀",
        "ביטקוין עלה השבוע \u202e בשלושה אחוזים",
        "{{ person }} {% if %} %s %(name)s 100%",
        "nul \x00 inside of the text",
    ],
)
def test_odd_characters_are_answered(chat, text):
    reply = chat.say(text)
    assert reply.messages
    assert reply.refusals == []


@pytest.mark.parametrize("name", ["<b>Ada", "&amp;", "\u202eadA", "🙂" * 30, "{{ x }}", "%(x)s", "a\nb"])
def test_odd_names_are_greeted(chats, name):
    reply = chats(Person(2001, name, "", "", "en")).say("/start")
    assert name.strip().split("\n")[0] in reply.text
    assert reply.refusals == []


@pytest.mark.parametrize(
    ("act", "word"), [("sticker", "better with words"), ("photo", "can't read pictures")]
)
def test_what_is_no_text_gets_a_kind_sentence(chat, act, word):
    reply = chat.do(getattr(chat.sandbox.sandbox.acts, act), chat.person)
    assert word in reply.text


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}}, "listen"),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, "where you are"),
        ({"contact": {"phone_number": "1", "first_name": "X"}}, "contact"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "better with words"),
        ({"video": {"file_id": "a"}}, "can't watch videos"),
        ({"animation": {"file_id": "a"}, "document": {"file_id": "a"}}, "can't watch videos"),
        ({"video_note": {"file_id": "a"}}, "can't watch videos"),
        ({"audio": {"file_id": "a"}}, "can't listen"),
        ({"document": {"file_id": "a", "mime_type": "application/pdf"}}, "can't open files"),
        ({"venue": {"title": "A"}, "location": {"latitude": 1.0}}, "where you are"),
        ({"poll": {"id": "1", "question": "?"}}, "no part in polls"),
        ({"story": {"id": 1}}, "can't see stories"),
        ({"paid_media": {"star_count": 1}}, "behind a payment"),
        ({"checklist": {"title": "A"}}, "texts, links and pictures"),
    ],
)
def test_every_kind_of_message_gets_an_answer(chat, content, word):
    assert word in _send(chat, content).text


def test_a_caption_is_explained_like_a_text(chat):
    reply = chat.do(chat.sandbox.sandbox.acts.photo, chat.person, caption=ITEM)
    assert "SEC sued Binance" in reply.text


def test_a_forwarded_post_is_explained(chat):
    reply = chat.do(chat.sandbox.sandbox.acts.forward, chat.person, ITEM)
    assert reply.rows == KEYS


def test_a_note_of_telegrams_own_is_left_alone(chat):
    assert _send(chat, {"pinned_message": None, "delete_chat_photo": True}).messages == ()


def test_an_edited_command_is_ignored(chat):
    chat.say("/start")
    sent = chat.messages[0]["message_id"]
    assert chat.do(chat.sandbox.sandbox.acts.edit, chat.person, sent, "/help").messages == ()


def test_the_menu_tells_what_to_send(chat):
    chat.say("/start")
    assert "Send me what you want to understand" in chat.press("Explain news").text


def test_stop_without_anything_running_says_so(chat):
    assert chat.say("/stop").text == "I am not writing anything right now."


def _send(chat, content):
    acts = chat.sandbox.sandbox.acts
    return chat.do(lambda: acts._send(chat.person, acts._chat(chat.person, None), content))


def test_a_number_does_not_break_over_two_lines_and_its_source_is_quoted_as_it_was(chat):
    item = "Цена биткоина упала на 5 % до 2 140 долларов, сообщила биржа Kraken."
    card = chat.say(item).messages[-1]["text"]
    assert "5\u00a0%" in card
    assert "2\u00a0140\u00a0долларов" in card
    assert Generation.objects.get().source_text == item
    assert "\u00a0" not in str(Explanation.objects.get().answer)
    assert len(chat.say("/search 140").rows) == 2
