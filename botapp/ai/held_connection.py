"""Connections of requests that can be closed from outside, whatever the thread that uses them waits for.

By itself requests shows a connection only with the response, once its header has come; its timeout is for
each read alone, so a header that comes byte by byte, or a TLS handshake, could take a thread for ever.
"""

import socket
import threading
from contextlib import suppress
from functools import cache
from typing import Any, Self

_CONNECT_SECONDS = 10.0  # for each address: while it connects there is nothing to close yet
_thread = threading.local()


class HeldConnection:
    """The connection of one call, whichever it is by now; entered by the thread that makes the call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._hung_up = False

    def __enter__(self) -> Self:
        _thread.held = self
        return self

    def __exit__(self, *exc: object) -> None:
        _thread.held = None
        self.let_go()

    def check(self) -> None:
        """Raises ConnectionAbortedError if it was hung up on: what was read then is no more than a part."""
        if self._hung_up:
            raise ConnectionAbortedError("hung up")

    def take(self, connected: Any) -> None:
        """From now on the call uses this socket; shut at once if the call was given up meanwhile."""
        with self._lock:
            self._drop()
            # A handle of our own: TLS takes the socket over, and closing it must touch nothing of the reader.
            self._socket = socket.socket(fileno=socket.dup(connected.fileno()))
            if self._hung_up:
                self._shut()

    def let_go(self) -> None:
        """It is the next call's: this one can't close it any more."""
        with self._lock:
            self._drop()

    def hang_up(self) -> None:
        """Close what the call uses now or will use; whoever reads it reads its end."""
        with self._lock:
            self._hung_up = True
            self._shut()
            self._drop()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):  # the service was faster
                self._socket.shutdown(socket.SHUT_RDWR)

    def _drop(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _here() -> HeldConnection | None:
    """That of the call which this thread makes."""
    return getattr(_thread, "held", None)


def adapter(size: int) -> Any:
    """What a session of requests sends through, with room for as many idle connections."""
    from requests.adapters import HTTPAdapter  # heavy, and loaded by the library that sends

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **options: Any) -> None:
            super().init_poolmanager(*args, **options)
            _watch(self.poolmanager)

        def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
            return _watch(super().proxy_manager_for(proxy, **options))

        def send(self, request: Any, *, timeout: Any = None, **options: Any) -> Any:  # type: ignore[override]  # requests names them all
            connecting, reading = timeout if isinstance(timeout, tuple) else (timeout, timeout)
            connecting = min(connecting or _CONNECT_SECONDS, _CONNECT_SECONDS)
            return super().send(request, timeout=(connecting, reading), **options)

    return Adapter(pool_maxsize=size)


def _watch(manager: Any) -> Any:
    """The manager of pools, of whichever kind, with connections that tell who uses them."""
    classes = manager.pool_classes_by_scheme
    manager.pool_classes_by_scheme = {scheme: _watched(pool) for scheme, pool in classes.items()}
    return manager


@cache
def _watched(pool: Any) -> Any:
    if hasattr(pool.ConnectionCls, "holder"):
        return pool

    class Response(pool.ConnectionCls.response_class):  # type: ignore[misc]  # http.client's
        def begin(self) -> None:
            super().begin()
            if (held := _here()) is not None:
                held.check()  # the end of what comes is an end of the header too, and would be warned of

    class Connection(pool.ConnectionCls):  # type: ignore[misc]  # a class of urllib3, plain or with TLS or SOCKS
        response_class = Response
        holder: HeldConnection | None = None

        def _new_conn(self) -> Any:
            return self._held(super()._new_conn())

        def request(self, *args: Any, **options: Any) -> None:
            if self.sock is not None:  # it was open before
                self._held(self.sock)
            super().request(*args, **options)

        def _held(self, connected: Any) -> Any:
            self.holder = _here()
            if self.holder is not None:
                self.holder.take(connected)
            return connected

    class Pool(pool):  # type: ignore[misc]  # as above
        ConnectionCls = Connection

        def _put_conn(self, connection: Any) -> None:
            if connection is not None and connection.holder is not None:
                connection.holder.let_go()  # before another call can take it
                connection.holder = None
            super()._put_conn(connection)

    return Pool
