"""What staff keep in the database, read once for all who begin an answer at the same time."""

import asyncio

from botapp.ai.base import Language
from botapp.background import OfLoop
from botapp.bridge import apart, run_service
from botapp.queries.knowledge import Edition, edition


class _Reader:
    """Readings of one language in one event loop, one after the other."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._turn = asyncio.Lock()
        self._next: asyncio.Task[Edition] | None = None

    async def read(self) -> Edition:
        """A reading that begins from now on: an edit that is committed before is in it."""
        if self._next is None:
            self._next = apart(self._read(), is_quiet=True)
        return await asyncio.shield(self._next)

    async def _read(self) -> Edition:
        async with self._turn:
            self._next = None  # whoever comes from here on waits for another one
            return await run_service(edition, self._language)


_readers: OfLoop[dict[Language, _Reader]] = OfLoop(dict)


async def read_current(language: Language) -> Edition:
    """The present knowledge in a language."""
    readers = _readers()
    if language not in readers:
        readers[language] = _Reader(language)
    return await readers[language].read()
