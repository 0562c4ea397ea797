from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Generation, Person

ITEM = "The SEC sued Binance today with 13 charges."


def test_the_profile_says_who_one_is_and_where_to_go_on(chat):
    chat.say("/start")
    Person.objects.update(created_at="2026-03-10T12:00:00Z")
    text = chat.say("/profile").text
    assert text.startswith("Ada Lovelace\n\nWith RVX since: 10 Mar 2026\nLanguage: English\n")
    for command in ("/settings", "/export", "/forget_me"):
        assert command in text


def test_the_numbers_are_ones_own(chat, chats):
    assert (
        "Explanations: 0\nQuestions: 0\nSaved: 0\nDays with RVX: 0\nDays in a row: 0"
        in chat.say("/stats").text
    )
    chat.say(ITEM)
    chat.say("What is a stablecoin?")
    chat.say("/bookmark")
    chats("Olena").say(ITEM)
    text = chat.say("/stats").text
    assert "Explanations: 1\nQuestions: 1\nSaved: 1\nDays with RVX: 1\nDays in a row: 1" in text


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
    text = chat.say("/stats").text
    assert f"Days with RVX: {len(days)}\nDays in a row: {row}" in text
