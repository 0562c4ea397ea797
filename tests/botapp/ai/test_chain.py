import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest

from botapp.ai import breaker
from botapp.ai.base import (
    AIError,
    AnswerBlocked,
    AnswerEmpty,
    AnswerMalformed,
    Prompt,
    ProviderTimeout,
    ProviderUnavailable,
    Reply,
    Usage,
)
from botapp.ai.breaker import FAILURES, Breaker
from botapp.ai.calls import Call
from botapp.ai.chain import Chain
from botapp.ai.gemini import GeminiProvider
from botapp.ai.offline import OfflineProvider
from botapp.ai.schema import Explanation
from tests.kit.scripted_ai import Good, ScriptedGemini, Status

PROMPT = Prompt("A secret text about Bitcoin, which rose 5% on Monday, the exchange said.", language="en")
Step = str | float | AIError


@dataclass
class Scripted:
    """A provider that says headlines, waits (numbers) or fails (errors), the last headline whole."""

    name: str
    steps: tuple[Step, ...]
    model: str = "m"
    closed: bool = False
    prompts: list[Prompt] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    on_close: Callable[[], None] = lambda: None

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        self.prompts.append(prompt)
        try:
            for number, step in enumerate(self.steps, 1):
                if isinstance(step, AIError):
                    raise step
                if isinstance(step, float):
                    await asyncio.sleep(step)
                    continue
                last = number == len(self.steps)
                yield Reply(Explanation(headline=step), provider=self.name, model=self.model, complete=last)
        finally:
            self.ended.append(prompt.language)

    async def close(self) -> None:
        self.closed = True
        self.on_close()


async def collect(chain: Chain) -> list[Reply]:
    return [reply async for reply in chain.explain(PROMPT)]


async def test_the_first_provider_answers_and_the_second_is_not_asked():
    second = Scripted("second", ("no",))
    replies = await collect(Chain([Scripted("first", ("a", "b")), second]))
    assert [(r.explanation.headline, r.failure, r.degraded) for r in replies] == [
        ("a", "", False),
        ("b", "", False),
    ]
    assert second.ended == []


async def test_a_fallback_starts_over_and_says_why():
    first = Scripted("first", ("a", ProviderUnavailable("down")))
    replies = await collect(Chain([first, Scripted("second", ("c", "d"))]))
    assert [(r.provider, r.explanation.headline, r.failure, r.degraded) for r in replies] == [
        ("first", "a", "", False),
        ("second", "c", "unavailable", False),
        ("second", "d", "unavailable", False),
    ]


async def test_the_last_failure_is_raised_when_all_fail():
    chain = Chain([Scripted("first", (ProviderUnavailable(),)), Scripted("second", (AnswerBlocked("no"),))])
    with pytest.raises(AnswerBlocked):
        await collect(chain)


async def test_a_stream_without_an_end_counts_as_a_failure_and_is_asked_once_more():
    first = Scripted("first", ("a", 0.0))
    replies = await collect(Chain([first, Scripted("second", ("b",))]))
    assert [r.failure for r in replies] == ["", "", AnswerEmpty.code]
    assert len(first.prompts) == 2


async def test_the_deadline_is_for_all_but_the_last_still_has_its_chance():
    slow = (Scripted("slow", ("a", 30.0, "b")), Scripted("slower", (30.0, "c")))
    started = time.monotonic()
    replies = await collect(Chain([*slow, OfflineProvider()], deadline=0.2))
    assert time.monotonic() - started < 2
    assert (replies[-1].provider, replies[-1].failure) == ("offline", ProviderTimeout.code)
    assert [provider.ended for provider in slow] == [["en"], ["en"]]


async def test_a_slow_reader_does_not_run_into_the_deadline():
    chain = Chain([Scripted("first", ("a", "b", "c"))], deadline=0.05)
    read = []
    async for reply in chain.explain(PROMPT):
        await asyncio.sleep(0.04)
        read.append(reply.explanation.headline)
    assert read == ["a", "b", "c"]


