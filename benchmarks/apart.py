"""A server in a process of its own, so that its CPU is not counted to who asks it."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self


class Apart:
    """`with` it: `serve(pipe, *arguments)` runs there and sends its base URL first."""

    base_url: str

    def __init__(self, serve: Callable[..., None], *arguments: Any) -> None:
        self._serve, self._arguments = serve, arguments

    def __enter__(self) -> Self:
        context = multiprocessing.get_context("spawn")
        pipe, theirs = context.Pipe()
        self._pipe: Connection = pipe
        self._process = context.Process(target=self._serve, args=(theirs, *self._arguments), daemon=True)
        self._process.start()
        theirs.close()  # so that the end of the process is seen here
        self.base_url = self._pipe.recv()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()
