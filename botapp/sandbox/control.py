"""What the chat page and tests of other processes ask for under /sandbox/."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from aiohttp import web

from botapp.sandbox.acts import Acts
from botapp.sandbox.bots import Bot
from botapp.sandbox.chats import private_chat
from botapp.sandbox.errors import ApiError, bad_request
from botapp.sandbox.faults import Fault, Faults
from botapp.sandbox.journal import Journal
from botapp.sandbox.parameters import sound
from botapp.sandbox.people import Person

ACTS = (
    "say",
    "forward",
    "photo",
    "album",
    "document",
    "sticker",
    "edit",
    "press",
    "vote",
    "block",
    "unblock",
    "flood",
    "raw_update",
)
HEARTBEAT = 2.0
EVENT_STREAM = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Control:
    def __init__(self, bot: Bot, acts: Acts, journal: Journal, faults: Faults) -> None:
        self._bot = bot
        self._acts = acts
        self._journal = journal
        self._faults = faults

    def routes(self) -> dict[tuple[str, str], Answer]:
        return {
            ("GET", "/sandbox/state"): self.state,
            ("GET", "/sandbox/events"): self.events,
            ("GET", "/sandbox/journal"): self.journal,
            ("GET", "/sandbox/people"): self.people,
            ("POST", "/sandbox/people"): self.add_person,
            ("POST", "/sandbox/faults"): self.add_faults,
            **{("POST", f"/sandbox/acts/{name}"): self.act for name in ACTS},
        }

    async def state(self, request: web.BaseRequest) -> web.StreamResponse:
        """Everything that the page of one person shows."""
        return _json(self._state_of(self._person_of(request)))

    async def events(self, request: web.BaseRequest) -> web.StreamResponse:
        """Server-sent events of one person's chat: first the whole state, then every change.

        A heartbeat each two seconds says whether the bot answers.
        """
        person = self._person_of(request)
        response = web.StreamResponse(headers=EVENT_STREAM)
        await response.prepare(request)
        with self._bot.feed.listen(person.id) as happenings:
            happenings.put_nowait({"kind": "state", "state": self._state_of(person)})
            await self._stream(response, happenings)
        return response

    def _state_of(self, person: Person) -> dict[str, Any]:
        chat = self._bot.chats.get(person.id) or private_chat(person)
        profile, language = self._bot.profile, person.language_code
        return {
            "bot": {
                "name": profile.name_for(language, self._bot.name),
                "username": self._bot.username,
                "description": profile.description_for(language),
                "answering": self._bot.is_answering,
            },
            "commands": profile.commands_for(person.id, language),
            "messages": list(chat.messages.values()),
            "reactions": chat.reactions,
            "keyboard": chat.keyboard,
            "draft": chat.draft,
            "blocked": chat.blocked,
        }

    async def _stream(self, response: web.StreamResponse, happenings: asyncio.Queue[dict[str, Any]]) -> None:
        while not self._bot.feed.closing:
            try:
                async with asyncio.timeout(HEARTBEAT):
                    happening = await happenings.get()
            except TimeoutError:
                happening = {"kind": "heartbeat", "answering": self._bot.is_answering}
            try:
                await response.write(
                    f"data: {json.dumps(happening, ensure_ascii=False)}\n\n".encode("utf-8", "replace")
                )
            except ConnectionError:
                return

    async def journal(self, request: web.BaseRequest) -> web.StreamResponse:
        after = int(request.query.get("after", 0))
        calls = self._journal.calls(request.query.get("method", ""), after=after)
        return _json([call.as_dict() for call in calls])

    async def people(self, request: web.BaseRequest) -> web.StreamResponse:
        return _json([asdict(person) for person in self._acts.people.values()])

    async def add_person(self, request: web.BaseRequest) -> web.StreamResponse:
        return _json(asdict(self._acts.add_person(Person(**_fitting(Person, await _body(request))))))

    async def add_faults(self, request: web.BaseRequest) -> web.StreamResponse:
        """One order, or `{"clear": true}`."""
        body = await _body(request)
        if body.pop("clear", False):
            self._faults.clear()
        if body:
            self._faults.add(Fault(**_fitting(Fault, body)))
        return _json(True)

    async def act(self, request: web.BaseRequest) -> web.StreamResponse:
        """One act of a person; the body holds the arguments of the method of Acts."""
        perform = getattr(self._acts, request.path.rpartition("/")[2])
        return _json(perform(**_fitting(perform, await _body(request))))

    def _person_of(self, request: web.BaseRequest) -> Person:
        return self._acts.person(int(request.query.get("person", 0)))


async def answer(handler: Answer, request: web.BaseRequest) -> web.StreamResponse:
    """Run a handler; a request that makes no sense is a 400 with a sentence."""
    try:
        return await handler(request)
    except ApiError as error:
        return web.json_response(error.body(), status=error.code)
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
        return web.json_response(bad_request(str(error)).body(), status=400)


async def _body(request: web.BaseRequest) -> dict[str, Any]:
    """The JSON object of a request. Only JSON is taken: a foreign page could send a form without asking."""
    if request.content_type != "application/json":
        raise bad_request("application/json expected")
    body = sound(json.loads(await request.read() or b"{}"))
    if not isinstance(body, dict):
        raise bad_request("an object expected")
    return body


def _json(content: Any) -> web.Response:
    text = json.dumps({"ok": True, "result": content}, ensure_ascii=False, default=str)
    body = text.encode("utf-8", "replace")
    return web.Response(body=body, content_type="application/json", charset="utf-8")


def _fitting(takes: Callable[..., Any], body: dict[str, Any]) -> dict[str, Any]:
    """The body, if its values are of the types that `takes` is annotated with; ApiError 400 otherwise."""
    hints = get_type_hints(takes.__init__ if isinstance(takes, type) else takes)  # type: ignore[misc]  # its own
    for name, value in body.items():
        hint = hints.get(name, object)
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        plain = tuple(get_origin(kind) or kind for kind in kinds)
        if not isinstance(value, (*plain, int) if float in plain else plain):
            raise bad_request(f"{name} is of the wrong type")
    return body
