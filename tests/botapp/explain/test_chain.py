"""The chain that the settings make, and what of it outlives a change of them."""

import pytest
from django.db import DatabaseError

from botapp.ai.base import Usage
from botapp.ai.breaker import FAILURES
from botapp.ai.calls import Call
from botapp.background import run_coroutine
from botapp.explain import calls, chain
from botapp.explain.engine import explain_whole
from botapp.explain.progress import ExplainRequest
from botapp.models import Explanation, ProviderCall
from botapp.queries.ai_services import services
from botapp.services import provider_calls
from tests.kit.scripted_ai import Good, Malformed, Status
from tests.kit.scripted_openai import ScriptedOpenAI

NEWS = "The SEC approved a spot Solana ETF on Tuesday. The fund charges 0.25% a year."


def ask(text=NEWS):
    answer = run_coroutine(explain_whole(ExplainRequest(text, language="en")), timeout=20)
    run_coroutine(calls.flush(), timeout=5)
    return answer


def house(base_url, **more):
    return {
        "API_KEY": "sk-only-for-tests",
        "BASE_URL": base_url,
        "MODEL": "house-1",
        "TIMEOUT_SECONDS": 5.0,
        "ANSWER_FORMAT": "json_object",
        "COUNTS_TOKENS": True,
        "INPUT_PRICE": 1.0,
        "OUTPUT_PRICE": 2.0,
        **more,
    }


@pytest.fixture
def second(settings):
    with ScriptedOpenAI() as server:
        settings.AI_SERVICES = {"house": house(server.base_url)}
        yield server


def test_the_line_up_is_told_in_its_order(settings):
    settings.GEMINI_API_KEY = "k"
    settings.AI_SERVICES = {"groq": house("http://h/v1"), "house": house("http://u:p@10.0.0.5:9/v1")}
    assert chain.describe() == (
        "gemini-2.5-flash via google-genai, then house-1 via groq, then house-1 via house, then offline"
    )
    assert chain.lineup() == ("gemini:gemini-2.5-flash", "groq:house-1", "house:house-1", "offline:offline-5")
    settings.AI_PROVIDERS = ("house", "gemini")
    assert [service.name for service in services()] == ["house", "gemini"]
    assert services()[0].host == "10.0.0.5:9"
    assert "only-for-tests" not in repr(services())
    settings.AI_PROVIDERS = ("offline",)
    assert chain.describe() == "offline"


def test_the_second_ai_answers_where_the_first_is_away_and_that_is_no_degraded_answer(gemini, second):
    gemini.script(Status(503))
    answer = ask()
    assert (answer.provider, answer.degraded, answer.failure) == ("house", False, "unavailable")
    assert ask().cached, "an answer by an AI is kept, whichever it was"
    first, other = ProviderCall.objects.order_by("id")
    assert (first.provider, first.outcome, first.explanation_id) == (
        "gemini",
        "unavailable",
        answer.explanation_id,
    )
    assert (other.provider, other.outcome, other.cost) == ("house", "ok", 120 * 1 + 45 * 2)


def test_where_both_fail_the_answer_is_made_without_ai_and_not_kept(gemini, second):
    gemini.script(Status(503))
    second.script(Malformed())
    answer = ask()
    assert (answer.provider, answer.degraded, answer.failure) == ("offline", True, "unavailable")
    assert len(second.requests) == 2, "asked once more for what it did not manage"
    assert "Your last answer" in second.requests[1].system
    assert not Explanation.objects.filter(key__isnull=False).exists()


def test_what_is_known_of_a_service_outlives_a_change_of_another_one(gemini, second, settings):
    gemini.script(Status(503))
    for number in range(FAILURES):
        ask(f"{NEWS} {number}.")
    settings.AI_SERVICES = {"house": house(second.base_url, MODEL="house-2")}
    settings.ANSWER_DEADLINE_SECONDS = 50.0
    assert ask().model == "house-2"
    assert len(gemini.requests) == FAILURES
    settings.GEMINI_MODEL = "another"
    gemini.script(Good())
    assert ask().model == "another", "another model is another service: nothing is known of it"


def test_calls_that_can_not_be_written_are_written_later_and_never_without_bound(
    live_db, monkeypatch, caplog
):
    monkeypatch.setattr(calls, "_waiting", type(calls._waiting)(maxlen=3))
    monkeypatch.setattr(calls, "MOST", 3)
    real, away = provider_calls.keep, [True]

    def keep(entries):
        if away:
            raise DatabaseError("a secret")
        real(entries)

    monkeypatch.setattr(provider_calls, "keep", keep)

    async def note(*names):
        for name in names:
            calls.note(Call(name, "m", "news", "ok", Usage(), 1.0, 0.1, is_repair=False))
        await calls.flush()

    run_coroutine(note("a", "b", "c", "d", "e", "offline"), timeout=5)
    assert "secret" not in caplog.text
    away.clear()
    run_coroutine(note("f"), timeout=5)
    assert set(ProviderCall.objects.values_list("provider", flat=True)) == {"d", "e", "f"}
