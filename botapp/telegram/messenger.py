"""Calls to the Bot API that handlers and running answers share."""

import asyncio
import datetime
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from botapp.exceptions import MessageGone, PictureTooLarge
from botapp.telegram.keys import Keyboard, markup
from botapp.telegram.markup import Marked
from botapp.telegram.request import AiohttpRequest, Upload

logger = logging.getLogger(__name__)
PATIENCE = 5.0  # seconds that a call waits for when Telegram asks to; longer waits are the caller's affair
TOAST_LIMIT = 200
_NO_PREVIEW = {"is_disabled": True}
# What Telegram says when a repeated call finds its work done already.
_DONE_ALREADY = ("message is not modified", "query is too old", "query id is invalid")


class Messenger:
    """Sends, edits and answers. Raises telegram.error.TelegramError."""

    def __init__(self, bot: Bot, request: AiohttpRequest) -> None:
        self._base, self._files = bot.base_url, bot.base_file_url
        self._request = request

    async def send(
        self, chat_id: int, message: Marked, *, keyboard: Keyboard | None = None, reply_to: int | None = None
    ) -> int:
        """A new message; its id."""
        reply = {"message_id": reply_to, "allow_sending_without_reply": True} if reply_to else None
        sent = await self._patiently(
            "sendMessage",
            chat_id=chat_id,
            text=message.text,
            entities=message.entities or None,
            reply_markup=markup(keyboard),
            reply_parameters=reply,
            link_preview_options=_NO_PREVIEW,
        )
        return int(sent["message_id"])

    async def send_document(self, chat_id: int, file: IO[bytes], *, name: str, caption: Marked) -> int:
        """A new message with a file, read from its beginning; its id. The file stays open."""
        sent = await self._patiently(
            "sendDocument",
            document=Upload(file, name),
            chat_id=chat_id,
            caption=caption.text,
            caption_entities=caption.entities or None,
        )
        return int(sent["message_id"])

    async def edit(
        self,
        chat_id: int,
        message_id: int,
        message: Marked,
        *,
        keyboard: Keyboard | None = None,
        patience: float = PATIENCE,
    ) -> None:
        """Give an own message a new text and keyboard; the same again is no error."""
        await self._patiently(
            "editMessageText",
            patience=patience,
            text=message.text,
            chat_id=chat_id,
            message_id=message_id,
            entities=message.entities or None,
            reply_markup=markup(keyboard),
            link_preview_options=_NO_PREVIEW,
        )

    async def rekey(self, chat_id: int, message_id: int, keyboard: Keyboard) -> None:
        """Give an own message a new keyboard."""
        await self._patiently(
            "editMessageReplyMarkup", chat_id=chat_id, message_id=message_id, reply_markup=markup(keyboard)
        )

    async def act(self, chat_id: int, action: str) -> None:
        """Show for five seconds what the bot is doing, such as "typing"."""
        await self._patiently("sendChatAction", patience=0, chat_id=chat_id, action=action)

    async def answer(self, press_id: str, text: str = "", *, alert: bool = False) -> None:
        """End the waiting of a pressed button, with a short text over the chat if there is one."""
        shown = text[:TOAST_LIMIT] or None
        await self._patiently("answerCallbackQuery", callback_query_id=press_id, text=shown, show_alert=alert)

    async def download(self, file_id: str, *, most_bytes: int) -> bytes:
        """The content of a file that a person sent. Raises PictureTooLarge."""
        known = await self._patiently("getFile", file_id=file_id)
        content = None
        if int(known.get("file_size") or 0) <= most_bytes:
            url = f"{self._files}/{known['file_path']}"
            content = await self._request.download(url, most_bytes=most_bytes)
        if content is None:
            raise PictureTooLarge(megabytes=most_bytes // 1_000_000)
        return content

    async def _patiently(self, method: str, *, patience: float = PATIENCE, **parameters: Any) -> Any:
        try:
            return await self._quietly(method, parameters)
        except RetryAfter as error:
            if wait_of(error) > patience:
                raise
            await asyncio.sleep(wait_of(error))
        return await self._quietly(method, parameters)

    async def _quietly(self, method: str, parameters: dict[str, Any]) -> Any:
        """The call's result; None if its work was done already, which no call whose result is read finds."""
        try:
            return await self._request.call(f"{self._base}/{method}", **parameters)
        except BadRequest as error:
            if is_done_already(error):
                return None
            raise


@contextmanager
def changing() -> Iterator[None]:
    """Around a call that changes a message. Raises MessageGone if Telegram refuses it, whatever its words."""
    try:
        yield
    except BadRequest as error:
        logger.info("A message can't be changed: %s", error.message)
        raise MessageGone from error


def wait_of(error: RetryAfter) -> float:
    """Seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, datetime.timedelta) else float(wait)


def is_passing(error: TelegramError) -> bool:
    """Is Telegram only away or busy, so that the same call may succeed later?"""
    return isinstance(error, (RetryAfter, NetworkError)) and not isinstance(error, BadRequest)


def is_done_already(error: BadRequest) -> bool:
    """Did the call fail only because an earlier one had its effect, or because it comes too late?"""
    return any(sign in error.message.lower() for sign in _DONE_ALREADY)
