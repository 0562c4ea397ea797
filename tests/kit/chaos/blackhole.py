"""A way to a server that can vanish as a host does: no answer, no reset, not even an acknowledgement."""

import asyncio
import ctypes
import socket
import struct
import threading
from contextlib import suppress

_ATTACH, _DETACH = 26, 27  # SO_ATTACH_FILTER, SO_DETACH_FILTER of Linux
_DROP_ALL = ctypes.create_string_buffer(struct.pack("=HBBI", 0x06, 0, 0, 0))  # BPF: RET 0
_PIECE = 65_536


class Blackhole:
    """`with Blackhole(port) as way: … way.port`: a proxy on loopback; `vanish()`, later `come_back()`.

    While it is gone the kernel drops all that comes for it, so that clients see what they see of a host
    without power. Connections of before stay dead for ever; those made afterwards work.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self.port: int = self._listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="blackhole", daemon=True)
        self._clients: list[socket.socket] = []
        self._servers: list[socket.socket] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def __enter__(self) -> "Blackhole":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        for one in (self._listener, *self._clients, *self._servers):
            one.close()
        self._loop.close()

    def vanish(self) -> None:
        for one in (self._listener, *self._clients):
            _drop_all(one)

    def come_back(self) -> None:
        self._listener.setsockopt(socket.SOL_SOCKET, _DETACH, 0)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.create_task(self._accept())
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.05))

    async def _accept(self) -> None:
        while True:
            client, _ = await self._loop.sock_accept(self._listener)
            client.setblocking(False)
            server = socket.socket()
            server.setblocking(False)
            self._clients.append(client)
            self._servers.append(server)
            await self._loop.sock_connect(server, ("127.0.0.1", self._target))
            for one, other in ((client, server), (server, client)):
                task = self._loop.create_task(self._forward(one, other))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _forward(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := await self._loop.sock_recv(one, _PIECE):
                await self._loop.sock_sendall(other, piece)
        for ended in (one, other):
            with suppress(OSError):
                ended.shutdown(socket.SHUT_RDWR)


def _drop_all(one: socket.socket) -> None:
    program = struct.pack("HP", 1, ctypes.addressof(_DROP_ALL))
    one.setsockopt(socket.SOL_SOCKET, _ATTACH, program)
