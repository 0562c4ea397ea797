"""No secret of a known shape reaches a log line, wherever it comes from."""

import io
import logging

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, IntegrityError, connection, transaction
from django.http import HttpResponse
from django.utils.log import log_response
from telegram.error import BadRequest

from botapp.delivery.exceptions import StartRefused
from botapp.models import StoredUpdate
from rvx_site.logs import CalmRefusals, HideSecrets, LineFormatter, hide
from rvx_site.settings import LOGGING

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def log():
    """A logger as the settings make it, and what it has written."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LineFormatter())
    handler.addFilter(HideSecrets())
    logger = logging.Logger("tests.logs")
    logger.addHandler(handler)
    return logger, stream


@pytest.fixture
def calmed():
    """What any logger wrote, through the filter of the settings that calms refusals."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LineFormatter())
    handler.addFilter(CalmRefusals())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_a_line_has_time_level_place_and_message(log):
    logger, stream = log
    logger.warning("Lease %s taken", 7)
    assert stream.getvalue().endswith(" WARNING tests.logs: Lease 7 taken\n")
    assert stream.getvalue()[:2] == "20"


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/getMe",
        "GET https://host/v1beta/models?key=abcdef123&alt=sse",
        "key AIzaSyD-0123456789abcdefghijklmnopqrstuv is wrong",
        "Authorization: Bearer rvx_key_0123456789abcdef",
        "Authorization: Bearer sk-proj-0123456789abcdefgh",
        "Incorrect API key provided: gsk_0123456789abcdefghij",
    ],
)
def test_secrets_are_hidden_in_messages(log, text):
    logger, stream = log
    logger.error("Failed: %s", text)
    assert "[hidden]" in stream.getvalue()
    assert not any(
        part in stream.getvalue()
        for part in ("AAHdq", "abcdef123", "AIzaSy", "rvx_key_0", "sk-proj", "gsk_0")
    )


def test_secrets_are_hidden_in_tracebacks(log):
    logger, stream = log
    try:
        raise TimeoutError(f"https://api.telegram.org/bot{TOKEN}/getUpdates")
    except TimeoutError:
        logger.exception("Polling failed")
    assert "Traceback" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_a_token_split_over_format_and_argument_is_hidden(log):
    logger, stream = log
    logger.error("123456:%s", TOKEN.split(":")[1])
    assert TOKEN not in stream.getvalue()


def test_ordinary_text_stays_as_it_is():
    text = "Update 123456 at 09:15: handled in 12:345 ms"
    assert hide(text) == text


def test_a_scan_is_one_warning_without_a_traceback(client, settings, calmed):
    settings.ALLOWED_HOSTS = ["rvx.example.org"]
    answer = client.get("/health", headers={"Host": "evil.example" + "x" * 5000})
    assert answer.status_code == 400
    lines = calmed.getvalue().splitlines()
    assert len(lines) == 1, lines
    assert " WARNING django.security.DisallowedHost: Invalid HTTP_HOST header: 'evil.example" in lines[0]
    assert len(lines[0]) < 300


def test_the_settings_calm_refusals_before_they_are_written():
    assert LOGGING["handlers"]["stdout"]["filters"] == ["calm", "secrets"]


@pytest.mark.parametrize(("status", "level"), [(503, "WARNING"), (500, "ERROR")])
def test_a_503_is_said_on_purpose_and_no_error(status, level, calmed):
    answer = HttpResponse(status=status)
    log_response("%s: %s", answer.reason_phrase, "/analyze_image", response=answer)
    assert f" {level} django.request: {answer.reason_phrase}: /analyze_image" in calmed.getvalue()


def test_an_error_of_ours_keeps_its_level_and_traceback(log):
    logger, stream = log
    logger.handlers[0].addFilter(CalmRefusals())
    try:
        raise ValueError
    except ValueError:
        logger.exception("Broken")
    assert " ERROR tests.logs: Broken\nTraceback" in stream.getvalue()


WORDS = "my salary is 3,141"


@pytest.mark.django_db
def test_what_a_database_quotes_of_a_row_stands_in_no_traceback(log, django_user_model):
    logger, stream = log
    django_user_model.objects.create(username=WORDS)
    try:
        with transaction.atomic():
            django_user_model.objects.create(username=WORDS)
    except IntegrityError:
        logger.exception("Not stored")
    told = stream.getvalue()
    assert WORDS not in told
    assert told.count("Traceback (most recent call last):") == 2
    assert "direct cause of the following exception" in told
    assert "django.db.utils.IntegrityError\n" in told
    names = {"postgresql": "auth_user_username_key", "sqlite": "SQLITE_CONSTRAINT_UNIQUE"}
    assert names[connection.vendor] in told
    assert "test_logs.py" in told


@pytest.mark.django_db
def test_nor_the_row_that_broke_a_constraint(log):
    logger, stream = log
    row = StoredUpdate.objects.create(bot_id=1, update_id=1, lane=WORDS, received_at="2026-03-10T12:00Z")
    try:
        with transaction.atomic():
            StoredUpdate.objects.filter(pk=row.pk).update(kind=None)
    except Error:
        logger.exception("Not stored")
    assert WORDS not in stream.getvalue()
    assert "IntegrityError" in stream.getvalue()


@pytest.mark.parametrize("kind", [ValueError, KeyError, RuntimeError, AssertionError])
def test_an_error_that_may_quote_what_it_failed_at_gives_its_kind_only(log, kind):
    logger, stream = log
    try:
        raise kind(WORDS)
    except kind:
        logger.exception("Broken")
    assert stream.getvalue().endswith(f"\n{kind.__name__}\n")
    assert stream.getvalue().count(WORDS) == 0


@pytest.mark.parametrize(
    "error",
    [
        StartRefused(78, "no such token"),
        ImproperlyConfigured("no such setting"),
        FileNotFoundError(2, "no such file"),
        ImportError("no such module"),
    ],
)
def test_errors_of_ours_and_harmless_ones_keep_their_words(log, error):
    logger, stream = log
    logger.error("Broken", exc_info=error)
    assert "no such" in stream.getvalue()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Bad Request: chat not found", "Chat not found"),
        (f'Bad Request: can\'t parse entities: unsupported start tag "{WORDS}"', "Can't parse entities"),
        (f"Bad Request: wrong «{WORDS}»", ""),
    ],
)
def test_a_refusal_of_telegram_keeps_what_quotes_nobody(log, said, told):
    logger, stream = log
    logger.error("Broken", exc_info=BadRequest(said))
    line = "telegram.error.BadRequest" + (f": {told}" if told else "")
    assert stream.getvalue().endswith(f"\n{line}\n")


def test_each_error_of_a_group_is_told(log):
    logger, stream = log
    logger.error("Broken", exc_info=ExceptionGroup(WORDS, [ValueError(WORDS), TimeoutError("late")]))
    assert stream.getvalue().endswith("ExceptionGroup\nValueError\nTimeoutError: late\n")


def test_an_error_that_is_its_own_cause_has_an_end(log):
    logger, stream = log
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    logger.error("Broken", exc_info=first)
    assert stream.getvalue().endswith("ValueError\n")
