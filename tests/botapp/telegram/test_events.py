from collections import Counter

from analytics.models import Event


def test_a_whole_dialogue_is_counted(chat):
    chat.say("/start")
    chat.say("The SEC sued Binance today with 13 charges.")
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
