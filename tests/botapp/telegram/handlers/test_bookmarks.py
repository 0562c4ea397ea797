from botapp.models import Bookmark
from tests.botapp.telegram.cards import ITEM as LONG
from tests.botapp.telegram.cards import data, gemini

__all__ = ["gemini"]

ITEM = "The SEC sued Binance today with 13 charges."


def test_saving_is_a_switch(chat):
    chat.say(ITEM)
    saved = chat.press("Save")
    assert saved.toast == "Saved. All of them: /bookmarks"
    assert "Saved ✓" in saved.buttons
    assert Bookmark.objects.count() == 1
    dropped = chat.press("Saved ✓")
    assert dropped.toast == "No longer saved."
    assert "Save" in dropped.buttons
    assert not Bookmark.objects.exists()


def test_saving_leaves_the_text_of_the_card_alone(chat):
    before = chat.say(ITEM).text
    assert chat.press("Save").text == before


def test_a_double_tap_keeps_it_saved_once(chat):
    chat.say(ITEM)
    data = chat.last["reply_markup"]["inline_keyboard"][0][2]["callback_data"]
    chat.press_data(data)
    reply = chat.press_data(data)
    assert reply.toast
    assert Bookmark.objects.count() == 1


def test_what_is_saved_is_listed_and_opens_with_the_right_switch(chat):
    assert chat.say("/bookmarks").text.startswith("Nothing saved yet.")
    chat.say(ITEM)
    chat.press("Save")
    label = chat.say("/bookmarks").buttons[0]
    assert "Saved ✓" in chat.press(label).buttons


def test_a_command_saves_the_last_card(chat):
    chat.say("The SEC sued Kraken on Monday over its staking service.")
    chat.say(ITEM)
    assert chat.say("/bookmark").text.startswith("Saved: The SEC sued Binance")
    chat.say("/bookmark")
    assert [kept.explanation.source_text for kept in Bookmark.objects.all()] == [ITEM]


def test_a_command_saves_the_card_that_it_replies_to(chat):
    first = chat.say(ITEM).messages[-1]["message_id"]
    chat.say("Bitcoin ETFs took in $500 million on Monday.")
    assert chat.say("/bookmark", reply_to=first).text.startswith("Saved: The SEC sued Binance")
    chat.say("/bookmark", reply_to=first)
    assert Bookmark.objects.count() == 1


def test_without_a_card_there_is_nothing_to_save(chat):
    assert chat.say("/bookmark").text == "I can't find that any more. Send the text again, please."


def _keep_twelve(chat):
    for number in range(12):
        chat.say(f"Coin number {number} was listed on an exchange today.")
        chat.say("/bookmark")


def test_one_is_let_go_in_the_list_and_the_rest_stays(chat):
    _keep_twelve(chat)
    listed = chat.say("/bookmarks")
    assert len(listed.rows) == 12
    reply = chat.press("✕")
    assert reply.toast == "No longer saved."
    assert len(reply.messages) == 1
    assert "Coin number 11" not in reply.text
    assert Bookmark.objects.count() == 11
    older = chat.press("Older ›")
    assert older.text.count("Coin number") == 1
    assert "« Newest" in older.buttons
    last = chat.press("✕")
    assert last.text.startswith("What you saved")
    assert last.text.count("Coin number") == 10


def test_a_card_stays_saved_at_another_depth_in_another_way_and_in_other_words(chat, gemini):
    chat.say(LONG)
    chat.press("Save")
    assert "Saved ✓" in chat.press("Deeper").buttons
    chat.press("More…")
    assert "Saved ✓" in chat.press("Step by step").buttons
    chat.press("More…")
    assert "Saved ✓" in chat.press("Another version").buttons
    chat.press("More…")
    assert "Saved ✓" in chat.press("‹ Back").buttons
    assert len(chat.say("/bookmarks").rows) == 2, "one item and the way back"
    assert Bookmark.objects.count() == 1


def test_letting_go_on_another_version_lets_the_item_go(chat):
    chat.say(LONG)
    chat.press("Save")
    chat.press("Simpler")
    dropped = chat.press("Saved ✓")
    assert dropped.toast == "No longer saved."
    assert "Save" in dropped.buttons
    assert "Save" in chat.press("Deeper").buttons
    assert chat.say("/bookmarks").text.startswith("Nothing saved yet.")


def test_the_same_item_sent_again_is_saved_already(chat):
    chat.say(LONG)
    chat.press("Save")
    chat.press("Simpler")
    assert "Saved ✓" in chat.say(LONG).buttons
    chat.say("/bookmark")
    assert Bookmark.objects.count() == 1


def test_two_cards_of_an_item_are_saved_once(chat):
    chat.say(LONG)
    first = chat.last
    chat.say(LONG)
    chat.press("Simpler")
    chat.press("Save")
    reply = chat.press_data(data(first, "Save"), first["message_id"])
    assert "Saved ✓" in reply.buttons
    assert Bookmark.objects.count() == 1


def test_nobody_lets_go_what_another_person_saved(chat, chats):
    chat.say(ITEM)
    chat.press("Save")
    olena = chats("Olena")
    olena.say("/menu")
    olena.press_data(f"kept_drop:{Bookmark.objects.get().explanation_id}:0")
    assert Bookmark.objects.count() == 1


def test_the_same_question_about_two_items_is_kept_twice_and_each_opens(chat):
    head = "The SEC sued Binance today over its staking service in New York and "
    for end in ("London.", "Paris."):
        chat.say(head + end)
        chat.say("When did the SEC sue Binance?")
        chat.say("/bookmark")
    listed = chat.say("/bookmarks")
    assert listed.text.count("Question: When did the SEC sue Binance?") == 2
    opened = [key for row in chat.last["reply_markup"]["inline_keyboard"][:2] for key in row[:1]]
    assert len({key["callback_data"] for key in opened}) == 2
