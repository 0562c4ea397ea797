"""What happens in the chats, told live to the open pages."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Happening = dict[str, Any]
BACKLOG = 1000


class Feed:
    """Costs nothing while nobody listens. A page that reads too slowly loses its place and reloads."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[Happening], int] = {}
        self.closing = False

    def open(self) -> None:
        self.closing = False

    def close(self) -> None:
        """Send every page away, so that the server can stop."""
        self.closing = True
        self.tell(0, "closing")

    @contextmanager
    def listen(self, chat_id: int) -> Iterator[asyncio.Queue[Happening]]:
        happenings: asyncio.Queue[Happening] = asyncio.Queue(BACKLOG)
        self._listeners[happenings] = chat_id
        try:
            yield happenings
        finally:
            del self._listeners[happenings]

    def tell(self, chat_id: int, kind: str, **content: Any) -> None:
        """Tell one chat's pages, or everybody's when `chat_id` is 0."""
        for happenings, listening_to in self._listeners.items():
            if chat_id not in (0, listening_to):
                continue
            if happenings.full():
                _empty(happenings)
                happenings.put_nowait({"kind": "reload"})
            else:
                happenings.put_nowait({"kind": kind, **content})


def _empty(happenings: asyncio.Queue[Happening]) -> None:
    while not happenings.empty():
        happenings.get_nowait()
