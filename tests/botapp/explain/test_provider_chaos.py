"""Whatever an AI service does wrong, and when: a whole honest answer, none kept but the AI's."""

import asyncio
import time
from collections.abc import Iterator

import pytest

from botapp.ai import breaker
from botapp.ai.breaker import FAILURES
from botapp.background import run_coroutine
from botapp.explain import chain
from botapp.explain.engine import explain_whole
from botapp.explain.progress import ExplainRequest
from botapp.models import Explanation
from tests.kit.provider_chaos import ADAPTERS, rows, server, use
from tests.kit.scripted_ai import Broken, Good, ScriptedServer, Status

NEWS = "The SEC approved a spot Solana ETF on Tuesday. The fund charges 0.25% a year. Trading starts in May."


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, ScriptedServer]]:
    started = {adapter: server(adapter) for adapter in ADAPTERS}
    for service in started.values():
        service.__enter__()
    yield started
    for service in started.values():
        service.__exit__()


@pytest.fixture
def closing(live_db):
    yield
    run_coroutine(chain.close(), timeout=5)


def ask(text=NEWS):
    return run_coroutine(explain_whole(ExplainRequest(text, language="en")), timeout=30)


@pytest.mark.parametrize("row", list(rows()), ids=str)
def test_every_failure_ends_in_an_honest_answer_and_is_over_when_the_service_is_back(
    servers, settings, closing, row
):
    service = servers[row.adapter]
    use(settings, row.adapter, service.base_url, model=str(row), timeout=0.4 if row.how == "stall" else 20.0)
    service.script(row.behaviour)
    answer = ask()
    assert (answer.provider, answer.degraded, answer.failure) == ("offline", True, row.failure)
    assert "Solana" in answer.explanation.headline
    assert answer.explanation.what_happened
    assert not Explanation.objects.filter(key__isnull=False).exists()

    asked = len(service.requests)
    # What is known of a busy service has to outlive the chain; after a stall there is more time.
    use(settings, row.adapter, service.base_url, model=str(row))
    service.script(Good())
    again = ask()
    if row.how == "busy":
        assert (again.degraded, again.failure, len(service.requests)) == (True, "unavailable", asked)
    else:
        assert (again.degraded, again.failure) == (False, "")


@pytest.mark.parametrize("at", ["start", "headline", "statement", "end"])
@pytest.mark.parametrize("adapter", ADAPTERS)
def test_a_half_answer_is_repaired_by_the_same_service(servers, settings, closing, adapter, at):
    service = servers[adapter]
    use(settings, adapter, service.base_url, model=f"repair at {at}")
    service.script(Broken("half", at), Good())
    before = len(service.requests)
    answer = ask()
    assert (answer.degraded, answer.failure) == (False, "")
    assert len(service.requests) == before + 2
    assert "Your last answer to this was of no use" in service.requests[-1].system
    assert ask().cached


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_the_breaker_opens_and_heals(servers, settings, closing, monkeypatch, adapter):
    monkeypatch.setattr(breaker, "PAUSE", 1.5)
    service = servers[adapter]
    use(settings, adapter, service.base_url, model="breaker")
    service.script(Status(503))
    before = len(service.requests)
    for number in range(FAILURES + 2):
        assert ask(f"{NEWS} {number}.").failure == "unavailable"
    assert len(service.requests) == before + FAILURES
    service.script(Good())
    end = time.monotonic() + 20
    while ask().degraded:
        assert time.monotonic() < end
        run_coroutine(asyncio.sleep(0.2))
    assert len(service.requests) == before + FAILURES + 1
