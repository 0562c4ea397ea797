"""The provider that always answers."""

import asyncio
from collections.abc import AsyncIterator

from botapp.ai.base import Prompt, Reply
from botapp.ai.offline.explainer import explain
from botapp.ai.offline.questions import answer
from botapp.ai.offline.ways import in_its_way
from botapp.ai.schema import Explanation


class OfflineProvider:
    """Explains without AI; every reply is complete and marked as degraded."""

    name = "offline"
    model = "offline-3"

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield one complete reply, worked out in a thread."""
        work = _answer if prompt.kind == "question" else explain
        explanation = await asyncio.to_thread(work, prompt)
        yield Reply(explanation, provider=self.name, model=self.model, complete=True, degraded=True)

    async def close(self) -> None:
        """Nothing to release."""


def _answer(prompt: Prompt) -> Explanation:
    given = answer(prompt)
    return in_its_way(given, prompt) if given.answered else given
