import pytest

from botapp.models import DailyUsage, Explanation, Generation, Turn

ITEM = (
    "The SEC sued Binance today with 13 charges. It says that customers were misled. "
    "The exchange denies it. Its token fell a little and rose again. Lawyers had waited for this for a year. "
    "Two states joined the lawsuit. A court will hear both sides in June."
)


def test_the_card_changes_in_place(chat):
    card = chat.say(ITEM).messages[0]
    reply = chat.press("Deeper")
    assert [message["message_id"] for message in reply.messages] == [card["message_id"]]
    assert reply.count("sendMessage") == 0
    assert reply.toast == "One moment…"


def test_the_scale_has_two_ends(chat):
    chat.say(ITEM)
    assert chat.press("Deeper").rows[1] == ["Simpler", "More…"]
    assert chat.press("Simpler").rows[1] == ["Simpler", "Deeper", "More…"]
    assert chat.press("Simpler").rows[1] == ["Deeper", "More…"]


def test_another_depth_is_another_answer_but_no_new_turn(chat):
    chat.say(ITEM)
    chat.press("Simpler")
    assert set(Explanation.objects.values_list("depth", flat=True)) == {"normal", "simple"}
    assert Turn.objects.count() == 2


def test_a_double_tap_is_charged_once(chat):
    chat.say(ITEM)
    message = chat.last
    data = message["reply_markup"]["inline_keyboard"][1][1]["callback_data"]
    acts = chat.sandbox.sandbox.acts

    def twice():
        acts.press(chat.person, message["message_id"], data)
        acts.press(chat.person, message["message_id"], data)

    chat.do(twice)
    assert Generation.objects.count() == DailyUsage.objects.get().used
    assert chat.last["reply_markup"]["inline_keyboard"][0][0]["text"] == "👍"


@pytest.mark.parametrize("label", ["Deeper", "Simpler"])
def test_a_second_tap_after_the_answer_is_there_is_refused_and_costs_nothing(chat, label):
    chat.say(ITEM)
    keys = chat.last["reply_markup"]["inline_keyboard"][1]
    data = next(key["callback_data"] for key in keys if key["text"] == label)
    chat.press(label)
    before = chat.messages
    reply = chat.press_data(data)
    assert reply.toast == "That button belongs to an earlier step and no longer works."
    assert chat.messages == before
    assert DailyUsage.objects.get().used == Generation.objects.count() == 2


def test_a_second_tap_on_an_offer_of_another_depth_costs_nothing(chat):
    chat.say(ITEM)
    chat.press("👎")
    data = chat.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    chat.press_data(data)
    assert chat.press_data(data).toast.startswith("That button")
    assert DailyUsage.objects.get().used == 2


def test_an_unknown_depth_or_answer_is_refused_kindly(chat):
    chat.say(ITEM)
    number = Explanation.objects.get().pk
    assert chat.press_data(f"depth:{number}:abyss").toast
    assert chat.press_data(f"depth:{number + 999}:simple").toast.startswith("I can't find")
    assert chat.press_data("depth:99999999999999999999:simple").toast
    assert Generation.objects.count() == 1


def test_nobody_gets_another_persons_item_by_a_forged_number(chat, chats):
    chat.say(ITEM)
    olena = chats("Olena")
    olena.say("/menu")
    reply = olena.press_data(f"depth:{Explanation.objects.get().pk}:simple")
    assert "Binance" not in reply.text
