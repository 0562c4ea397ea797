import pytest
from django.db import connection

from botapp.models import Explanation
from tests.botapp.api.test_explain_news import NEWS

COUNTERS = [f"requests_{name}" for name in ("total", "success", "errors", "fallback", "rate_limited")]
FIELDS = {"status", "gemini_available", "cache_size", "uptime_seconds", "bot", *COUNTERS}


def test_a_new_installation_is_healthy_and_has_no_bot_yet(client, live_db):
    answer = client.get("/health")
    body = answer.json()
    assert answer.status_code == 200
    assert set(body) == FIELDS
    assert body["status"] == "healthy"
    assert body["bot"] == "absent"
    assert body["gemini_available"] is False
    assert body["uptime_seconds"] > 0
    assert [body[name] for name in COUNTERS] == [0] * 5


def test_every_request_is_counted_by_its_outcome(client, ask, settings):
    settings.API_KEY_PER_MINUTE = 24  # a burst of four
    statuses = [ask(text).status_code for text in (NEWS, NEWS, "short", NEWS, NEWS)]
    assert statuses == [200, 200, 422, 200, 429]
    body = client.get("/health").json()
    assert body["requests_total"] == 5
    assert body["requests_success"] == 3
    assert body["requests_fallback"] == 3
    assert body["requests_errors"] == 1
    assert body["requests_rate_limited"] == 1


def test_the_cache_holds_what_can_be_given_again(client, live_db):
    facts = {
        "language": "en",
        "depth": "normal",
        "source_text": NEWS,
        "answer": {"headline": "x"},
        "state": "ready",
    }
    Explanation.objects.create(key="a" * 64, **facts)
    Explanation.objects.create(key=None, degraded=True, **facts)
    assert client.get("/health").json()["cache_size"] == 1


def test_a_gemini_key_makes_it_available(client, live_db, settings):
    settings.GEMINI_API_KEY = "only-for-tests"
    assert client.get("/health").json()["gemini_available"] is True


def test_a_bot_without_a_token_is_absent(client, live_db, settings):
    settings.TELEGRAM_BOT_TOKEN = ""
    assert client.get("/health").json()["bot"] == "absent"


@pytest.mark.django_db
def test_without_its_tables_it_says_what_to_do(client, caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE analytics_counter RENAME TO counter_elsewhere")
    answer = client.get("/health", headers={"Accept-Language": "en"})
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "unavailable",
        "detail": "The database can't be reached, or `manage.py migrate` did not run yet.",
    }
