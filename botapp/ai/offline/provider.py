"""The provider that always answers."""

import asyncio
from collections.abc import AsyncIterator

from botapp.ai.base import Prompt, Reply
from botapp.ai.offline.explainer import explain
from botapp.ai.offline.lesson import teach
from botapp.ai.offline.questions import answer

_WORK = {"news": explain, "question": answer, "lesson": teach}


class OfflineProvider:
    """Explains without AI; every reply is complete and marked as degraded."""

    name = "offline"
    model = "offline-2"

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield one complete reply, worked out in a thread."""
        explanation = await asyncio.to_thread(_WORK[prompt.kind], prompt)
        yield Reply(explanation, provider=self.name, model=self.model, complete=True, degraded=True)

    async def close(self) -> None:
        """Nothing to release."""
