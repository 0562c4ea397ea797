"""Cache, AI, settings and texts."""

import logging
import socket
from contextlib import contextmanager

import pytest
from django.core.cache import caches

from botapp.doctor import ai, examination
from botapp.enums import Depth
from botapp.models import Explanation, ProviderCall, Term
from lessons.models import Course
from tests.kit.ports import free_port
from tests.kit.provider_chaos import house as service
from tests.kit.scripted_ai import Good, ScriptedGemini, Slow, Status
from tests.kit.scripted_openai import ScriptedOpenAI


@pytest.fixture
def redis_at(settings):
    """Points the cache at a port."""

    def point(port):
        settings.CACHES = {
            "default": {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": f"redis://127.0.0.1:{port}/0",
            }
        }

    yield point
    caches.close_all()


def test_a_cache_that_is_away_is_bad(doctor, redis_at):
    redis_at(free_port())
    found = doctor()["cache"]
    assert (found["level"], "CACHE_URL" in found["cure"]) == ("bad", True)


def test_what_hangs_is_not_waited_for(doctor, redis_at, monkeypatch):
    monkeypatch.setattr(examination, "PATIENCE", 1.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        redis_at(silent.getsockname()[1])
        report = doctor()
    assert report["cache"]["found"] == "no answer within 2 s"
    assert report["token"]["level"] == report["content"]["level"] == "ok"


def test_a_cache_that_keeps_nothing_is_a_warning(doctor, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert doctor()["cache"]["found"] == "DummyCache forgets at once"


def test_the_cache_of_each_process_is_well(doctor):
    assert doctor()["cache"]["found"].startswith("LocMemCache, ")


def test_no_key_is_a_warning_and_the_ai_is_not_asked(doctor):
    report = doctor("--ask-ai")
    assert (report["AI"]["level"], "GEMINI_API_KEY" in report["AI"]["cure"]) == ("warn", True)
    assert "AI asked" not in report
    assert "AI lately" not in report


@pytest.mark.parametrize("sdk", ["google-genai", "google-generativeai"])
def test_the_library_is_named_with_its_version_and_the_key_is_not(doctor, settings, sdk):
    settings.GEMINI_API_KEY, settings.GEMINI_SDK = "a-key-of-nobody", sdk
    report = doctor()
    assert report["AI"]["level"] == "ok"
    assert report["AI"]["found"].startswith(f"gemini-2.5-flash via {sdk} ")
    assert "a-key-of-nobody" not in report.text


@pytest.fixture
def gemini(settings):
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY, settings.GEMINI_BASE_URL = "only-for-tests", server.base_url
        yield server


def test_the_ai_is_asked_only_if_told(doctor, gemini):
    gemini.script(Good())
    assert "AI asked" not in doctor()
    assert gemini.requests == []
    assert doctor("--ask-ai")["AI asked"]["found"].startswith("answered in ")
    assert len(gemini.requests) == 1


def test_an_ai_that_refuses_is_bad(doctor, gemini):
    gemini.script(Status(403))
    report = doctor("--ask-ai")
    assert report["AI asked"]["found"].startswith("unavailable after ")
    assert report.code == 1


def test_an_ai_that_says_nothing_is_not_waited_for_long(doctor, gemini, monkeypatch):
    monkeypatch.setattr(ai, "ASK_SECONDS", 1.0)
    gemini.script(Slow())
    assert doctor("--ask-ai")["AI asked"]["found"].startswith("timeout after ")


@pytest.fixture
def house(settings):
    with ScriptedOpenAI() as server:
        settings.AI_SERVICES = {"house": service(server.base_url)}
        yield server


def test_all_services_are_named_with_their_hosts_and_asked_one_by_one(doctor, gemini, house):
    gemini.script(Status(403))
    report = doctor("--ask-ai")
    assert ", then m via house at 127.0.0.1:" in report["AI"]["found"]
    assert report["AI asked: gemini"]["level"] == "bad"
    assert report["AI asked: house"]["found"].startswith("answered in ")
    assert "only-for-tests" not in report.text


def test_a_service_that_is_slow_is_cured_by_its_own_variables(doctor, house, monkeypatch):
    monkeypatch.setattr(ai, "ASK_SECONDS", 1.0)
    house.script(Slow())
    assert "HOUSE_TIMEOUT_SECONDS" in doctor("--ask-ai")["AI asked"]["cure"]


def test_calls_of_the_last_day_are_added_up(doctor, house):
    rows = [("ok", 1500), ("ok", 1500), ("unavailable", None)]
    for outcome, cost in rows:
        ProviderCall.objects.create(
            provider="house", model="m", kind="news", outcome=outcome, cost=cost, duration_ms=1
        )
    found = doctor()["AI calls"]
    assert found["found"] == "the last 24 h: house 3 calls, 1 failed, $0.0030"
    assert (found["level"], "house" in found["cure"]) == ("warn", True)


def answered(failure="", *, degraded=True):
    Explanation.objects.create(
        language="en",
        depth=Depth.NORMAL,
        source_text="x",
        answer={},
        state="ready",
        failure=failure,
        degraded=degraded and bool(failure),
    )


def test_answers_of_the_last_hour_tell_whether_the_ai_works(doctor, settings):
    settings.GEMINI_API_KEY = "a-key-of-nobody"
    assert doctor()["AI lately"]["found"] == "no new answers in the last hour"
    answered()
    assert doctor()["AI lately"]["level"] == "ok"
    for code in ("unavailable", "unavailable", "timeout"):
        answered(code)
    found = doctor()["AI lately"]
    assert found["found"].startswith("1 of 4 new answers of the last hour were made with AI; ")
    assert "2 unavailable" in found["found"]
    assert (found["level"], "key" in found["cure"]) == ("warn", True)


def test_what_the_start_says_of_the_settings_is_said_here_too(doctor, settings):
    settings.STARTUP_NOTES = [
        (logging.WARNING, "SECRET_KEY is not set: derived from the bot token. Set it, so that it lasts."),
        (logging.INFO, "API_URL_NEWS is set and not needed: no matter."),
    ]
    report = doctor()
    assert report["settings"] == {
        "subject": "settings",
        "level": "warn",
        "found": "SECRET_KEY is not set: derived from the bot token",
        "cure": "Set it, so that it lasts",
    }
    assert "API_URL_NEWS" not in report.text


def test_debug_is_a_warning(doctor, settings):
    settings.DEBUG = True
    assert doctor()["settings"]["found"].startswith("DEBUG is on")


@pytest.mark.parametrize(
    ("hosts", "platform", "level", "words"),
    [
        (["localhost"], "", "ok", "this machine's"),
        (["localhost"], "production", "warn", "only this machine's"),
        (["localhost", "rvx.example.org"], "production", "ok", "answered: rvx.example.org"),
        (["*"], "", "warn", "every host name"),
    ],
)
def test_the_host_names_are_judged(doctor, settings, hosts, platform, level, words):
    settings.ALLOWED_HOSTS, settings.PLATFORM = hosts, platform
    found = doctor()["hosts"]
    assert (found["level"], found["found"].startswith(words)) == (level, True)


@contextmanager
def hidden(rows, field):
    """Reference texts that are switched off for a moment."""
    rows.update(**{field: False})
    try:
        yield
    finally:
        rows.model.objects.update(**{field: True})


def test_texts_that_are_not_loaded_are_a_warning(doctor):
    report = doctor()
    assert (report["content"]["level"], report["courses"]["level"]) == ("ok", "ok")
    with hidden(Term.objects.all(), "is_active"), hidden(Course.objects.all(), "is_published"):
        report = doctor()
    assert (report["content"]["level"], report["courses"]["level"]) == ("warn", "warn")
    assert report["content"]["cure"] == "python manage.py load_content"
    assert report["courses"]["found"] == "0 courses, 0 lessons"
