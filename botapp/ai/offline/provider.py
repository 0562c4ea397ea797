"""The provider that always answers."""

import asyncio
from collections.abc import AsyncIterator

from botapp.ai.base import Prompt, Reply
from botapp.ai.grounding import Grounding, Source
from botapp.ai.offline.explainer import explain
from botapp.ai.offline.questions import answer
from botapp.ai.schema import Explanation


class OfflineProvider:
    """Explains without AI; every reply is complete and marked as degraded."""

    name = "offline"
    model = "offline-2"

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield one complete reply, worked out in a thread."""
        work = answer if prompt.kind == "question" else _explained
        explanation = await asyncio.to_thread(work, prompt)
        yield Reply(explanation, provider=self.name, model=self.model, complete=True, degraded=True)

    async def close(self) -> None:
        """Nothing to release."""


def _explained(prompt: Prompt) -> Explanation:
    """Its own words are safe; those of the source must not call the reader to act in RVX's name."""
    told = explain(prompt)
    if not told.answered:
        return told
    grounded = Grounding(Source.of(prompt.text, prompt.knowledge), prompt.language).ground(told)
    ours = ("terms", "not_said", "red_flags", "follow_ups")
    return grounded.model_copy(update={part: getattr(told, part) for part in ours})