async def test_closing_the_iterator_ends_the_provider():
    first = Scripted("first", ("a", 30.0, "b"))
    async with aclosing(Chain([first]).explain(PROMPT)) as replies:
        await anext(replies)
    assert first.ended == ["en"]


async def test_cancelling_ends_the_provider_and_asks_no_other():
    first, second = Scripted("first", (30.0, "a")), Scripted("second", ("b",))
    task = asyncio.create_task(collect(Chain([first, second])))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (first.ended, second.ended) == (["en"], [])


async def test_each_failure_is_one_warning_without_texts(caplog):
    caplog.set_level(logging.DEBUG)
    chain = Chain([Scripted("first", (ProviderUnavailable("A secret"),)), Scripted("second", ("b",))])
    await collect(chain)
    ours = [record for record in caplog.records if record.name.startswith("botapp")]
    assert [(r.levelname, r.getMessage()) for r in ours] == [
        ("WARNING", "AI provider failed: first (unavailable)")
    ]


async def test_close_reaches_every_provider():
    def fail() -> None:
        raise OSError

    providers = [Scripted("first", (), on_close=fail), Scripted("second", ())]
    await Chain(providers).close()
    assert all(provider.closed for provider in providers)


def test_a_chain_without_providers_is_refused():
    with pytest.raises(ValueError, match="provider"):
        Chain([])


async def test_gemini_down_then_offline_then_gemini_again():
    with ScriptedGemini() as server:
        server.script(Status(503), Good())
        gemini = GeminiProvider(api_key="k", model="gemini-x", base_url=server.base_url)
        chain = Chain([gemini, OfflineProvider()])
        down, up = (await collect(chain))[-1], (await collect(chain))[-1]
        await chain.close()
    assert (down.provider, down.degraded, down.failure) == ("offline", True, "unavailable")
    assert (up.provider, up.degraded, up.failure) == ("gemini", False, "")


class Fails(Scripted):
    """Each explanation meets the next of its steps: an error to raise, or a headline."""

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        self.prompts.append(prompt)
        step = self.steps[min(len(self.prompts), len(self.steps)) - 1]
        if isinstance(step, AIError):
            raise step
        usage = Usage(7, 3)
        yield Reply(
            Explanation(headline=step), provider=self.name, model=self.model, complete=True, usage=usage
        )


@pytest.mark.parametrize("error", [AnswerMalformed("not one whole JSON object"), AnswerEmpty("no text")])
async def test_an_answer_of_no_use_is_asked_for_once_more_with_what_was_wrong(error):
    first = Fails("first", (error, "better"))
    replies = await collect(Chain([first, OfflineProvider()]))
    assert [(r.explanation.headline, r.degraded, r.failure) for r in replies] == [("better", False, "")]
    assert [prompt.mistake for prompt in first.prompts] == ["", str(error)]


async def test_the_second_try_is_the_last_one():
    first = Fails("first", (AnswerMalformed("no"), AnswerMalformed("no"), "too late"))
    last = (await collect(Chain([first, OfflineProvider()])))[-1]
    assert (last.provider, last.failure, len(first.prompts)) == ("offline", "malformed", 2)


@pytest.mark.parametrize("error", [AnswerBlocked("no"), ProviderUnavailable(), ProviderTimeout()])
async def test_what_a_second_try_can_not_mend_is_not_tried(error):
    first = Fails("first", (error, "no"))
    assert (await collect(Chain([first, OfflineProvider()])))[-1].failure == error.code
    assert len(first.prompts) == 1


async def test_shortly_before_the_deadline_there_is_no_second_try():
    first = Fails("first", (AnswerMalformed("no"), "no"))
    assert (await collect(Chain([first, OfflineProvider()], deadline=1.0)))[-1].failure == "malformed"


async def test_a_service_that_fails_again_and_again_is_left_alone_and_heals(monkeypatch):
    monkeypatch.setattr(breaker, "PAUSE", 0.2)
    first = Fails("first", (*[ProviderUnavailable()] * FAILURES, "back"))
    both = Chain([first, OfflineProvider()])
    for _ in range(FAILURES + 3):
        assert (await collect(both))[-1].failure == "unavailable"
    assert (len(first.prompts), both.is_away) == (FAILURES, True)
    while both.is_away:
        await asyncio.sleep(0.01)
    assert [(r.provider, r.failure) for r in await collect(both)] == [("first", "")]
    assert len(first.prompts) == FAILURES + 1


