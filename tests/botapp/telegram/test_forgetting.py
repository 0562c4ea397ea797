"""What is kept long enough is forgotten by the leader, hourly."""

import asyncio
import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Generation, Turn
from botapp.services import retention
from botapp.telegram import application, forgetting
from tests.botapp.models.rows import a_person
from tests.botapp.telegram.outages import table_away
from tests.kit.waiting import until

NAMES = ("botapp.telegram.forgetting", "botapp.telegram.application")


@pytest.fixture
def hurry(monkeypatch):
    monkeypatch.setattr(application, "FIRST_FORGETTING_SECONDS", 0.01)
    monkeypatch.setattr(application, "FORGET_EVERY_SECONDS", 0.01)
    monkeypatch.setattr(forgetting, "PAUSE_SECONDS", 0.01)


@pytest.fixture
def old(bot):
    """One turn too many for two pieces, an item that was answered long ago, a fresh turn."""
    person = a_person()
    said = [Turn(person=person, role="person", text="old") for _ in range(2 * retention.PIECE + 1)]
    Turn.objects.bulk_create(said)
    answered = Generation.objects.create(
        person=person, chat_id=1, source_text="old", kind="news", language="en", depth="normal", state="done"
    )
    for rows in (Turn.objects.all(), Generation.objects.filter(pk=answered.pk)):
        rows.update(created_at=timezone.now() - timedelta(days=40))
    Turn.objects.create(person=person, role="person", text="fresh")


@pytest.fixture
def lead(bot):
    """`lead()` begins what lasts until the test ends."""
    leading = []

    async def begin():
        leading.append(asyncio.create_task(bot.application.lead()))

    async def end():
        for task in leading:
            task.cancel()
        await asyncio.gather(*leading, return_exceptions=True)

    yield lambda: bot.run(begin())
    bot.run(end())


def said_by(caplog, level):
    return [r.getMessage() for r in caplog.records if r.name in NAMES and r.levelno == level]


def test_the_leader_forgets_all_of_it_in_pieces_and_says_so_once(lead, old, hurry, caplog):
    caplog.set_level(logging.INFO, NAMES[0])
    lead()
    until(lambda: said_by(caplog, logging.INFO))
    assert list(Turn.objects.values_list("text", flat=True)) == ["fresh"]
    assert Generation.objects.get().source_text == ""
    assert said_by(caplog, logging.INFO) == [
        f"Forgotten: {2 * retention.PIECE + 1} turns, 1 texts, 0 calls to AIs"
    ]


def test_nothing_to_forget_is_not_worth_a_line(bot, caplog):
    caplog.set_level(logging.INFO, NAMES[0])
    bot.run(forgetting.forget())
    assert said_by(caplog, logging.INFO) == []


def test_a_failure_is_logged_and_tried_again(lead, old, hurry, caplog):
    with table_away("botapp_turn"):
        lead()
        until(lambda: said_by(caplog, logging.ERROR))
    until(lambda: Turn.objects.count() == 1)
    assert said_by(caplog, logging.ERROR)[0] == "Old words were not forgotten"
