"""Ports: free to bind (asked before a program fails at it with a traceback), or listening."""

import socket

_TRIES = 20


class NoFreePort(OSError):
    """None of the ports tried is free."""


def is_free(port: int, *, host: str = "0.0.0.0") -> bool:
    """True if a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def first_free(port: int, *, besides: tuple[int, ...] = ()) -> int:
    """`port`, or the next one of the twenty after it, whichever is free on loopback. Raises NoFreePort."""
    for candidate in range(port, min(port + _TRIES, 65_536)):
        if candidate not in besides and is_free(candidate, host="127.0.0.1"):
            return candidate
    raise NoFreePort(f"No free port from {port} on.")


def is_listening(port: int) -> bool:
    """True if something on this machine accepts connections there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as caller:
        caller.settimeout(1.0)
        return caller.connect_ex(("127.0.0.1", port)) == 0
