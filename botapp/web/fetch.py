"""One document of the internet, read within seconds and bytes."""

import asyncio
import socket
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yarl import URL

from botapp.web.errors import (
    LinkAway,
    LinkClosed,
    LinkError,
    LinkMissing,
    LinkNoPage,
    LinkTooLarge,
)
from botapp.web.guard import Internet, url_of
from botapp.web.unpacking import Unpacked

if TYPE_CHECKING:
    import aiohttp

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
PICTURES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "application/octet-stream"})
REDIRECTS = 5
HEADERS = {
    "User-Agent": "RVX/1.0 (explains news; reads one page that a person sent)",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en, *;q=0.5",
}
_MOVED = frozenset({301, 302, 303, 307, 308})
_MISSING = frozenset({404, 410})
_CLOSED = frozenset({401, 402, 403, 407, 429, 451})


@dataclass(frozen=True)
class Document:
    """What was there; `url` is where it was found in the end, `charset` "" if nobody says."""

    url: str
    kind: str
    charset: str
    body: bytes


async def fetch(
    url: str,
    *,
    internet: Internet,
    seconds: float,
    most_bytes: int,
    kinds: Collection[str] = PAGES,
) -> Document:
    """Read a document, at most five redirects away, each checked as the first URL is.

    `seconds` are for all of it. `most_bytes` holds for what came over the wire and for what it unpacks to.
    Sends no cookies and asks no proxy of the environment. Raises LinkError, never with the URL in it.
    """
    try:
        async with asyncio.timeout(seconds), _session(internet) as session:
            place = url_of(url)
            for _ in range(REDIRECTS + 1):
                internet.check(place)
                found = await _read(session, place, most_bytes, kinds)
                if isinstance(found, Document):
                    return found
                place = found
    except TimeoutError:
        pass  # said below, without the cause that may hold the URL
    raise LinkAway


async def _read(
    session: "aiohttp.ClientSession", url: URL, most_bytes: int, kinds: Collection[str]
) -> Document | URL:
    """The document, or where it has gone."""
    import aiohttp  # heavy: not before the first link

    failure: LinkError
    try:
        async with session.get(url.with_fragment(None), allow_redirects=False) as response:
            if response.status in _MOVED and (target := response.headers.get("Location")):
                return url_of(target, base=url)
            _check_status(response.status)
            kind = response.content_type.lower()
            if kind not in kinds:
                raise LinkNoPage
            body = await _body(response, most_bytes)
            return Document(str(response.url), kind, response.charset or "", body)
    except LinkError as error:
        failure = type(error)()
    except (aiohttp.ClientError, OSError, ValueError) as error:
        failure = _refusal_in(error) or LinkAway()
    raise failure


def _check_status(status: int) -> None:
    if status in _MISSING:
        raise LinkMissing
    if status in _CLOSED:
        raise LinkClosed
    if status != 200:
        raise LinkAway


async def _body(response: "aiohttp.ClientResponse", most_bytes: int) -> bytes:
    """The unpacked body. Never holds more than `most_bytes` and one chunk."""
    if (response.content_length or 0) > most_bytes:
        raise LinkTooLarge
    unpacked = Unpacked(response.headers.get("Content-Encoding", ""), most_bytes)
    async for chunk in response.content.iter_any():
        unpacked.add(chunk)
    return unpacked.whole()


def _refusal_in(error: BaseException | None) -> LinkError | None:
    """A refusal of the guard that the library wrapped."""
    while error is not None:
        if isinstance(error, LinkError):
            return type(error)()
        error = error.__cause__ or error.__context__
    return None


@asynccontextmanager
async def _session(internet: Internet) -> AsyncIterator["aiohttp.ClientSession"]:
    import aiohttp  # heavy: not before the first link

    class Resolver(aiohttp.abc.AbstractResolver):
        """The guard's answers in the library's words."""

        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[aiohttp.abc.ResolveResult]:
            places = await internet.find(host, port)
            return [_result(host, *place) for place in places]

        async def close(self) -> None:
            """Nothing is kept open."""

    connector = aiohttp.TCPConnector(
        resolver=Resolver(),
        use_dns_cache=False,
        force_close=True,
        socket_factory=lambda info: internet.open_socket(info[0], info[1], info[2], info[4][:2]),
    )
    session = aiohttp.ClientSession(
        connector=connector,
        headers=HEADERS,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
    )
    async with session:
        yield session


def _result(host: str, address: str, port: int) -> Any:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return {"hostname": host, "host": address, "port": port, "family": family, "proto": 0, "flags": 0}
