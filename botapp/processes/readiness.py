"""When is it up? Asked of the web server itself, over HTTP, as a platform does."""

import http.client
import json
import threading
import time
from collections.abc import Callable


def bot_state(port: int, *, timeout: float = 2.0) -> str | None:
    """What /health says of the bot, "" if it says nothing; None while the web server is not up."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", "/health")
        body = json.loads(connection.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()
    return str(body.get("bot", ""))


def announce(port: int, say: Callable[[bool], None], *, patience: float = 60.0) -> None:
    """Call `say` on a thread of its own: with True once the web server answers and the bot leads.

    With False if that is not so after `patience` seconds.
    """
    threading.Thread(target=_wait, args=(port, say, patience), name="readiness", daemon=True).start()


def _wait(port: int, say: Callable[[bool], None], patience: float) -> None:
    deadline = time.monotonic() + patience
    while not (is_ready := bot_state(port) == "leader") and time.monotonic() < deadline:
        time.sleep(0.1)
    say(is_ready)
