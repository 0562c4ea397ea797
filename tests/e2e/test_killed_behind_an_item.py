"""kill -9 while a question waits for the card of its item: the next process writes both, in that order."""

from pathlib import Path

import pytest

from botapp.sandbox.people import BORIS
from botapp.sandbox.server import SandboxThread
from tests.kit.deployment import TOKEN, Deployment, OwnDatabase, wait_until
from tests.kit.scripted_ai import Good, ScriptedGemini, Slow

BEFORE = "Хакеры вывели из протокола Euler $197 млн во вторник. Токен упал на 45%."
ITEM = "SEC подала иск против Binance в понедельник по 13 пунктам. Биржа их отрицает."
QUESTION = "Сколько там пунктов?"


@pytest.fixture
def deploy(tmp_path: Path):
    """`deploy(name)`: one process after another on one database, one Telegram and one AI."""
    database, running = OwnDatabase(tmp_path), []

    def start(name: str, telegram: str, ai: str) -> Deployment:
        (tmp_path / name).mkdir()
        more = {"GEMINI_BASE_URL": ai, "FLOOD_SECONDS": "0", "GEMINI_TIMEOUT_SECONDS": "60"}
        running.append(
            Deployment(tmp_path / name, telegram=telegram, database=database, line="web", more=more)
        )
        running[-1].wait_until_ready()
        return running[-1]

    yield start
    for deployment in running:
        deployment.close()
    database.drop()


def test_both_are_answered_and_the_question_is_about_the_item(deploy):
    with SandboxThread(token=TOKEN) as telegram, ScriptedGemini() as ai:
        first = deploy("first", telegram.base_url, ai.base_url)
        say(telegram, BEFORE)
        wait_until(lambda: cards(telegram) == 1, within=30, what="the card of before")
        ai.script(Slow(), Good())
        say(telegram, ITEM)
        wait_until(lambda: len(ai.requests) == 2, within=20, what="the item is being written")
        say(telegram, QUESTION)
        wait_until(lambda: len(sent(telegram)) == 3, within=20, what="the question has its message")
        first.close()
        deploy("second", telegram.base_url, ai.base_url)
        wait_until(lambda: cards(telegram) == 3, within=60, what="both answers")
        assert len(sent(telegram)) == 3, "each in the message that stood there"
    asked = ai.requests[-1]
    assert asked.source == QUESTION
    assert "Binance" in asked.user
    assert "Euler" not in asked.user


def say(telegram: SandboxThread, text: str) -> None:
    telegram.call(telegram.sandbox.acts.say, BORIS, text)


def sent(telegram: SandboxThread) -> list[dict]:
    messages = telegram.sandbox.bot.chats[BORIS.id].messages if telegram.sandbox.bot.chats else {}
    return [message for message in list(messages.values()) if message["from"]["is_bot"]]


def cards(telegram: SandboxThread) -> int:
    """Answers that are whole: they have the thumbs below."""
    return sum("👍" in str(message.get("reply_markup", "")) for message in sent(telegram))