async def test_of_many_at_once_one_is_the_probe(monkeypatch):
    monkeypatch.setattr(breaker, "PAUSE", 0.1)
    first = Scripted("first", (0.2, ProviderTimeout()))
    both = Chain([first, OfflineProvider()])
    await asyncio.gather(*(collect(both) for _ in range(FAILURES)))
    while both.is_away:
        await asyncio.sleep(0.01)
    await asyncio.gather(*(collect(both) for _ in range(20)))
    assert len(first.prompts) == FAILURES + 1


async def test_content_that_is_refused_is_not_the_service_s_failure():
    first = Fails("first", (AnswerBlocked("no"),))
    both = Chain([first, OfflineProvider()])
    for _ in range(2 * FAILURES):
        await collect(both)
    assert len(first.prompts) == 2 * FAILURES


async def test_a_wish_to_come_back_later_is_obeyed_from_the_first_time():
    first = Fails("first", (ProviderUnavailable(retry_after=60.0),))
    second = Fails("second", ("here",))
    for _ in range(3):
        assert (await collect(Chain([first, second, OfflineProvider()], breakers=_kept)))[
            -1
        ].provider == "second"
    assert len(first.prompts) == 1


_kept = {"first": Breaker("first")}


async def test_who_had_little_of_the_deadline_is_not_blamed_for_passing_it():
    slow, second = Scripted("slow", (0.8, ProviderTimeout())), Scripted("second", (30.0, "no"))
    kept = {"second": Breaker("second")}
    for _ in range(FAILURES + 1):
        both = Chain([slow, second, OfflineProvider()], deadline=1.0, breakers=kept)
        assert (await collect(both))[-1].provider == "offline"
        if len(second.prompts) >= 2:
            break
    assert kept["second"]._failed == 0


async def test_why_is_said_by_what_passes_before_what_does_not():
    chains = {
        "timeout": [Fails("a", (AnswerBlocked("no"),)), Fails("b", (ProviderTimeout(),))],
        "unavailable": [Fails("a", (ProviderUnavailable(),)), Fails("b", (AnswerBlocked("no"),))],
        "blocked": [Fails("a", (AnswerBlocked("no"),)), Fails("b", (AnswerMalformed("no"),))],
    }
    for failure, providers in chains.items():
        assert (await collect(Chain([*providers, OfflineProvider()])))[-1].failure == failure


async def test_without_the_last_resort_the_failure_is_raised():
    both = Chain([Fails("first", (ProviderUnavailable(),)), OfflineProvider()])
    with pytest.raises(ProviderUnavailable):
        [reply async for reply in both.explain(PROMPT, last_resort=False)]


async def test_every_call_is_reported_when_it_ends():
    told: list[Call] = []
    malformed = AnswerMalformed("no")
    malformed.usage, malformed.first_byte = Usage(9, 1), 0.5
    first = Fails("first", (malformed, ProviderUnavailable()))
    await _read(
        Chain([first, Fails("second", ("b",)), OfflineProvider()]).explain(PROMPT, report=told.append)
    )
    assert [(c.provider, c.outcome, c.usage, c.is_repair, c.first_byte) for c in told] == [
        ("first", "malformed", Usage(9, 1), False, 0.5),
        ("first", "unavailable", Usage(), True, None),
        ("second", "ok", Usage(7, 3), False, None),
    ]
    assert all(call.seconds >= 0 and call.kind == "news" for call in told)


async def test_a_call_that_the_reader_left_is_reported_as_stopped():
    told: list[Call] = []
    replies = Chain([Scripted("first", ("a", 30.0, "b")), OfflineProvider()]).explain(
        PROMPT, report=told.append
    )
    async with aclosing(replies) as growing:
        await anext(growing)
    assert [call.outcome for call in told] == ["stopped"]


async def _read(replies: AsyncIterator[Reply]) -> list[Reply]:
    return [reply async for reply in replies]
