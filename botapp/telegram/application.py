"""The bot as the delivery engine knows it: one update in, an answer out."""

import asyncio
import logging
import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django.db import Error as DatabaseError
from django.utils import timezone, translation
from telegram import Bot
from telegram.error import TelegramError

from botapp.bridge import quietly, run_service
from botapp.delivery.claims import Claim
from botapp.delivery.exceptions import Unreadable
from botapp.exceptions import RvxError
from botapp.explain import calls
from botapp.queries.cards import is_for
from botapp.queries.people import PersonFacts
from botapp.queries.time_zones import zone
from botapp.services import gates, people, unsent_answers
from botapp.telegram import bursts, errors, incoming, promises, routing
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.features import Registry, discover
from botapp.telegram.forgetting import forget, make_findable
from botapp.telegram.gates import check_subscription
from botapp.telegram.generations import GenerationRunner
from botapp.telegram.greeting import Greeter
from botapp.telegram.incoming import Incoming
from botapp.telegram.keyboards.card import Stop
from botapp.telegram.messenger import Messenger
from botapp.telegram.profile import publish_commands
from botapp.telegram.request import AiohttpRequest

logger = logging.getLogger(__name__)
TAKE_UP_SECONDS = 1.0
APOLOGY_SECONDS = 10.0
FORGOTTEN_EVERY = 600  # take-ups
PUBLISH_AGAIN_SECONDS = 60.0
FIRST_FORGETTING_SECONDS = 60.0  # a start has better things to do
FORGET_EVERY_SECONDS = 3600.0
PROMISES_SECONDS = 2.0


