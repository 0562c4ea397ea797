"""A service on loopback that never stops talking, and counts what it got rid of.

async with Flood(flood) as service:
    ... base_url=service.base_url ...
    assert await service.was_left() and service.sent < 2**24
"""

import asyncio
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

import brotli

MOST = 2**28  # bytes after which it gives up: nobody has to wait for the end of the world


@dataclass(frozen=True)
class Said:
    """A status, and a body: how it begins, and what follows again and again."""

    block: bytes
    head: bytes = b""
    status: int = 200
    kind: str = "text/event-stream"
    packed: Literal["", "gzip", "br"] = ""  # a thousandth on the wire, or less
    more: str = ""  # lines of the response's head


class Flood:
    """`sent`: bytes of the body as they went out. `spoken`: the same before they were packed."""

    def __init__(self, said: Said) -> None:
        self.base_url = ""
        self.sent = self.spoken = 0
        self._said = said
        self._left = asyncio.Event()

    async def was_left(self) -> bool:
        """Whether the client closed the connection, within a second."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._left.wait(), 1)
        return self._left.is_set()

    async def __aenter__(self) -> "Flood":
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.base_url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said, pack = self._said, _packer(self._said.packed)
        more = said.more + (f"Content-Encoding: {said.packed}\r\n" if said.packed else "")
        try:
            await _request(reader)
            head = f"HTTP/1.1 {said.status} X\r\nContent-Type: {said.kind}\r\n{more}Connection: close\r\n\r\n"
            writer.write(head.encode())
            piece, block = (
                said.head,
                said.block * max(1, (2**22 if said.packed else 2**16) // len(said.block)),
            )
            while self.spoken < MOST:
                out = pack(piece)
                writer.write(out)
                await writer.drain()
                self.sent, self.spoken, piece = self.sent + len(out), self.spoken + len(piece), block
                await asyncio.sleep(0)
        except ConnectionError:
            self._left.set()
        finally:
            writer.close()


def _packer(packed: str) -> Callable[[bytes], bytes]:
    if packed == "gzip":
        gzip = zlib.compressobj(9, zlib.DEFLATED, 31)
        return lambda piece: gzip.compress(piece) + gzip.flush(zlib.Z_SYNC_FLUSH)
    if packed == "br":
        br = brotli.Compressor()
        return lambda piece: br.process(piece) + br.flush()
    return bytes


async def _request(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
    await reader.readexactly(int(length or 0))
