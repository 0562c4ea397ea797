from collections import Counter

from analytics.models import Event
from botapp.models import Person, StoredUpdate
from lessons.models import Option
from tests.botapp.telegram.cards import LONG_ITEM
from tests.botapp.telegram.claims import an_act, give_up


def test_a_whole_dialogue_is_counted(chat):
    chat.say("/start")
    chat.say(LONG_ITEM)
    chat.press("Deeper")
    chat.press("👍")
    chat.say("What is a lawsuit in plain words?")
    chat.press("👎")
    kinds = Counter(Event.objects.values_list("kind", flat=True))
    assert kinds == {"start": 1, "explanation": 3, "feedback": 2}


def test_events_hold_no_words_of_people(chat):
    chat.say("/start")
    chat.say("The SEC sued Binance today with 13 charges.")
    chat.press("👍")
    for event in Event.objects.all():
        assert "Binance" not in str(event.facts) + event.subject
        assert "Ada" not in str(event.facts) + event.subject


def _answer_rightly(chat):
    """Press the right answer to the question that stands in the chat."""
    right = {str(pk) for pk in Option.objects.filter(is_right=True).values_list("pk", flat=True)}
    data = [key["callback_data"] for row in chat.last["reply_markup"]["inline_keyboard"] for key in row]
    chat.press_data(next(one for one in data if one.split(":")[2] in right))


def test_each_kind_of_event_of_a_dialogue_is_counted_as_often_as_it_happened(chat):
    chat.say("/start from_a_friend")
    chat.say("The SEC sued Binance today with 13 charges.")
    chat.press("👍")
    chat.say("/lesson")
    chat.press("To the questions")
    for _ in range(3):
        _answer_rightly(chat)
        chat.press(chat.last["reply_markup"]["inline_keyboard"][0][0]["text"])
    give_up(chat, an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, "/help"), RuntimeError("a bug"))
    for text in ("/help", "/limits", "/history", "too short", "/nonsense"):
        chat.say(text)
    kinds = Counter(Event.objects.values_list("kind", flat=True))
    assert kinds == {
        "start": 1,
        "explanation": 1,
        "feedback": 1,
        "lesson": 1,
        "answer": 3,
        "lesson_done": 1,
        "error": 1,
    }
    assert set(Event.objects.values_list("source", flat=True)) == {"telegram"}
    assert set(Event.objects.values_list("person_id", flat=True)) == {Person.objects.get().pk}


def test_an_update_that_comes_again_is_counted_once(chat):
    chat.say("/start")
    chat.say("The SEC sued Binance today with 13 charges.")
    before = Counter(Event.objects.values_list("kind", flat=True))
    chat.bot.deliver([update.payload for update in StoredUpdate.objects.order_by("pk")])
    chat.wait()
    assert Counter(Event.objects.values_list("kind", flat=True)) == before


def test_a_refusal_is_no_event_and_a_double_tap_one(chat):
    chat.say("/start")
    Person.objects.update(daily_limit=1)
    chat.say("The SEC sued Binance today with 13 charges.")
    chat.say("Bitcoin fell by 5% to $60,000 today.")
    chat.press("👍")
    chat.press("👍")
    kinds = Counter(Event.objects.values_list("kind", flat=True))
    assert kinds == {"start": 1, "explanation": 1, "feedback": 1}
