"""One update being answered: all that a handler may read and do."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import IO, TYPE_CHECKING, Any, TypeVar

from django.utils import timezone, translation
from telegram.error import TelegramError

from analytics.models import Event
from analytics.services.record import happened, record_all
from botapp.ai.base import Language
from botapp.bridge import run_service
from botapp.delivery.claims import Claim
from botapp.exceptions import MessageGone, NotFound
from botapp.queries.people import PersonFacts
from botapp.queries.time_zones import zone
from botapp.services import forgetting, unsent_answers
from botapp.telegram.incoming import Incoming
from botapp.telegram.keys import Key, Keyboard
from botapp.telegram.markup import Marked
from botapp.telegram.messenger import Messenger, changing
from botapp.telegram.rendering import render

if TYPE_CHECKING:
    from botapp.telegram.generations import GenerationRunner

__all__ = ["Dialogue", "Key", "Keyboard"]

logger = logging.getLogger(__name__)
T = TypeVar("T")


class Dialogue:
    """What a person did, and the ways to answer.

    Messages are sent once however often the update is run again: each `say` is journaled under its
    step. Two answers under one step name are told apart by their order.
    """

    def __init__(
        self,
        incoming: Incoming,
        person: PersonFacts,
        *,
        claim: Claim,
        messenger: Messenger,
        runner: "GenerationRunner",
    ) -> None:
        self.person = person
        self.chat_id = incoming.chat_id
        self.text = incoming.text
        self.argument = incoming.argument
        self.quoted, self.quoted_id = incoming.quoted, incoming.quoted_id
        self.media = incoming.media
        self.links, self.pictures = incoming.links, incoming.pictures
        self.origin, self.post = incoming.origin, incoming.post
        self.is_press = incoming.deed == "press"
        self.is_private = incoming.is_private
        # The pressed message, or the one that the person wrote.
        self.message_id = incoming.message_id
        # In a group others see the buttons too; what answers one person is not changed by another.
        self.is_own = incoming.asked_by in (None, incoming.user.id)
        self.source_id = incoming.source_id
        self.replied_to = incoming.replied_to
        self._reply_to = incoming.asked_in if self.is_own and incoming.asked_in else incoming.message_id
        self._press_id = incoming.press_id
        self._is_answered = False
        # Perhaps begun before, by a run that ended in the middle.
        self.is_again = claim.attempt > 1
        self._update = claim.pk
        self._unit = claim.unit
        self._messenger = messenger
        self._runner = runner
        self._steps: Counter[str] = Counter()

    def check_own(self) -> None:
        """Raises NotFound if the pressed message answers somebody else."""
        if not self.is_own:
            raise NotFound

    async def call(self, fn: Callable[..., T], /, *args: Any, step: str = "", **kwargs: Any) -> T:
        """Run a service or query on a thread; with `step` its effect happens once (bridge.run_service)."""
        return await run_service(fn, *args, step=step, **kwargs)

    async def say(
        self,
        template: str,
        context: Mapping[str, Any] | None = None,
        *,
        keyboard: Keyboard | None = None,
        step: str = "answer",
        is_reply: bool = False,
    ) -> int:
        """Send a message, in parts if it is long, the keyboard under the last; that one's id."""
        messages = render(template, context)
        return await self.say_messages(messages, keyboard=keyboard, step=step, is_reply=is_reply)

    async def say_messages(
        self,
        messages: Sequence[Marked],
        *,
        keyboard: Keyboard | None = None,
        step: str = "answer",
        is_reply: bool = False,
    ) -> int:
        """`say` for what is rendered already."""
        reply_to = self._reply_to if is_reply or not self.is_private else None
        *parts, last = messages
        for part in parts:
            await self._send(part, step=step, reply_to=reply_to)
        return await self._send(last, step=step, keyboard=keyboard, reply_to=reply_to)

    async def show(
        self,
        template: str,
        context: Mapping[str, Any] | None = None,
        *,
        keyboard: Keyboard | None = None,
        step: str = "answer",
    ) -> int:
        """Turn the pressed message into this one; if it can't be, or answers somebody else, say it."""
        messages = render(template, context)
        if not self.is_press or not self.is_own or self.message_id is None or len(messages) > 1:
            return await self.say_messages(messages, keyboard=keyboard, step=step)
        try:
            with changing():
                await self._messenger.edit(self.chat_id, self.message_id, messages[0], keyboard=keyboard)
        except MessageGone:
            return await self.say_messages(messages, keyboard=keyboard, step=step)
        return self.message_id

    async def send_file(
        self,
        make: Callable[[], IO[bytes]],
        template: str,
        *,
        name: str,
    ) -> None:
        """Send the file that `make` writes on a thread, called `name`; the template is its caption."""
        if await self._unit.sent("file") is not None:
            return
        file = await run_service(make)
        try:
            caption = render(template)[0]
            message_id = await self._messenger.send_document(self.chat_id, file, name=name, caption=caption)
        finally:
            file.close()
        await self._unit.journal("file", chat_id=self.chat_id, message_id=message_id)

    async def rekey(self, keyboard: Keyboard) -> None:
        """Give the pressed message another keyboard, unless it answers somebody else; its text stays.

        Raises MessageGone.
        """
        if self.is_press and self.is_own and self.message_id is not None:
            with changing():
                await self._messenger.rekey(self.chat_id, self.message_id, keyboard)

    async def toast(self, text: str, *, alert: bool = False) -> None:
        """Answer the press with a short text over the chat, at most 200 characters."""
        if self.is_press and not self._is_answered:
            self._is_answered = True
            await self._messenger.answer(self._press_id, str(text), alert=alert)

    def note(self, kind: Event.Kind, *, subject: str = "", facts: Mapping[str, Any] | None = None) -> None:
        """Count an event; it is committed with the update's done mark. Never texts or names."""
        event = happened(kind, person_id=self.person.id, subject=subject, source="telegram", facts=facts)
        self._unit.note(record_all, event)

    def speak(self, language: Language) -> None:
        """Answer in this language from here on."""
        self.person = replace(self.person, language=language)
        translation.activate(language)

    def live_in(self, time_zone: str) -> None:
        """Say times as they are in this time zone (an IANA name) from here on."""
        self.person = replace(self.person, time_zone=time_zone)
        timezone.activate(zone(time_zone))

    def write(self, generation_id: int) -> None:
        """Begin to write the answer of a generation that has its message; does not wait for it."""
        self._runner.start(generation_id)

    async def rewrite(self, generation_id: int, *, instead_of: Sequence[int]) -> None:
        """`write` in the place of answers that are over; waits until they are left alone."""
        await self._runner.leave(instead_of)
        self._runner.start(generation_id)

    async def forgo(self) -> None:
        """Give back the charge for what this update began and could not show."""
        await run_service(unsent_answers.forgo, self._update)

    def stop_writing(self, generation_id: int) -> None:
        """End a running answer in this process now; elsewhere the stored request does it."""
        self._runner.stop(generation_id)

    async def end_writing(self, generation_ids: Sequence[int]) -> None:
        """`stop_writing` for several; waits until nothing more is written for them."""
        await self._runner.end(generation_ids)

    def leave_no_trace(self) -> None:
        """Of this update only its number stays, once it is done."""
        self._unit.note(partial(forgetting.empty_update, self._update))

    async def close(self) -> None:
        """End the waiting of a press whose handler said nothing to it."""
        try:
            await self.toast("")
        except TelegramError as error:
            logger.warning("A press stayed unanswered: %s", type(error).__name__)

    async def _send(
        self, message: Marked, *, step: str, keyboard: Keyboard | None = None, reply_to: int | None = None
    ) -> int:
        self._steps[step] += 1
        name = step if self._steps[step] == 1 else f"{step}.{self._steps[step]}"
        sent = await self._unit.sent(name)
        if sent is not None:
            return sent
        message_id = await self._messenger.send(self.chat_id, message, keyboard=keyboard, reply_to=reply_to)
        await self._unit.journal(name, chat_id=self.chat_id, message_id=message_id)
        return message_id
