"""From a service's pieces of text to replies: what both Gemini adapters do the same way."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from botapp.ai.base import Prompt, Reply, Usage
from botapp.ai.events import recognise
from botapp.ai.grounding import Source
from botapp.ai.pace import Piece, batches
from botapp.ai.partial import PartialAnswer
from botapp.ai.schema import Explanation

__all__ = ["Piece", "replies"]

# Faster than this nobody reads on, and no surface shows it: parsing and grounding would be for nothing.
_PAUSE = 0.2  # seconds


async def replies(
    pieces: AsyncGenerator[Piece, None], prompt: Prompt, *, provider: str, model: str, seconds: float
) -> AsyncGenerator[Reply, None]:
    """Grounded replies made of pieces; the last one complete.

    Raises what `pieces` raises, ProviderTimeout after `seconds` in all, AnswerEmpty and
    AnswerMalformed. `pieces` is closed in every case. Parsing and grounding run in a thread.
    """
    usage, writing = Usage(), _Writing(prompt)
    deadline = asyncio.get_running_loop().time() + seconds
    async with aclosing(batches(pieces, pause=_PAUSE, deadline=deadline)) as batch:
        async for piece in batch:
            usage = piece.usage or usage
            grown = await asyncio.to_thread(writing.grown, piece.text)
            if grown is not None:
                yield Reply(grown, provider=provider, model=model, usage=usage)
    whole = await asyncio.to_thread(writing.whole)
    yield Reply(whole, provider=provider, model=model, complete=True, usage=usage)


class _Writing:
    """One answer while it is written: parsed, and compared with a source that is read only once."""

    def __init__(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._answer = PartialAnswer()
        self._source: Source | None = None

    def grown(self, text: str) -> Explanation | None:
        """The answer with some more text, None when that added nothing to show."""
        grown = self._answer.feed(text)
        return None if grown is None else self._grounded(grown)

    def whole(self) -> Explanation:
        """The answer with the background that no model writes. Raises AnswerEmpty, AnswerMalformed."""
        grounded = self._grounded(self._answer.finish())
        knowledge = self._prompt.knowledge
        event = recognise(self._prompt.text, knowledge.events) if self._prompt.kind == "news" else None
        return grounded.model_copy(update={"background": event.background if event else None})

    def _grounded(self, explanation: Explanation) -> Explanation:
        # A question has no source that its answer could be compared with.
        if self._prompt.kind == "question":
            return explanation
        self._source = self._source or Source.of(self._prompt.text)
        return self._source.ground(explanation)
