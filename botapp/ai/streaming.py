"""From a service's pieces of text to replies: what both Gemini adapters do the same way."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass

from botapp.ai.base import Prompt, ProviderTimeout, Reply, Usage
from botapp.ai.events import recognise
from botapp.ai.grounding import ground
from botapp.ai.partial import PartialAnswer
from botapp.ai.schema import Explanation


@dataclass(frozen=True)
class Piece:
    """Some more text, and the tokens counted so far if the service said so."""

    text: str = ""
    usage: Usage | None = None


async def replies(
    pieces: AsyncGenerator[Piece, None], prompt: Prompt, *, provider: str, model: str, seconds: float
) -> AsyncGenerator[Reply, None]:
    """Grounded replies made of pieces; the last one complete.

    Raises what `pieces` raises, ProviderTimeout after `seconds` in all, AnswerEmpty and
    AnswerMalformed. `pieces` is closed in every case.
    """
    answer, usage = PartialAnswer(), Usage()
    deadline = asyncio.get_running_loop().time() + seconds
    finished = _Finisher(prompt)
    async with aclosing(pieces):
        while (piece := await _next(pieces, deadline)) is not None:
            usage = piece.usage or usage
            grown = answer.feed(piece.text) if piece.text else None
            if grown is not None:
                yield Reply(finished.grounded(grown), provider=provider, model=model, usage=usage)
    whole = await asyncio.to_thread(finished.whole, answer.finish())
    yield Reply(whole, provider=provider, model=model, complete=True, usage=usage)


async def _next(pieces: AsyncIterator[Piece], deadline: float) -> Piece | None:
    try:
        async with asyncio.timeout_at(deadline):
            return await anext(pieces, None)
    except TimeoutError as error:
        raise ProviderTimeout("no whole answer in time") from error


@dataclass(frozen=True)
class _Finisher:
    """Adds to an answer what the model does not: marks of grounding, and general background."""

    prompt: Prompt

    def grounded(self, explanation: Explanation) -> Explanation:
        # A question has no source that its answer could be compared with.
        if self.prompt.kind == "question":
            return explanation
        return ground(explanation, self.prompt.text, language=self.prompt.language)

    def whole(self, explanation: Explanation) -> Explanation:
        grounded = self.grounded(explanation)
        event = (
            recognise(self.prompt.text, self.prompt.knowledge.events) if self.prompt.kind == "news" else None
        )
        return grounded.model_copy(update={"background": event.background if event else None})