class BotApplication:
    """Implements delivery's Application. Belongs to one event loop."""

    def __init__(
        self, bot: Bot, request: AiohttpRequest, registry: Registry, *, edit_interval: float = 1.0
    ) -> None:
        self._bot = bot
        self._registry = registry
        self._messenger = Messenger(bot, request)
        self._greeter = Greeter()
        self._introduction = asyncio.Lock()
        self._is_introduced = False
        self.runner = GenerationRunner(self._messenger, edit_interval=edit_interval)

    def urgent(self, payload: Mapping[str, Any]) -> bool:
        """Stop and /stop pass by the lanes: they are for what the lane is busy with."""
        data = (payload.get("callback_query") or {}).get("data") or ""
        text = (payload.get("message") or {}).get("text") or ""
        return str(data).startswith(f"{Stop.prefix}:") or self._is_stop(str(text))

    def _is_stop(self, text: str) -> bool:
        """With words behind it or without; not the /stop of another bot in the same group."""
        first, *_ = text.lower().split(maxsplit=1) or [""]
        command, _, named = first.partition("@")
        mine = self._bot.username.lower() if self._is_introduced else ""
        return command == "/stop" and named in ("", mine)

    def begins_burst(self, payload: Mapping[str, Any]) -> bool:
        """Forwards, parts of an album and near-limit texts wait a moment for the rest."""
        return bursts.begins(payload)

    def continues_burst(self, before: Mapping[str, Any], payload: Mapping[str, Any]) -> bool:
        return bursts.continues(before, payload)

    async def handle(self, claim: Claim) -> None:
        """Answer one update. Raises what is worth another attempt, TryLater if nothing is wrong with it."""
        with errors.patience():
            await self._introduce()
            deed = self._read(claim)
            if deed is None:
                return
            # What is written to be explained takes seconds: commands and buttons don't wait behind it.
            with quietly(deed.deed != "press" and not deed.command):
                await self._converse(deed, claim)

    async def gave_up(self, claim: Claim, error: Exception) -> None:
        """After the last attempt: charge back, apology, counted. Ten seconds at most; never raises."""
        try:
            async with asyncio.timeout(APOLOGY_SECONDS):
                await self._forgo(claim)
                await self._apologise(claim, error)
        except Exception as failure:  # noqa: BLE001 (of one update; the first error is logged by the engine)
            logger.warning("The apology did not get through: %s", type(failure).__name__)

    async def _forgo(self, claim: Claim) -> None:
        """Does not stand in the apology's way: what is left is ended within the hour by the leader."""
        try:
            await run_service(unsent_answers.forgo, claim.pk)
        except DatabaseError as error:
            logger.warning("A charge is given back later: %s", type(error).__name__)

    async def _apologise(self, claim: Claim, error: Exception) -> None:
        """Only to those who would have got an answer."""
        await self._introduce()
        deed = self._read(claim)
        if deed is None:
            return
        person = await self._greet(deed)
        with translation.override(person.language), suppress(RvxError):
            gates.check_ban(person)
            if routing.find(self._registry, deed, person):
                await errors.apologise(error, self._dialogue(deed, person, claim))

    async def _converse(self, deed: Incoming, claim: Claim) -> None:
        person = await self._greet(deed)
        claim.unit.note(people.note_seen, person.id)
        dialogue = self._dialogue(deed, person, claim)
        with translation.override(person.language), timezone.override(zone(person.time_zone)):
            try:
                await self._answer(deed, dialogue)
            except Exception as error:  # noqa: BLE001 (errors.settle raises again what it can't heal)
                await errors.settle(error, dialogue)
            finally:
                await dialogue.close()

    def runs_as(self, holder: uuid.UUID) -> None:
        """Claims of answers carry this name, so that the next leader frees those of a dead process."""
        self.runner.holder = holder

    async def lead(self) -> None:
        """Publish the commands, take up answers, keep promises, forget what is old. Until cancelled."""
        begun = (self._publish(), self._forget_for_ever(), self._keep_promises_for_ever())
        duties = [asyncio.create_task(duty) for duty in begun]
        try:
            await self._take_up_for_ever()
        finally:
            for duty in duties:
                duty.cancel()
            await asyncio.gather(*duties, return_exceptions=True)

    async def drain(self, seconds: float) -> None:
        """Finish or hand back the answers being written, then close the connections."""
        await self.runner.drain(seconds)
        await calls.flush()
        with suppress(TelegramError):
            await self._bot.request.shutdown()

    def _read(self, claim: Claim) -> Incoming | None:
        try:
            if claim.parts:
                return bursts.read((claim.payload, *claim.parts), self._bot)
            return incoming.read(claim.payload, self._bot)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Unreadable(f"not what Telegram sends: {type(error).__name__}") from error

    def _dialogue(self, deed: Incoming, person: PersonFacts, claim: Claim) -> Dialogue:
        return Dialogue(deed, person, claim=claim, messenger=self._messenger, runner=self.runner)

    async def _answer(self, deed: Incoming, dialogue: Dialogue) -> None:
        """The gates of every path, then whoever the registry names."""
        gates.check_ban(dialogue.person)
        if dialogue.is_press and dialogue.is_own and not dialogue.is_private:
            # Not every message of ours says whom it answers; the table does.
            dialogue.is_own = await run_service(
                is_for, dialogue.person.id, chat_id=deed.chat_id, message_id=deed.message_id
            )
        route = routing.find(self._registry, deed, dialogue.person)
        if route is None:
            return
        if not route.always:
            gates.check(dialogue.person)
            await check_subscription(self._bot, dialogue.person)
        await route.handler(dialogue)

    async def _greet(self, deed: Incoming) -> PersonFacts:
        guest = people.Guest(
            deed.user.id,
            username=deed.user.username,
            first_name=deed.user.first_name,
            last_name=deed.user.last_name,
            language_code=deed.user.language_code,
            source=deed.argument if deed.command == "start" else "",
        )
        return await self._greeter.greet(guest)

    async def _introduce(self) -> None:
        """Learn the bot's own name once; Bot.initialize() would put the token into its error."""
        if self._is_introduced:
            return
        async with self._introduction:
            if not self._is_introduced:
                await self._bot.get_me()
                self._is_introduced = True

    async def _take_up_for_ever(self) -> None:
        turn = 0
        while True:
            try:
                await self.runner.take_up()
                if turn % FORGOTTEN_EVERY == 0:
                    await run_service(unsent_answers.drop)
            except DatabaseError as error:
                # Delivery tells of a database that is away; this comes each second.
                logger.debug("Taking up open answers waits for the database: %s", type(error).__name__)
            except Exception:
                logger.exception("Taking up open answers failed")
            turn += 1
            await asyncio.sleep(TAKE_UP_SECONDS)

    async def _forget_for_ever(self) -> None:
        await asyncio.sleep(FIRST_FORGETTING_SECONDS)
        while True:
            try:
                await forget()
                await make_findable()
            except Exception:
                logger.exception("Old words were not forgotten")
            await asyncio.sleep(FORGET_EVERY_SECONDS)

    async def _keep_promises_for_ever(self) -> None:
        while True:
            await asyncio.sleep(PROMISES_SECONDS)
            try:
                await promises.keep(self.runner.start)
            except DatabaseError as error:
                logger.debug("Keeping promises waits for the database: %s", type(error).__name__)
            except Exception:
                logger.exception("Promises were not kept")

    async def _publish(self) -> None:
        while True:
            try:
                await publish_commands(self._bot, self._registry)
            except TelegramError as error:
                logger.warning("The commands were not published: %s", type(error).__name__)
                await asyncio.sleep(PUBLISH_AGAIN_SECONDS)
            else:
                return


def build(*, token: str, base_url: str, edit_interval: float = 1.0) -> BotApplication:
    """The bot over the Bot API at `base_url` (scheme and host). Calls nobody yet.

    `edit_interval`: seconds between two edits of a growing message in one chat.
    """
    # Without it the library warns at each wait that Telegram asks for.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    # Its debug lines hold what people write.
    logging.getLogger("telegram").setLevel(logging.INFO)
    request = AiohttpRequest()
    bot = Bot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    return BotApplication(bot, request, discover(), edit_interval=edit_interval)
