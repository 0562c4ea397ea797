"""Calls to the Bot API that handlers and running answers share."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from botapp.telegram.keys import Keyboard, markup
from botapp.telegram.markup import Marked

T = TypeVar("T")
PATIENCE = 5.0  # seconds that a call waits for when Telegram asks to; longer waits are the caller's affair
TOAST_LIMIT = 200
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# What Telegram says when a repeated call finds its work done already.
_DONE_ALREADY = ("message is not modified", "query is too old", "query id is invalid")


class Messenger:
    """Sends, edits and answers. Raises telegram.error.TelegramError."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(
        self, chat_id: int, message: Marked, *, keyboard: Keyboard | None = None, reply_to: int | None = None
    ) -> int:
        """A new message; its id."""
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        sent = await _patiently(
            lambda: self._bot.send_message(
                chat_id,
                message.text,
                entities=message.entities(),
                reply_markup=markup(keyboard),
                reply_parameters=reply,
                link_preview_options=_NO_PREVIEW,
            )
        )
        return sent.message_id

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
        await _patiently(
            lambda: self._bot.edit_message_text(
                message.text,
                chat_id,
                message_id,
                entities=message.entities(),
                reply_markup=markup(keyboard),
                link_preview_options=_NO_PREVIEW,
            ),
            patience,
        )

    async def rekey(self, chat_id: int, message_id: int, keyboard: Keyboard) -> None:
        """Give an own message a new keyboard."""
        await _patiently(
            lambda: self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=markup(keyboard))
        )

    async def answer(self, press_id: str, text: str = "", *, alert: bool = False) -> None:
        """End the waiting of a pressed button, with a short text over the chat if there is one."""
        await _patiently(
            lambda: self._bot.answer_callback_query(press_id, text[:TOAST_LIMIT] or None, show_alert=alert)
        )


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


async def _patiently(call: Callable[[], Awaitable[T]], patience: float = PATIENCE) -> T:
    try:
        return await _quietly(call)
    except RetryAfter as error:
        if wait_of(error) > patience:
            raise
        await asyncio.sleep(wait_of(error))
    return await _quietly(call)


async def _quietly(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except BadRequest as error:
        if is_done_already(error):
            return None  # type: ignore[return-value]  # only calls whose result nobody reads can be done already
        raise
