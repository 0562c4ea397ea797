from datetime import UTC, datetime

import pytest

from botapp.models import Explanation, Generation, Person

FIRST = "The SEC sued Binance today with 13 charges."
SECOND = "Bitcoin ETFs took in $500 million on Monday."


def test_nobody_has_a_history_at_first(chat):
    reply = chat.say("/history")
    assert reply.text.startswith("Nothing here yet.")
    assert reply.rows == [["‹ Menu"]]


def test_the_last_explanations_stand_newest_first(chat):
    chat.say(FIRST)
    chat.say(SECOND)
    rows = chat.say("/history").rows
    assert len(rows) == 3
    assert rows[0][0].startswith("Bitcoin ETFs")
    assert rows[1][0].startswith("The SEC")


def test_a_tap_opens_the_card_again_with_its_source(chat):
    chat.say(FIRST)
    label = chat.say("/history").buttons[0]
    reply = chat.press(label)
    assert reply.text.index("The text itself") < reply.text.rindex(FIRST)
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert reply.count("sendMessage") == 1


def test_ten_at_most_are_listed(chat):
    for number in range(12):
        chat.say(f"Coin number {number} was listed on an exchange today.")
    rows = chat.say("/history").rows
    assert len([row for row in rows if row[0].startswith("Coin")]) == 10


def test_nobody_opens_another_persons_card(chat, chats):
    chat.say(FIRST)
    olena = chats("Olena")
    olena.say("/menu")
    reply = olena.press_data(f"card:{Explanation.objects.get().pk}")
    assert reply.toast
    assert reply.messages == ()


def test_a_long_headline_is_shortened_on_its_button(chat):
    chat.say("Very " * 40 + "long news about Bitcoin and others.")
    assert all(len(label) <= 48 for label in chat.say("/history").buttons)


def test_older_ones_are_a_press_away_and_the_newest_too(chat):
    for number in range(12):
        chat.say(f"Coin number {number} was listed on an exchange today.")
    chat.say("/history")
    older = chat.press("Older ›")
    assert older.text.startswith("Earlier explanations")
    assert [row[0][:13] for row in older.rows[:2]] == ["Coin number 1", "Coin number 0"]
    assert "Older ›" not in older.buttons
    assert chat.press("« Newest").text.startswith("Your last explanations")


def test_an_old_button_of_a_list_that_is_empty_now_says_so(chat):
    chat.say("/history")
    assert chat.press_data("older:1").text == "There is nothing older."


def test_times_are_those_of_the_persons_place_and_language(chat):
    chat.say(FIRST)
    moment = datetime(2026, 3, 10, 22, 30, tzinfo=UTC)
    Generation.objects.update(created_at=moment)
    assert "10 Mar 2026, 22:30 — The SEC" in chat.say("/history").text
    Person.objects.update(time_zone="Europe/Kyiv", language="uk")
    assert "11.03.2026 00:30 — The SEC" in chat.say("/history").text


QUESTION = "when did the SEC sue Binance?"


@pytest.fixture
def asked(chat):
    """Two questions about an item, answered without AI."""
    chat.say(FIRST)
    chat.say(QUESTION)
    chat.say("/ask What is staking?")
    return chat


def test_a_question_stands_by_its_own_words_and_says_what_it_is_about(asked):
    listed = asked.say("/history")
    assert "— Question: When did the SEC sue Binance? · about “The SEC sued Binance" in listed.text
    assert "— Question: What is staking?" in listed.text
    assert [row[0] for row in listed.rows[:2]] == ["What is staking?", "When did the SEC sue Binance?"]
    assert "— The SEC sued Binance" in listed.text, "an item by its headline"


def test_a_question_that_was_asked_again_stands_once(asked):
    asked.say("/ask What is staking?")
    assert asked.say("/history").text.count("What is staking?") == 1


def test_a_long_question_is_cut_between_two_words(asked):
    asked.say("/ask What is staking and " + "how does it work " * 12 + "after all?")
    listed = asked.say("/history")
    line = next(line for line in listed.text.splitlines() if "What is staking and" in line)
    title = line.split("Question: ")[1].split(" · ")[0]
    assert title.endswith(("how…", "does…", "it…", "work…"))
    assert len(title) <= 141
    assert listed.buttons[0].split(" ")[-1] in {"how…", "does…", "it…", "work…"}


def test_a_question_is_called_the_same_where_it_is_kept_and_found(asked):
    assert asked.say("/bookmark").text.startswith("Saved: What is staking?")
    assert "Question: What is staking?" in asked.say("/bookmarks").text
    assert asked.say("/search staking").buttons[0] == "What is staking?"


PRIZE = (
    "Вы выиграли приз! Чтобы получить его, оплатите доставку по ссылке prize-shop.example/win и пришлите код."
)
WALLET = "Это поддержка кошелька. Введите вашу сид-фразу на сайте, иначе кошелёк будет заблокирован сегодня."


@pytest.fixture
def cheated(chat):
    """Two frauds of which RVX says the same."""
    chat.say("/start")
    Person.objects.update(language="ru")
    chat.say(PRIZE)
    assert "Похоже на обман" in chat.say(WALLET).text
    return chat


def test_each_fraud_stands_by_its_own_words(cheated):
    listed = cheated.say("/history")
    assert "— Обман? «Это поддержка кошелька." in listed.text
    assert "— Обман? «Вы выиграли приз!" in listed.text
    assert listed.buttons[0].startswith("Обман? «Это поддержка кошелька.")
    assert listed.buttons[1].startswith("Обман? «Вы выиграли приз!")


def test_a_list_does_not_lead_where_a_fraud_does(cheated):
    listed = cheated.say("/history")
    assert "prize-shop" not in listed.text
    assert "по ссылке …" in listed.text


def test_a_fraud_is_called_the_same_where_it_is_kept_and_found(cheated):
    assert cheated.say("/bookmark").text.startswith("Сохранено: Обман? «Это поддержка кошелька.")
    assert "Обман? «Это поддержка" in cheated.say("/bookmarks").text
    assert cheated.say("/search поддержка").buttons[0].startswith("Обман? «Это поддержка кошелька.")


def test_a_question_about_a_fraud_says_about_which(cheated):
    cheated.say("Что такое сид-фраза?")
    assert "про «Обман? «Это поддержка кошелька" in cheated.say("/history").text
