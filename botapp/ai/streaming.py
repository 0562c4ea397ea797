"""From a service's pieces of text to replies: what all adapters do the same way."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from botapp.ai import added_flags
from botapp.ai.base import AIError, AnswerMalformed, Prompt, Reply
from botapp.ai.computing import alone
from botapp.ai.events import recognise
from botapp.ai.grounding import Grounding, Guard, Source
from botapp.ai.lesson import completed, parsed
from botapp.ai.pace import Piece, batches, one_by_one
from botapp.ai.partial import PartialAnswer
from botapp.ai.schema import Explanation, RedFlag

__all__ = ["Piece", "replies"]

# Faster than this nobody reads on, and no surface shows it: parsing and grounding would be for nothing.
_PAUSE = 0.2  # seconds


async def replies(
    pieces: AsyncGenerator[Piece, None], prompt: Prompt, *, provider: str, model: str, seconds: float
) -> AsyncGenerator[Reply, None]:
    """Grounded replies made of pieces; the last one complete.

    If the prompt does not grow, those before tell of the call only.

    Raises what `pieces` raises, ProviderTimeout after `seconds` in all (neither where a last piece has come,
    as botapp.ai.pace has it), AnswerEmpty and AnswerMalformed, each with what was known of the call.
    `pieces` is closed in every case. Parsing and grounding keep the loop busy: a millisecond or two, 0.3 s
    for a text of 20,000 characters.
    """
    clock, writing = asyncio.get_running_loop().time, _Writing(prompt)
    began, known = clock(), Reply(Explanation(headline="…"), provider=provider, model=model)
    try:
        async with aclosing(_paced(pieces, began + seconds, grows=prompt.grows)) as paced:
            async for piece in paced:
                waited = clock() - began if known.first_byte is None else known.first_byte
                known = replace(known, usage=piece.usage or known.usage, first_byte=waited)
                if not prompt.grows:
                    writing.add(piece.text)
                    yield known
                    continue
                async with alone():
                    grown = writing.grown(piece.text)
                if grown is not None:
                    yield replace(known, explanation=grown)
        async with alone():
            whole = writing.whole()
        yield replace(known, explanation=whole, complete=True)
    except AIError as error:
        error.usage, error.first_byte = known.usage, known.first_byte
        raise


def _paced(
    pieces: AsyncGenerator[Piece, None], deadline: float, *, grows: bool
) -> AsyncGenerator[Piece, None]:
    if grows:
        return batches(pieces, pause=_PAUSE, deadline=deadline)
    return one_by_one(pieces, deadline=deadline)


class _Writing:
    """One answer while it is written: parsed, and compared with a source that is read only once."""

    def __init__(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._answer = PartialAnswer()
        self._grounding: Grounding | None = None
        self._guard: Guard | None = None
        self._flags: tuple[RedFlag, ...] = ()

    def add(self, text: str) -> None:
        """Some more text, at which nobody looks yet."""
        self._answer.add(text)

    def grown(self, text: str) -> Explanation | None:
        """The answer with some more text, None when that added nothing to show."""
        grown = self._answer.feed(text)
        return None if grown is None else self._grounded(grown)

    def whole(self) -> Explanation:
        """The answer with the background that no model writes.

        Raises AnswerEmpty, AnswerMalformed; so does an answer of which nothing is left to say.
        """
        grounded = self._grounded(self._answer.finish())
        if not grounded.what_happened:
            raise AnswerMalformed("nothing that may be said about what happened")
        if self._prompt.kind == "lesson":
            return completed(grounded, parsed(self._prompt.text))
        knowledge = self._prompt.knowledge
        event = recognise(self._prompt.text, knowledge.events) if self._prompt.kind == "news" else None
        return grounded.model_copy(update={"background": event.background if event else None})

    def _grounded(self, explanation: Explanation) -> Explanation:
        prompt = self._prompt
        # A question has no source that its answer could be compared with.
        if prompt.kind == "question":
            self._guard = self._guard or Guard((prompt.text, *(turn.text for turn in prompt.history)))
            return self._guard.guard(explanation)
        if self._grounding is None:
            self._grounding = Grounding(Source.of(prompt.text, prompt.knowledge), prompt.language)
            self._flags = added_flags.due(prompt.text, prompt.language)
        return added_flags.with_flags(self._grounding.ground(explanation), self._flags)
