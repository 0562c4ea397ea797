"""The Bot API over aiohttp: python-telegram-bot's request object without httpx's slow pool."""

import asyncio
import json
import os
from dataclasses import dataclass
from typing import IO, Any
from urllib.request import getproxies
from weakref import WeakKeyDictionary

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 256
JSON = {"Content-Type": "application/json"}
_UNSET: DefaultValue[None] = BaseRequest.DEFAULT_NONE


class AiohttpRequest(BaseRequest):
    """One session per event loop, made on first use and again after a shutdown.

    Timeouts are seconds. Errors name the kind of failure only: aiohttp's own texts and the causes
    they chain to hold the URL, and the URL holds the token.
    """

    def __init__(
        self,
        *,
        connections: int = CONNECTIONS,
        connect_timeout: float = 5.0,
        read_timeout: float = 15.0,
        media_timeout: float = 60.0,
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._media_timeout = media_timeout
        self._sessions: WeakKeyDictionary[asyncio.AbstractEventLoop, aiohttp.ClientSession] = (
            WeakKeyDictionary()
        )

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        self._session()

    async def shutdown(self) -> None:
        session = self._sessions.pop(asyncio.get_running_loop(), None)
        if session:
            await session.close()

    async def call(self, url: str, **parameters: Any) -> Any:
        """The `result` of a call as plain data; a parameter that is None is left out. Raises TelegramError.

        A parameter may be an Upload.
        Bot's own methods make objects of all that goes out and comes back: half the time of an answer.
        """
        given = {name: value for name, value in parameters.items() if value is not None}
        plain = _Plain if not any(isinstance(value, Upload) for value in given.values()) else _WithFiles
        return await self.post(url, plain(given))  # type: ignore[arg-type]  # do_request reads no more of it

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _UNSET,
        write_timeout: Any = _UNSET,
        connect_timeout: Any = _UNSET,
        pool_timeout: Any = _UNSET,
    ) -> tuple[int, bytes]:
        """The status and the body. Raises TimedOut or NetworkError, never with a URL in it."""
        uploads = bool(request_data and request_data.contains_files)
        timeout = aiohttp.ClientTimeout(
            connect=_given(pool_timeout, self._read_timeout),
            sock_connect=_given(connect_timeout, self._connect_timeout),
            sock_read=_given(read_timeout, self._media_timeout if uploads else self._read_timeout),
        )
        body, headers = _body(request_data)
        failure: TelegramError
        try:
            async with self._session().request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            failure = TimedOut()
        except (aiohttp.ClientError, OSError) as error:
            failure = NetworkError(f"aiohttp.{type(error).__name__}")
        raise failure

    async def download(self, url: str, *, most_bytes: int) -> bytes | None:
        """A file; None if it holds more. Raises TelegramError, never with the URL, which holds the token."""
        failure: TelegramError
        timeout = aiohttp.ClientTimeout(total=self._media_timeout, sock_connect=self._connect_timeout)
        try:
            async with self._session().get(url, timeout=timeout, allow_redirects=False) as response:
                if response.status != 200:
                    raise BadRequest("the file can't be downloaded")
                body = await response.content.readexactly(most_bytes + 1)
        except asyncio.IncompleteReadError as whole:
            return whole.partial
        except TimeoutError:
            failure = TimedOut()
        except (aiohttp.ClientError, OSError) as error:
            failure = NetworkError(f"aiohttp.{type(error).__name__}")
        else:
            return body if len(body) <= most_bytes else None
        raise failure

    def _session(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        session = self._sessions.get(loop)
        if session is None or session.closed:
            session = self._sessions[loop] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                # Looks for a proxy at each request, .netrc included: only where there is one.
                trust_env=bool(getproxies()),
            )
        return session

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dict. Its text, which may hold what people wrote, is neither logged nor raised."""
        try:
            answer: dict[str, Any] = json.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer


@dataclass(frozen=True)
class Upload:
    """An open file on disk that goes out with a call, as often as that has to be tried."""

    file: IO[bytes]
    name: str
    mime_type: str = "application/json"

    def opened(self) -> IO[bytes]:
        """A handle of its own: whoever sends it closes it."""
        handle = os.fdopen(os.dup(self.file.fileno()), "rb")
        handle.seek(0)
        return handle


class _Plain:
    """A body made at once; RequestData packs each parameter, and then all of them again."""

    contains_files = False

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.json_payload = json.dumps(parameters).encode()


class _WithFiles:
    """A body in parts; the files are read while it is sent, from their beginning in each attempt."""

    contains_files = True

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.json_parameters = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in parameters.items()
            if not isinstance(value, Upload)
        }
        self.multipart_data = {
            name: (value.name, value.opened(), value.mime_type)
            for name, value in parameters.items()
            if isinstance(value, Upload)
        }


def _given(value: Any, default: float) -> float | None:
    return default if isinstance(value, DefaultValue) else value


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str]]:
    if data is None:
        return None, {}
    if not data.contains_files:
        return data.json_payload, JSON
    # Quoted names would reach the reader as %D0%B8…
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, part in data.multipart_data.items():
        filename, content, mime_type = part
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form, {}
