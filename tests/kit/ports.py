"""Ports for servers that tests start in other processes."""

import random
import socket

# Below those that systems give to whoever asks for any: one found free would be taken before it is used.
_RANGE = range(10_000, 30_000)
_any = random.SystemRandom()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    while True:
        port = _any.choice(_RANGE)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
