from botapp.models import Bookmark

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
