"""POST /explain_news with Gemini on loopback."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from botapp.background import run_coroutine
from botapp.explain import chain
from botapp.models import ApiKey
from botapp.queries.allowances import allowance
from botapp.services.people import greet
from tests.botapp.api.test_explain_news import NEWS
from tests.kit.scripted_ai import BlockedPrompt, Good, ScriptedGemini, Slow, Status


@pytest.fixture
def gemini(settings, live_db):
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY = "only-for-tests"
        settings.GEMINI_BASE_URL = server.base_url
        yield server
        run_coroutine(chain.close(), timeout=5)


def test_a_model_answers_and_the_second_time_the_cache_does(ask, gemini):
    first, second = ask(NEWS, language="en").json(), ask(NEWS, language="en").json()
    assert (first["provider"], first["degraded"], first["cached"]) == ("gemini", False, False)
    assert first["notice"] == ""
    assert (second["cached"], second["explanation_id"]) == (True, first["explanation_id"])
    assert second["simplified_text"] == first["simplified_text"]
    assert len(gemini.requests) == 1


@pytest.mark.parametrize(("behaviour", "word"), [(Status(503), "reached"), (BlockedPrompt(), "declined")])
def test_when_the_model_can_not_the_notice_says_why(ask, gemini, behaviour, word):
    gemini.script(behaviour)
    body = ask(NEWS, language="en").json()
    assert (body["provider"], body["degraded"]) == ("offline", True)
    assert word in body["notice"]


def test_an_answer_from_the_cache_costs_a_person_nothing(ask, gemini, settings):
    settings.FLOOD_SECONDS = 0
    ada = greet(7, language_code="en")
    assert [ask(NEWS, user=7).json()["cached"] for _ in range(3)] == [False, True, True]
    assert allowance(ada.id).used == 1


def test_a_request_that_took_too_long_is_given_back(ask, gemini, settings, monkeypatch):
    monkeypatch.setattr("botapp.api.explained._GRACE", 0.0)
    settings.ANSWER_DEADLINE_SECONDS = 0.3
    gemini.script(Slow())
    ada = greet(7, language_code="en")
    ApiKey.objects.update(daily_limit=5)
    answer = ask(NEWS, user=7)
    assert (answer.status_code, answer.json()["code"]) == (503, "no_answer")
    assert int(answer["Retry-After"]) >= 1
    assert answer.json()["detail"] == "I can't explain this right now. Please try again in a minute."
    assert allowance(ada.id).used == 0
    assert ApiKey.objects.get().used_today == 0


def test_fifty_programs_that_ask_the_same_at_once_cost_one_call(gemini, key):
    gemini.script(Good(pieces=3, pause=0.2))

    def send(_: int) -> tuple[int, int]:
        headers = {"Authorization": f"Bearer {key}"}
        try:
            answer = Client().post(
                "/explain_news", {"text_content": NEWS}, "application/json", headers=headers
            )
            return answer.status_code, answer.json().get("explanation_id", 0)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(50) as pool:
        answers = set(pool.map(send, range(50)))
    assert len(answers) == 1
    assert {status for status, _ in answers} == {200}
    assert len(gemini.requests) == 1
    assert ApiKey.objects.get().total_requests == 50
