"""The engine with no key: the offline explainer answers."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.utils import timezone

from botapp.ai.base import Prompt
from botapp.background import run_coroutine
from botapp.bridge import run_service
from botapp.explain.chain import lineup
from botapp.explain.engine import explain, explain_whole
from botapp.explain.key import make_key
from botapp.explain.progress import ExplainRequest, Finished
from botapp.models import Explanation
from botapp.queries.explanations import stored
from botapp.queries.knowledge import edition
from botapp.services.tickets import PENDING_SECONDS

NEWS = (
    "The SEC approved the first spot Solana ETF on Tuesday. The fund will charge a fee of 0.25% a year. "
    "Trading starts on 12 March, the issuer said."
)


def ask(text: str = NEWS, **facts) -> Finished:
    return run_coroutine(explain_whole(ExplainRequest(text, language="en", **facts)), timeout=10)


def test_the_answer_is_stored_as_it_was_given(live_db):
    answer = ask()
    assert answer.degraded
    assert not answer.cached
    assert (answer.provider, answer.failure) == ("offline", "")
    kept = stored(answer.explanation_id)
    assert kept.explanation == answer.explanation
    assert (kept.source_text, kept.language, kept.depth, kept.kind) == (NEWS, "en", "normal", "news")


def test_an_answer_without_ai_is_never_used_again(live_db):
    first, second = ask(), ask()
    assert first.explanation_id != second.explanation_id
    assert not second.cached
    assert not Explanation.objects.exclude(key=None).exists()


def test_the_last_progress_is_the_finished_one(live_db):
    async def steps():
        return [step async for step in explain(ExplainRequest(NEWS, language="en"))]

    assert [type(step) for step in run_coroutine(steps(), timeout=10)][-1] is Finished


async def test_the_callers_loop_stays_free_while_a_long_item_is_explained(live_db):
    request = ExplainRequest((NEWS + " ") * 100, language="en")
    started = time.thread_time()
    answer = await explain_whole(request)
    assert time.thread_time() - started < 0.02
    assert answer.degraded


def test_a_text_that_no_database_takes_is_explained(live_db):
    answer = ask(NEWS + "\x00 \ud800")
    assert "\x00" not in stored(answer.explanation_id).source_text


def test_a_writer_that_died_is_taken_over(live_db):
    row = _pending(silent_for=11)
    answer = ask()
    assert answer.explanation_id == row.pk
    row.refresh_from_db()
    assert row.state == Explanation.State.READY


def test_those_who_wait_take_a_degraded_answer_too(live_db):
    with ThreadPoolExecutor(1) as pool:
        row = _pending(silent_for=0)
        waiting = pool.submit(ask)
        _wait_until_polled()
        Explanation.objects.filter(pk=row.pk).update(
            state="ready", key=None, degraded=True, answer={"headline": "From the other one"}, owner=None
        )
        answer = waiting.result(5)
    assert answer.explanation_id == row.pk
    assert answer.cached
    assert answer.degraded
    assert answer.explanation.headline == "From the other one"


def test_a_writer_that_gave_up_frees_those_who_wait(live_db):
    with ThreadPoolExecutor(1) as pool:
        row = _pending(silent_for=0)
        waiting = pool.submit(ask)
        _wait_until_polled()
        Explanation.objects.filter(pk=row.pk).update(state="failed", key=None, owner=None, pending_until=None)
        answer = waiting.result(5)
    assert answer.explanation_id != row.pk
    assert not answer.cached


def test_stopping_gives_the_key_back_at_once(live_db):
    async def begin_and_stop():
        progress = explain(ExplainRequest(NEWS, language="en"))
        running = asyncio.ensure_future(anext(progress))
        await asyncio.sleep(0)
        await _row_is_there()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await progress.aclose()

    run_coroutine(begin_and_stop(), timeout=5)
    began = time.monotonic()
    while Explanation.objects.exclude(key=None).exists():
        assert time.monotonic() - began < PENDING_SECONDS / 2
        time.sleep(0.01)
    assert not Explanation.objects.filter(state="pending").exists()


async def _row_is_there() -> None:
    while not await run_service(Explanation.objects.count):
        await asyncio.sleep(0.001)


def _pending(*, silent_for: float) -> Explanation:
    """A row that another process writes, last heard of `silent_for` seconds ago."""
    ask()
    return Explanation.objects.create(
        key=_key(),
        language="en",
        depth="normal",
        source_text=NEWS,
        owner="00000000-0000-0000-0000-000000000001",
        pending_until=timezone.now() + timedelta(seconds=10 - silent_for),
    )


def _key() -> str:
    known = edition("en")
    prompt = Prompt(NEWS, language="en", knowledge=known.knowledge)
    return make_key(prompt, lineup=lineup(), knowledge_digest=known.digest)


def _wait_until_polled() -> None:
    time.sleep(0.05)
