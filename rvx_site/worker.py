"""gunicorn's threads with patience that ends.

gunicorn reads a request on the thread that will answer it and waits for each byte as long as the client
likes: as many half-sent requests as there are threads would stop every answer. A proxy that passes on
whole requests only hides this; a port that is open to everybody doesn't.
"""

import socket
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from gunicorn import util
from gunicorn.http.errors import NoMoreData
from gunicorn.workers.gthread import _DEFER, ThreadWorker

T = TypeVar("T")
_MOMENT = 0.05  # seconds a thread waits for the first byte; then the loop does, which costs no thread
_LINGER = 0.5  # seconds for the last bytes to reach a client before its connection is cut


class SlowClient(NoMoreData, TimeoutError):  # type: ignore[misc]  # gunicorn has no types
    """The rest did not come in time, or was not taken. gunicorn ends such a connection without a word."""


class BoundedSocket(socket.socket):
    """Reads until `deadline` (monotonic seconds), and no single read or write waits for long."""

    deadline = float("inf")

    def recv(self, *args: Any) -> bytes:
        """Raises SlowClient."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise SlowClient
        self.settimeout(min(left, _pause()))
        return _in_time(super().recv, *args)

    def sendall(self, *args: Any) -> None:
        """Raises SlowClient when the client takes nothing."""
        self.settimeout(_pause())
        _in_time(super().sendall, *args)

    def sendfile(self, *args: Any, **options: Any) -> int:
        """Raises SlowClient when the client takes nothing."""
        self.settimeout(_pause())
        return _in_time(super().sendfile, *args, **options)


class BoundedWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """A request has REQUEST_SECONDS to arrive whole; between two pieces a third of that."""

    def enqueue_req(self, conn: Any) -> None:
        """Every connection gets its bounds before a thread sees it."""
        if not isinstance(conn.sock, BoundedSocket):
            conn.sock = BoundedSocket(fileno=conn.sock.detach())
        super().enqueue_req(conn)

    def handle(self, conn: Any) -> Any:
        """One request, or none if it does not come in time."""
        if not conn.initialized and not conn.wait_for_data(_MOMENT):
            return _DEFER
        conn.sock.deadline = time.monotonic() + settings.REQUEST_SECONDS
        goes_on = super().handle(conn)
        if not goes_on:
            # On this thread: gunicorn says goodbye on the one that accepts, and waits two seconds for each.
            conn.sock.deadline = time.monotonic() + _LINGER
            util.close_graceful(conn.sock)
        return goes_on


def _pause() -> float:
    return float(settings.REQUEST_SECONDS) / 3


def _in_time(act: Callable[..., T], *args: Any, **options: Any) -> T:
    try:
        return act(*args, **options)
    except TimeoutError as error:
        raise SlowClient from error
