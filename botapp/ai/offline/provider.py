"""The provider that always answers."""

from collections.abc import AsyncIterator
from dataclasses import replace

from botapp.ai import injections
from botapp.ai.base import Prompt, Reply
from botapp.ai.computing import alone
from botapp.ai.grounding import NO_HEADLINE, may_be_said
from botapp.ai.offline import greetings
from botapp.ai.offline.cleaning import sentences_of
from botapp.ai.offline.explainer import explain
from botapp.ai.offline.lead import shortened
from botapp.ai.offline.lesson import teach
from botapp.ai.offline.lures import without_lures
from botapp.ai.offline.numbers import repeats
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.questions import answer
from botapp.ai.offline.warning import is_fraud, warnings
from botapp.ai.offline.ways import in_its_way
from botapp.ai.schema import Explanation


class OfflineProvider:
    """Explains without AI; every reply is complete and marked as degraded."""

    name = "offline"
    model = "offline-5"

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield one complete reply."""
        async with alone():
            explanation = _WORK[prompt.kind](prompt)
        yield Reply(explanation, provider=self.name, model=self.model, complete=True, degraded=True)

    async def close(self) -> None:
        """Nothing to release."""


def explained(prompt: Prompt) -> Explanation:
    """The answer to a news item.

    All of it is the source's own: nothing is invented, but what the source wants done is not repeated.
    """
    told = explain(prompt)
    if not told.answered:
        return told
    honest = injections.honest(prompt.text)
    kept = _kept(told, honest, _planted(prompt, honest))
    if is_fraud(told.red_flags):
        headline = PHRASES[prompt.language].looks_like_fraud
        return without_lures(kept.model_copy(update={"headline": headline}), prompt)
    headline = told.headline if may_be_said(told.headline) else _another_headline(prompt, honest)
    says_more = any(not repeats(one, headline) for one in kept.numbers)
    return kept.model_copy(
        update={"headline": headline, "numbers": kept.numbers if says_more else ()},  # whole, or not there
    )


def _planted(prompt: Prompt, honest: tuple[bool, ...]) -> frozenset[str]:
    return frozenset(shortened(one.text) for one in sentences_of(prompt.text) if not honest[one.number - 1])


def _kept(told: Explanation, honest: tuple[bool, ...], planted: frozenset[str]) -> Explanation:
    """Without what the source wants done, or wants the AI to do."""
    return told.model_copy(
        update={
            "what_happened": tuple(
                one for one in told.what_happened if _is_news(one.text, one.source_sentence, honest)
            ),
            "why_it_matters": tuple(
                one for one in told.why_it_matters if _is_news(one.text, one.source_sentence, honest)
            ),
            "numbers": tuple(
                one for one in told.numbers if _is_news(one.meaning, one.source_sentence, honest)
            ),
            "illustration": tuple(line for line in told.illustration if may_be_said(line)),
            "not_said": tuple(line for line in told.not_said if may_be_said(line) and line not in planted),
            "checks": tuple(one for one in told.checks if may_be_said(f"{one.question} {one.answer}")),
        }
    )


def _is_news(text: str, sentence: int | None, honest: tuple[bool, ...]) -> bool:
    return may_be_said(text) and (sentence is None or honest[sentence - 1])


def _another_headline(prompt: Prompt, honest: tuple[bool, ...]) -> str:
    news = (one for one in sentences_of(prompt.text) if one.news and _is_news(one.text, one.number, honest))
    first = next(news, None)
    return shortened(greetings.without(first.text)) if first else NO_HEADLINE[prompt.language]


def _answer(prompt: Prompt) -> Explanation:
    if is_fraud(warnings(prompt.text, prompt.language)):  # "Mum, can you send money?" is no question
        return explained(replace(prompt, kind="news"))
    given = answer(prompt)
    return in_its_way(given, prompt) if given.answered else given


_WORK = {"news": explained, "question": _answer, "lesson": teach}
