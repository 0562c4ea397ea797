"""Token, Bot API, webhook and Telegram's clock."""

import json
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import time

import pytest

from botapp.doctor import telegram_side
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from tests.kit.ports import free_port


def test_a_bot_that_telegram_knows_is_well(doctor, telegram):
    report = doctor()
    assert report["token"]["found"] == "accepted: @rvx_sandbox_bot, bot 4242424242"
    assert report["Bot API"]["found"].startswith("127.0.0.1 answers in ")
    assert report["webhook"]["found"] == "none, as it must be; 0 updates at Telegram"
    assert report["clock, Telegram"]["level"] == "ok"
    assert telegram.sandbox.token not in report.text
    assert telegram.sandbox.token.split(":")[1] not in report.text


def test_a_webhook_is_bad_and_only_its_host_is_shown(doctor, telegram):
    telegram.call(
        telegram.sandbox.bot.webhook.set, "http://127.0.0.1:9/secret-path", secret="", max_connections=1
    )
    telegram.call(telegram.sandbox.acts.say, ADA, "hello")
    report = doctor()
    assert report.code == 1
    assert report["webhook"]["found"].startswith("set, host 127.0.0.1; 1 update at Telegram; last error: ")
    assert "--takeover-webhook" in report["webhook"]["cure"]
    assert "secret-path" not in report.text


def test_what_nobody_fetches_is_seen_at_telegram(doctor, telegram):
    for number in range(101):
        telegram.call(telegram.sandbox.acts.say, ADA, f"hello {number}")
    assert doctor()["webhook"]["found"] == "none; 101 updates at Telegram, not fetched"


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("", "TELEGRAM_BOT_TOKEN is not set"),
        ("nonsense", "TELEGRAM_BOT_TOKEN has not the form of a token (number:letters)"),
        ("4242424242:another-secret-than-telegram-knows", "TELEGRAM_BOT_TOKEN is refused by Telegram (401)"),
    ],
)
def test_a_wrong_token_is_bad_and_never_shown(doctor, settings, token, words):
    settings.TELEGRAM_BOT_TOKEN = token
    report = doctor()
    assert report["token"]["found"] == words
    assert "@BotFather" in report["token"]["cure"]
    assert not token or token not in report.text
    assert report.code == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"http://127.0.0.1:{free_port()}", "127.0.0.1 does not answer (getMe: ClientConnectorError)"),
        ("http://no..name", "the name no..name is not found"),
    ],
    ids=["nobody listens", "no such name"],  # a port is another one in each of pytest's workers
)
def test_a_bot_api_that_is_away_leaves_the_token_unknown(doctor, settings, address, words):
    settings.TELEGRAM_API_BASE_URL = address
    report = doctor()
    assert report["Bot API"]["found"] == words
    assert report["token"]["level"] == "warn"
    assert "webhook" not in report
    assert report["content"]["level"] == "ok"


def test_a_bot_api_that_says_nothing_is_not_waited_for_long(doctor, telegram, monkeypatch):
    monkeypatch.setattr(telegram_side, "CALL_SECONDS", 0.3)
    telegram.call(telegram.sandbox.faults.add, Fault("latency", method="getMe", seconds=20))
    assert doctor()["Bot API"]["found"] == "127.0.0.1 does not answer (getMe: TimeoutError)"


def test_trouble_on_telegrams_side_is_a_warning(doctor, telegram):
    telegram.call(telegram.sandbox.faults.add, Fault("error", method="getMe"))
    found = doctor()["Bot API"]
    assert (found["level"], "500" in found["found"]) == ("warn", True)


def test_a_webhook_that_can_not_be_asked_for_is_unknown(doctor, telegram):
    telegram.call(telegram.sandbox.faults.add, Fault("error", method="getWebhookInfo"))
    assert doctor()["webhook"]["found"].startswith("unknown: 500")


@pytest.fixture
def telegram_elsewhere(settings):
    """A Bot API on a machine with a clock of its own."""
    ahead = [0.0]

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.dumps({"ok": True, "result": {"username": "rvx", "url": ""}}).encode()
            self.send_response_only(200)
            self.send_header(
                "Date", formatdate(time() + ahead[0], usegmt=True) if ahead[0] < 1e6 else "never"
            )
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()

    def at(seconds):
        ahead[0] = seconds
        settings.TELEGRAM_API_BASE_URL = f"http://127.0.0.1:{server.server_port}"

    yield at
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("ahead", "level", "words"),
    [
        (2, "ok", "agrees with this host's within 5 s"),
        (-20, "warn", "this host's is 2"),
        (300, "bad", "this host's is 5 min behind"),
    ],
)
def test_the_clock_is_held_against_telegrams(doctor, telegram_elsewhere, ahead, level, words):
    telegram_elsewhere(ahead)
    found = doctor()["clock, Telegram"]
    assert (found["level"], found["found"].startswith(words)) == (level, True), found


def test_a_date_that_can_not_be_read_is_no_clock(doctor, telegram_elsewhere):
    telegram_elsewhere(1e9)
    report = doctor()
    assert "clock, Telegram" not in report
    assert report["token"]["level"] == "ok"
