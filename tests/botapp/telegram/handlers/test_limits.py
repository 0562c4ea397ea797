from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from botapp.models import Person
from botapp.queries.allowances import Allowance, few_left
from botapp.services import answer_claims, endings, generations
from botapp.telegram.rendering import render
from tests.botapp.telegram.cards import ITEM as LONG
from tests.botapp.telegram.cards import gemini

__all__ = ["gemini"]

ITEM = "The SEC sued Binance today with {} charges."


def test_the_number_shown_is_the_number_enforced(chat):
    chat.say("/start")
    Person.objects.update(daily_limit=2)
    assert "Explanations left today: 2 of 2" in chat.say("/limits").text
    chat.say(ITEM.format(13))
    chat.say(ITEM.format(14))
    assert "Explanations left today: 0 of 2" in chat.say("/limits").text
    assert chat.say(ITEM.format(15)).text.startswith("That was the last of today's 2 explanations.")


def test_the_hour_of_the_next_ones_is_told_in_the_persons_time_zone(chat):
    assert ", at 00:00 (UTC)." in chat.say("/limits").text
    Person.objects.update(time_zone="Asia/Tashkent")
    assert ", at 05:00 (Tashkent)." in chat.say("/limits").text


SOON = {
    "en": ("New ones come in {}, at 00:00 (UTC).", ("5 h", "1 h", "20 min")),
    "ru": ("Новые появятся через {}, в 00:00 (UTC).", ("5 ч", "1 ч", "20 мин")),
    "uk": ("Нові з’являться через {}, о 00:00 (UTC).", ("5 год", "1 год", "20 хв")),
}


@pytest.mark.parametrize("language", SOON)
def test_how_long_it_is_until_then_is_told_in_the_persons_language(language, time_machine):
    midnight = datetime(2026, 3, 2, tzinfo=UTC)
    allowance = Allowance(limit=50, used=50, left=0, renewed_at=midnight)
    sentence, units = SOON[language]
    for minutes, unit in zip((290, 62, 20), units, strict=True):
        time_machine.move_to(midnight - timedelta(minutes=minutes), tick=False)
        with translation.override(language):
            (shown,) = render("limits/limits", {"allowance": allowance, "zone": "UTC"})
        assert sentence.format(unit) in shown.text.replace("\u00a0", " ")


@pytest.fixture
def five(chat, gemini):
    """A card that took one of the day's five."""
    chat.say("/start")
    Person.objects.update(daily_limit=5)
    chat.say(LONG)
    return chat


def test_what_counts_is_said_where_the_numbers_are(chat):
    assert (
        "also by a button: simpler or deeper, told in another way, another version"
        in chat.say("/limits").text
    )


def test_a_press_that_takes_one_of_the_last_says_how_many_are_left(five):
    assert five.press("Deeper").toast == "One moment… Left today: 3. More: /limits"
    five.press("More…")
    assert five.press("Step by step").toast == "One moment… Left today: 2. More: /limits"


def test_presses_at_the_same_time_have_a_number_each(five, settings):
    """However late it is read."""
    settings.FLOOD_SECONDS = 0
    person = Person.objects.get()
    wanted = {"chat_id": five.chat_id, "kind": "news", "language": "en", "depth": "normal"}
    begun = [generations.begin(person.pk, text=f"Item {number}", **wanted) for number in range(4)]
    assert [few_left(number) for number in begun] == [3, 2, 1, 0]
    endings.fail(answer_claims.take(begun[1]), code="error")
    assert [few_left(number) for number in begun] == [3, None, 2, 1]


def test_a_press_while_many_are_left_says_nothing_of_it(five):
    Person.objects.update(daily_limit=None)
    assert five.press("Deeper").toast == "One moment…"


def test_a_press_that_costs_nothing_says_nothing_of_it(five):
    five.press("Deeper")
    assert "Left today" not in (five.press("Simpler").toast or "")


def test_a_suggested_question_says_it_too(five):
    five.press("More…")
    question = five.press("Ask next").buttons[0]
    assert five.press(question).toast == "Left today: 3. More: /limits"
