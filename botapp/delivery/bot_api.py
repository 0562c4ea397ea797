"""The few raw calls that delivery makes itself: getMe, getWebhookInfo, deleteWebhook, getUpdates.

No parsing, and no error text of the HTTP library: that of a timeout holds the whole URL with the token.
"""

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.request import getproxies

import aiohttp

SECONDS = 10.0


class BotApiError(Exception):
    """The Bot API refused, or could not be reached (`code` 0). Holds neither token nor URL."""

    def __init__(self, code: int, description: str, *, retry_after: float = 0.0) -> None:
        super().__init__(f"{code} {description}" if code else description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


class BotApi:
    """One client for one event loop; close it at the end. `answered_at`: the server's clock, if it told."""

    def __init__(self, token: str, base_url: str) -> None:
        self._base = f"{base_url}/bot{token}"
        self._session: aiohttp.ClientSession | None = None
        self.answered_at: datetime | None = None

    async def call(self, method: str, *, seconds: float = SECONDS, **parameters: Any) -> Any:
        """The `result` of the answer. Raises BotApiError."""
        try:
            answer = await self._post(method, parameters, seconds)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise BotApiError(0, f"{method}: {type(error).__name__}") from None
        if answer.get("ok") is True and "result" in answer:
            return answer["result"]
        raise _refusal(answer)

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    async def _post(self, method: str, parameters: dict[str, Any], seconds: float) -> dict[str, Any]:
        if self._session is None:
            # Looks for a proxy at each request, .netrc included: only where there is one.
            self._session = aiohttp.ClientSession(trust_env=bool(getproxies()))
        timeout = aiohttp.ClientTimeout(total=seconds, connect=SECONDS)
        async with self._session.post(f"{self._base}/{method}", json=parameters, timeout=timeout) as response:
            self.answered_at = _date(response.headers.get("Date", ""))
            answer = json.loads(await response.read())
        if not isinstance(answer, dict):
            raise ValueError("not an answer of the Bot API")
        return answer


def _refusal(answer: dict[str, Any]) -> BotApiError:
    """What was refused, as far as it can be read: whatever stands between may have answered."""
    parameters = answer.get("parameters")
    asked = parameters.get("retry_after") if isinstance(parameters, dict) else 0
    code = answer.get("error_code")
    return BotApiError(
        code if isinstance(code, int) else 0,
        str(answer.get("description", "")),
        retry_after=asked if isinstance(asked, (int, float)) else 0.0,
    )


def _date(header: str) -> datetime | None:
    try:
        return parsedate_to_datetime(header)
    except ValueError:
        return None
