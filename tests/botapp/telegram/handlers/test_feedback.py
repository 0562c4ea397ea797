import pytest

from analytics.models import Event
from botapp.models import Explanation, Feedback

ITEM = (
    "The SEC sued Binance today with 13 charges. It says that customers were misled. "
    "The exchange denies it. Its token fell a little and rose again. Lawyers had waited for this for a year. "
    "Two states joined the lawsuit. A court will hear both sides in June."
)


def test_a_thumb_up_is_thanked_for_stored_and_counted(chat):
    chat.say(ITEM)
    assert chat.press("👍").toast == "Thank you!"
    assert Feedback.objects.get().verdict == "up"
    assert Event.objects.get(kind=Event.Kind.FEEDBACK).subject == "up"


def test_a_thumb_down_offers_another_way(chat):
    chat.say(ITEM)
    reply = chat.press("👎")
    assert reply.toast == "Thank you for telling me."
    assert reply.rows == [
        ["Simpler", "Deeper"],
        ["With examples", "By analogy"],
        ["Step by step", "With questions"],
        ["Another version"],
    ]


def test_the_offer_leads_to_the_item_at_that_depth(chat):
    chat.say(ITEM)
    chat.press("👎")
    assert "SEC sued Binance" in chat.press("Simpler").text
    assert set(Explanation.objects.values_list("depth", flat=True)) == {"normal", "simple"}


def test_a_second_thumb_changes_the_verdict(chat):
    chat.say(ITEM)
    chat.press("👍")
    chat.press("👎")
    assert Feedback.objects.get().verdict == "down"


@pytest.mark.parametrize(
    ("presses", "offers"), [("👎👍👎👍👎", 1), ("👍👎👍👎", 1), ("👍👎", 1), ("👎👍", 1)]
)
def test_another_depth_is_offered_once_however_often_the_verdict_flips(chat, presses, offers):
    card = chat.say(ITEM).messages[0]["message_id"]
    number = Explanation.objects.get().pk
    sent = 0
    for thumb in presses:
        reply = chat.press_data(f"judge:{number}:{'up' if thumb == '👍' else 'down'}", card)
        sent += reply.count("sendMessage")
    assert sent == offers
    assert Event.objects.filter(kind=Event.Kind.FEEDBACK).count() == len(presses)


def test_a_double_tap_counts_once(chat):
    chat.say(ITEM)
    chat.press("👍")
    assert chat.press("👍").toast == "You have told me already, thank you."
    assert Event.objects.filter(kind=Event.Kind.FEEDBACK).count() == 1


def test_nobody_judges_an_answer_that_they_did_not_get(chat, chats):
    chat.say(ITEM)
    bob = chats("Olena")
    bob.say("/menu")
    reply = bob.press_data(f"judge:{Explanation.objects.get().pk}:up")
    assert reply.toast
    assert not Feedback.objects.exists()


def test_a_forged_verdict_is_refused(chat):
    chat.say(ITEM)
    assert chat.press_data(f"judge:{Explanation.objects.get().pk}:sideways").toast.startswith("I can't find")
    assert not Feedback.objects.exists()
