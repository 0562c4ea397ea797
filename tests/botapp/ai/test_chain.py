import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest

from botapp.ai.base import (
    AIError,
    AnswerBlocked,
    AnswerEmpty,
    Prompt,
    ProviderTimeout,
    ProviderUnavailable,
    Reply,
)
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
    ended: list[str] = field(default_factory=list)
    on_close: Callable[[], None] = lambda: None

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
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
        ("second", "c", "unavailable", True),
        ("second", "d", "unavailable", True),
    ]


async def test_the_last_failure_is_raised_when_all_fail():
    chain = Chain([Scripted("first", (ProviderUnavailable(),)), Scripted("second", (AnswerBlocked("no"),))])
    with pytest.raises(AnswerBlocked):
        await collect(chain)


async def test_a_stream_without_an_end_counts_as_a_failure():
    replies = await collect(Chain([Scripted("first", ("a", 0.0)), Scripted("second", ("b",))]))
    assert [r.failure for r in replies] == ["", AnswerEmpty.code]


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
