"""The engine with a model: Gemini on loopback."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.ai.base import Turn
from botapp.background import run_coroutine
from botapp.bridge import quietly, run_service
from botapp.explain.engine import explain, explain_whole
from botapp.explain.progress import ExplainRequest, Finished, Growing
from botapp.models import Explanation, Term
from tests.kit.scripted_ai import (
    BlockedPrompt,
    Empty,
    Good,
    GoodAnswer,
    Malformed,
    Obey,
    Slow,
    StallMidStream,
    Status,
)

NEWS = "The SEC approved a spot Solana ETF on Tuesday. The fund charges 0.25% a year. Trading starts in May."


def ask(text: str = NEWS, language: str = "en", **facts) -> Finished:
    return run_coroutine(explain_whole(ExplainRequest(text, language=language, **facts)), timeout=20)


@pytest.fixture(params=["google-genai", "google-generativeai"])
def sdk(request, settings) -> str:
    settings.GEMINI_SDK = request.param
    return request.param


def test_an_answer_grows_and_is_stored_once_it_is_whole(gemini, sdk):
    gemini.script(Good(pieces=8))

    async def steps():
        return [step async for step in explain(ExplainRequest(NEWS, language="en"))]

    *growing, last = run_coroutine(steps(), timeout=20)
    assert growing
    assert all(isinstance(step, Growing) for step in growing)
    assert isinstance(last, Finished)
    assert (last.degraded, last.cached, last.failure) == (False, False, "")
    row = Explanation.objects.get(pk=last.explanation_id)
    assert (row.state, row.owner, row.pending_until) == ("ready", None, None)
    assert (row.model, row.input_tokens, row.output_tokens) == ("gemini-2.5-flash", 120, 45)


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        (Malformed(), "malformed"),
        (Empty(), "empty"),
        (BlockedPrompt(), "blocked"),
        (Status(503), "unavailable"),
        (Slow(), "timeout"),
    ],
)
def test_whatever_the_model_does_there_is_an_answer_that_says_so(gemini, sdk, settings, behaviour, failure):
    if failure == "timeout":
        settings.GEMINI_TIMEOUT_SECONDS = 0.3
    gemini.script(behaviour)
    answer = ask()
    assert (answer.provider, answer.degraded, answer.failure) == ("offline", True, failure)
    assert answer.explanation.headline


def test_a_degraded_answer_is_not_used_again(gemini):
    gemini.script(Status(503), Good())
    assert ask().degraded
    better = ask()
    assert (better.degraded, better.cached) == (False, False)
    assert ask().cached


def test_fifty_equal_questions_at_once_are_one_call(gemini):
    gemini.script(Good(pieces=4, pause=0.05))
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: ask(), range(50)))
    assert len(gemini.requests) == 1
    assert len({answer.explanation_id for answer in answers}) == 1
    assert sum(not answer.cached for answer in answers) == 1
    assert Explanation.objects.count() == 1


def test_those_who_wait_share_a_degraded_answer(gemini, settings):
    settings.GEMINI_TIMEOUT_SECONDS = 0.4
    gemini.script(Slow())
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ask(), range(8)))
    assert len(gemini.requests) == 1
    assert {(answer.explanation_id, answer.degraded, answer.failure) for answer in answers} == {
        (answers[0].explanation_id, True, "timeout")
    }


def test_equal_means_equal_in_all_that_an_answer_depends_on(gemini):
    first = ask()
    assert ask("  " + NEWS.replace(" ", "\n ", 3) + "\n").explanation_id == first.explanation_id
    others = [
        ask(language="ru"),
        ask(depth="simple"),
        ask(kind="question"),
        ask(kind="question", history=(Turn("person", "What is an ETF?"),)),
        ask(NEWS + "!"),
    ]
    assert len({first.explanation_id, *(other.explanation_id for other in others)}) == 6
    assert not any(other.cached for other in others)
    assert ask(kind="question").cached


def test_the_conversation_does_not_count_for_news(gemini):
    assert ask().explanation_id == ask(history=(Turn("person", "Hello"),)).explanation_id


def test_another_model_answers_anew(gemini, settings):
    first = ask()
    settings.GEMINI_MODEL = "gemini-2.5-pro"
    second = ask()
    assert second.explanation_id != first.explanation_id
    assert second.model == "gemini-2.5-pro"


def test_an_edit_of_the_glossary_shows_in_the_next_answer(gemini):
    first = ask()
    term = Term.objects.create(
        slug="test-trading", name_en="trading", meaning_en="Buying and selling.", is_active=True
    )
    try:
        assert ask().explanation_id != first.explanation_id
        assert "Buying and selling." in gemini.requests[-1].user
        Term.objects.filter(pk=term.pk).update(meaning_en="An edited meaning.")
        ask()
        assert "An edited meaning." in gemini.requests[-1].user
    finally:
        term.delete()
    assert ask().explanation_id == first.explanation_id


def test_an_old_answer_is_made_anew(gemini, settings):
    settings.EXPLANATION_TTL_SECONDS = 60
    first = ask()
    Explanation.objects.update(ready_at=timezone.now() - timedelta(seconds=61))
    second = ask()
    assert second.explanation_id != first.explanation_id
    assert ask().explanation_id == second.explanation_id


def test_stopping_ends_the_call_and_frees_the_key(gemini):
    gemini.script(StallMidStream(), Good())

    async def begin_and_stop():
        progress = explain(ExplainRequest(NEWS, language="en"))
        async for _step in progress:
            break
        await progress.aclose()

    run_coroutine(begin_and_stop(), timeout=20)
    assert gemini.requests[0].hung_up.wait(5)
    assert Explanation.objects.get().state == "failed"
    assert not ask().degraded


def test_who_waits_for_a_stopped_answer_goes_on_alone(gemini):
    gemini.script(Slow(), Good())
    with ThreadPoolExecutor(1) as pool:

        async def begin_and_stop():
            first = asyncio.ensure_future(explain_whole(ExplainRequest(NEWS, language="en")))
            while not gemini.requests:
                await asyncio.sleep(0.005)
            waiting = pool.submit(ask)
            await asyncio.sleep(0.05)
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            return waiting

        answer = run_coroutine(begin_and_stop(), timeout=20).result(20)
    assert (answer.degraded, answer.cached) == (False, False)
    assert len(gemini.requests) == 2


def test_a_slow_writer_keeps_its_right_to_write(gemini, monkeypatch):
    monkeypatch.setattr("botapp.services.tickets.PENDING_SECONDS", 0.3)
    gemini.script(Good(pieces=8, pause=0.1))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ask(), range(4)))
    assert len(gemini.requests) == 1
    assert len({answer.explanation_id for answer in answers}) == 1


def test_the_right_to_write_is_kept_though_every_quiet_thread_hangs(gemini, monkeypatch):
    monkeypatch.setattr("botapp.services.tickets.PENDING_SECONDS", 0.4)
    gemini.script(Slow())
    go_on = threading.Event()

    async def begin_and_hang():
        with quietly():
            writing = asyncio.create_task(explain_whole(ExplainRequest(NEWS, language="en")))
            while not gemini.requests:
                await asyncio.sleep(0.005)
            hanging = [asyncio.create_task(run_service(go_on.wait, 10)) for _ in range(50)]
        hung_at = timezone.now()
        await asyncio.sleep(1.0)
        with quietly(is_quiet=False):
            held = await run_service(Explanation.objects.get)
        go_on.set()
        gemini.release()
        await asyncio.gather(writing, *hanging)
        return held.pending_until - hung_at

    assert run_coroutine(begin_and_hang(), timeout=20) > timedelta(seconds=0.7)


def test_text_that_no_database_takes_is_taken_out_of_answers(gemini):
    gemini.script(Obey(lambda source: GoodAnswer(source).text().replace("The SEC", "The S\\u0000EC")))
    stored = Explanation.objects.get(pk=ask().explanation_id)
    assert stored.provider == "gemini"
    assert stored.answer["headline"].startswith("The SEC")
