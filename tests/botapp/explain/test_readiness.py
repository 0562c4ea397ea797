import pytest
from django.db import connection

from botapp.explain import readiness
from botapp.explain.chain import describe


@pytest.mark.django_db
def test_each_line_is_said_when_its_check_has_passed():
    assert list(readiness.check_all()) == [
        "Event tracker initialized",
        "AI honesty system loaded",
        "Analytics system ready",
        "AI in use: offline",
    ]


@pytest.mark.django_db(transaction=False)
def test_a_line_that_is_not_true_is_not_said(caplog):
    if connection.vendor == "postgresql":
        pytest.skip("a failed statement ends PostgreSQL's transaction, and with it the later checks")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE analytics_counter RENAME TO counter_elsewhere")
    assert "Analytics system ready" not in list(readiness.check_all())
    assert "Start check failed: Analytics system ready" in caplog.text


@pytest.mark.parametrize("sdk", ["google-genai", "google-generativeai"])
def test_the_ai_in_use_is_named_with_its_library(settings, sdk):
    settings.GEMINI_API_KEY, settings.GEMINI_SDK = "only-for-tests", sdk
    assert describe() == f"gemini-2.5-flash via {sdk}, then offline"
