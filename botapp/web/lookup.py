"""Names to addresses by the system's resolver, on few threads of its own.

It can't be cancelled and may take half a minute over a name whose server stays silent: on the event
loop's shared threads a handful of such links would hold up everything else, and the end of the process.
"""

import asyncio
import socket
import threading
from contextlib import suppress

from botapp.web.errors import LinkAway

MOST = 16  # look-ups at the same time, those that nobody waits for any more included
_places = threading.BoundedSemaphore(MOST)


async def look_up(host: str) -> list[str]:
    """All addresses of a host. Raises LinkAway if there are none or too many look-ups hang already."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()
    if not _places.acquire(blocking=False):
        raise LinkAway
    threading.Thread(target=_work, args=(host, loop, found), name="lookup", daemon=True).start()
    return await found


def _work(host: str, loop: asyncio.AbstractEventLoop, found: asyncio.Future[list[str]]) -> None:
    addresses: list[str] = []
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    except (OSError, UnicodeError):
        pass  # no such host, said below
    finally:
        _places.release()
    with suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(_tell, found, addresses)


def _tell(found: asyncio.Future[list[str]], addresses: list[str]) -> None:
    if found.done():
        return
    if addresses:
        found.set_result(addresses)
    else:
        found.set_exception(LinkAway())
