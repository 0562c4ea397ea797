import pytest

from botapp.models import Explanation, Person


def test_the_choice_ticks_the_language_in_use(chat):
    assert chat.say("/language").rows == [["Русский"], ["Українська"], ["✓ English"], ["‹ Menu"]]


@pytest.mark.parametrize(("label", "code"), [("Русский", "ru"), ("Українська", "uk")])
def test_a_chosen_language_holds_from_then_on(chat, label, code):
    chat.say("/language")
    chat.press(label)
    assert Person.objects.get().language == code
    chat.say("Bitcoin rose by 5% to $67,000 on Monday.")
    assert Explanation.objects.get().language == code


def test_the_choice_opens_from_the_menu_and_ends_with_the_menu(chat):
    chat.say("/start")
    chat.press("Language")
    reply = chat.press("✓ English")
    assert reply.text == "Done: from now on I speak English."
    assert reply.rows[0] == ["Explain news", "Learn"]


def test_a_language_that_does_not_exist_is_refused(chat):
    chat.say("/language")
    assert chat.press_data("lang:xx").toast
    assert Person.objects.get().language == "en"
