from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Generation, Person
from tests.kit.scripted_ai import Good

ITEM = "The SEC sued Binance today with 13 charges."


def test_the_profile_says_who_one_is_and_where_to_go_on(chat):
    chat.say("/start")
    Person.objects.update(created_at="2026-03-10T12:00:00Z")
    text = chat.say("/profile").text
    assert text.startswith("Ada Lovelace\n\nWith RVX since: 10 Mar 2026\nLanguage: English\n")
    for command in ("/settings", "/export", "/forget_me"):
        assert command in text


def test_the_numbers_are_ones_own(chat, chats):
    assert _told(chat) == [0, 0, 0, 0, 0, 0]
    chat.say(ITEM)
    chat.say("What is a stablecoin?")
    chat.say("/bookmark")
    chats("Olena").say(ITEM)
    assert _told(chat) == [1, 1, 0, 1, 1, 1]


def test_a_button_that_tells_an_item_anew_adds_no_item(chat, gemini):
    gemini.script(Good(), Good(), Good())
    chat.say(ITEM)
    chat.press("Simpler")
    chat.press("More…")
    chat.press("Another version")
    assert Generation.objects.count() == 3
    assert _told(chat) == [1, 0, 0, 0, 1, 1]
    chat.say(ITEM.replace("Binance", "Kraken"))
    assert _told(chat)[0] == 2


def test_a_lesson_on_a_topic_is_counted_as_one(chat):
    chat.say("/teach defi beginner")
    assert _told(chat)[:3] == [0, 0, 1]


def _told(chat) -> list[int]:
    """Items, questions, lessons, what is saved, days, days in a row."""
    lines = chat.say("/stats").text.splitlines()
    assert lines[2].startswith("Items explained: ")
    return [int(line.rpartition(": ")[2]) for line in lines[2:8]]


def test_lessons_add_their_own_lines(chat):
    assert "Lessons finished: 0\nQuestions answered right: 0" in chat.say("/stats").text


@pytest.mark.parametrize(("days", "row"), [((0, 1, 2, 4), 3), ((1, 2), 2), ((2, 3), 0)])
def test_a_row_of_days_goes_on_until_a_day_is_over_without_one(chat, days, row):
    chat.say("/start")
    person = Person.objects.get()
    for day in days:
        made = Generation.objects.create(
            person=person,
            chat_id=1,
            source_text="x",
            kind="news",
            language="en",
            depth="normal",
            state="done",
        )
        Generation.objects.filter(pk=made.pk).update(created_at=timezone.now() - timedelta(days=day))
    assert _told(chat)[4:] == [len(days), row]
