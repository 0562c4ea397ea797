"""The Procfile's lines with the five variables of the earlier installation, against the sandbox's Bot API."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psutil
import pytest

from botapp.sandbox.people import BORIS
from botapp.sandbox.server import SandboxThread
from tests.kit.deployment import TOKEN, Deployment, OwnDatabase, procfile, wait_until

NEWS = "Биржа Kraken 12 марта выплатит $30 млн по соглашению с SEC и закроет в США сервис стейкинга."


@pytest.fixture(scope="module")
def sandbox() -> Iterator[SandboxThread]:
    with SandboxThread(token=TOKEN) as thread:
        yield thread


@dataclass
class Life:
    """All that was seen of one deployment from start to stop."""

    health: dict[str, Any]
    refused: tuple[int, Any]
    explained: tuple[int, Any]
    redirected: int
    reply: dict[str, Any]
    status: str
    children: list[psutil.Process]
    seconds_to_stop: float
    code: int
    log: str


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnDatabase]:
    """Empty at the first start; the starts after it find what it left, as on a platform."""
    database = OwnDatabase(tmp_path_factory.mktemp("database"))
    yield database
    database.drop()


@pytest.fixture(scope="module")
def life(
    sandbox: SandboxThread, database: OwnDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Life]:
    deployment = Deployment(tmp_path_factory.mktemp("life"), telegram=sandbox.base_url, database=database)
    try:
        yield live(deployment, sandbox)
    finally:
        deployment.close()


def live(deployment: Deployment, sandbox: SandboxThread) -> Life:
    health = deployment.wait_until_ready()
    key = next(
        word for word in deployment.manage("create_api_key", "e2e").split() if word.startswith("rvx_key_")
    )
    seen = {
        "health": health,
        "refused": deployment.ask("POST", "/explain_news", {"text_content": NEWS}),
        "explained": deployment.ask(
            "POST", "/explain_news", {"text_content": NEWS}, Authorization=f"Bearer {key}"
        ),
        "redirected": deployment.ask("GET", "/health", **{"X-Forwarded-Proto": "http"})[0],
        "reply": reply_to(sandbox, "/start"),
        "status": deployment.manage("runbot", "--status"),
        "children": deployment.children(),
    }
    started = time.monotonic()
    code = deployment.stop()
    return Life(**seen, seconds_to_stop=time.monotonic() - started, code=code, log=deployment.log)


def reply_to(sandbox: SandboxThread, text: str) -> dict[str, Any]:
    """The parameters of the first message that the bot sends to Boris from now on."""
    journal = sandbox.sandbox.journal
    before = max((call.number for call in journal), default=0)
    sandbox.call(sandbox.sandbox.acts.say, BORIS, text)

    def sent() -> dict[str, Any] | None:
        calls = journal.calls("sendMessage", after=before)
        return next(
            (c.params for c in calls if int(c.params["chat_id"]) == BORIS.id and c.status == 200), None
        )

    return wait_until(sent, within=10, what=f"a reply to {text}")


def test_health_has_the_promised_fields(life):
    promised = {
        "status",
        "gemini_available",
        "requests_total",
        "requests_success",
        "requests_errors",
        "requests_fallback",
        "requests_rate_limited",
        "cache_size",
        "uptime_seconds",
    }
    assert promised <= set(life.health)


def test_health_is_answered_over_plain_http_and_never_redirected(life):
    assert life.redirected == 200


def test_an_explanation_needs_a_key(life):
    assert life.refused[0] == 401


def test_news_is_explained_and_an_unreachable_ai_is_said(life):
    status, body = life.explained
    assert status == 200
    assert {"simplified_text", "cached", "processing_time_ms"} <= set(body)
    assert body["degraded"] is True
    assert "Kraken" in body["simplified_text"]


def test_the_bot_answers_start(life):
    assert life.reply["text"]
    assert "reply_markup" in life.reply


def test_status_names_the_leader(life):
    assert "leader" in life.status.lower() or "led by" in life.status.lower()


@pytest.mark.parametrize(
    "line",
    [
        "Bot lock acquired (PID: ",
        "Event tracker initialized",
        "AI honesty system loaded",
        "Analytics system ready",
        "БОТ ПОЛНОСТЬЮ ЗАПУЩЕН И ГОТОВ К РАБОТЕ",
        "API_URL_NEWS is set and not needed",
        "SECRET_KEY is not set: derived from the bot token.",
        "SIGTERM received: stopping.",
        "Bot lock released",
    ],
)
def test_the_log_has_the_lines_that_operators_look_for_once(life, line):
    assert life.log.count(line) == 1, life.log


def test_the_log_holds_no_secret_and_no_text(life):
    assert TOKEN.split(":")[1] not in life.log
    assert "a-key-that-opens-nothing" not in life.log
    assert "Kraken" not in life.log


def test_a_stop_is_clean_quick_and_leaves_nobody(life):
    assert life.code == 0, life.log
    assert life.seconds_to_stop < 10
    assert len(life.children) >= 3
    assert [process for process in life.children if process.is_running()] == []
    assert "Traceback" not in life.log


@pytest.fixture
def deployment(sandbox: SandboxThread, database: OwnDatabase, tmp_path) -> Iterator[Deployment]:
    deployment = Deployment(tmp_path, telegram=sandbox.base_url, database=database)
    yield deployment
    deployment.close()


def test_the_end_of_the_bot_is_the_end_of_everything(deployment):
    deployment.wait_until_ready()
    children = deployment.children()
    bot = deployment.pid_of("bot")
    os.kill(bot, signal.SIGKILL)
    assert deployment.wait() != 0
    assert f"The bot (PID: {bot}) ended with code -9: stopping everything." in deployment.log
    assert [process for process in children if process.is_running()] == []


def test_killing_the_supervisor_leaves_nobody(deployment):
    deployment.wait_until_ready()
    children = deployment.children()
    deployment.process.kill()
    wait_until(lambda: not any(process.is_running() for process in children), within=5, what="all gone")


def test_one_line_serves_everything_and_two_serve_platforms_with_two_services():
    lines = procfile()
    assert list(lines) == ["web", "api", "bot"]
    assert not any("runserver" in line for line in lines.values())
