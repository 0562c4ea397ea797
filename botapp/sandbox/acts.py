"""What people do: write, press, edit, forward, block. Each act ends as an update in the bot's queue."""

import itertools
import re
import time
from typing import Any

from botapp.sandbox import utf16
from botapp.sandbox.bots import Bot
from botapp.sandbox.chats import Chat, Message, private_chat, shared_chat
from botapp.sandbox.entities import with_found
from botapp.sandbox.errors import bad_request
from botapp.sandbox.origins import origin
from botapp.sandbox.people import CAST, Person
from botapp.sandbox.pictures import PIXELS

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
CROWD_FROM = 500_001
LARGEST_FLOOD = 100_000
ALBUMS = itertools.count(1)
BREAK = re.compile(r"\s(?=\S*$)")


class Acts:
    """The people of the sandbox and their hands on one bot. A person is given as a Person or by id."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self.people: dict[int, Person] = {person.id: person for person in CAST}

    def add_person(self, person: Person) -> Person:
        self.people[person.id] = person
        if person.id in self._bot.chats:
            self._bot.chats[person.id].info = private_chat(person).info
        return person

    def add_group(self, chat_id: int, title: str, *, kind: str = "supergroup", username: str = "") -> Chat:
        """A group or a channel in which the bot is; the id must be negative."""
        self._bot.chats[chat_id] = shared_chat(chat_id, title, kind=kind, username=username)
        return self._bot.chats[chat_id]

    def set_member(self, chat_id: int, person: Person | int, status: str) -> None:
        """Make a person `member`, `administrator`, `left`, `kicked` … of a group or channel."""
        self._bot.chats[chat_id].members[self.person(person).id] = status

    def person(self, reference: Person | int) -> Person:
        """The known person; a Person who is not known yet moves in."""
        if isinstance(reference, Person):
            return self.people.setdefault(reference.id, reference)
        try:
            return self.people[reference]
        except KeyError:
            raise bad_request(f"nobody here has the id {reference}") from None

    def say(
        self,
        person: Person | int,
        text: str,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
        extra: dict[str, Any] | None = None,
    ) -> list[Message]:
        """Send a text. Over 4,096 UTF-16 units it goes out in parts, as Telegram's clients do."""
        chat = self._chat(person, chat_id)
        content: dict[str, Any] = dict(extra or {})
        if reply_to is not None:
            content["reply_to_message"] = _quoted(chat, reply_to)
        return [self._send(person, chat, {**content, **_text_fields(part)}) for part in parts(text)]

    def forward(
        self,
        person: Person | int,
        text: str,
        *,
        source: str = "Crypto Wire",
        kind: str = "channel",
        username: str = "crypto_wire",
        chat_id: int | None = None,
    ) -> list[Message]:
        """Forward what `source` wrote: a channel (with a name of its own, or ""), chat, user, hidden_user."""
        told = origin(kind, source, username=username)
        return self.say(person, text, chat_id=chat_id, extra={"forward_origin": told})

    def photo(
        self,
        person: Person | int,
        *,
        caption: str = "",
        content: bytes = PIXELS,
        chat_id: int | None = None,
        reply_to: int | None = None,
        extra: dict[str, Any] | None = None,
    ) -> Message:
        """Send a picture; the bot can fetch `content` through getFile."""
        chat = self._chat(person, chat_id)
        stored = self._bot.files.keep(content, name="photo.png", mime_type="image/png")
        fields = {"photo": stored.as_photo(), **_caption_fields(caption), **(extra or {})}
        if reply_to is not None:
            fields["reply_to_message"] = _quoted(chat, reply_to)
        return self._send(person, chat, fields)

    def album(
        self, person: Person | int, *, count: int = 3, caption: str = "", chat_id: int | None = None
    ) -> list[Message]:
        """Send several pictures at once, the caption under the first, as clients do."""
        number = {"media_group_id": str(next(ALBUMS))}
        captions = [caption] + [""] * (count - 1)
        return [self.photo(person, caption=told, chat_id=chat_id, extra=number) for told in captions]

    def document(
        self,
        person: Person | int,
        *,
        name: str = "picture.png",
        mime_type: str = "image/png",
        caption: str = "",
        content: bytes = PIXELS,
        chat_id: int | None = None,
    ) -> Message:
        """Send a file, perhaps a picture that is not to be made smaller."""
        stored = self._bot.files.keep(content, name=name, mime_type=mime_type)
        fields = {"document": stored.as_document(), **_caption_fields(caption)}
        return self._send(person, self._chat(person, chat_id), fields)

    def sticker(self, person: Person | int, *, emoji: str = "👍") -> Message:
        stored = self._bot.files.keep(PIXELS, name="sticker.webp", mime_type="image/webp")
        sticker = {
            **stored.as_reference(),
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
        }
        return self._send(person, self._chat(person, None), {"sticker": sticker})

    def edit(self, person: Person | int, message_id: int, text: str) -> Message:
        """Change the text of an own message, or the caption of an own picture."""
        chat = self._chat(person, None)
        message = chat.message(message_id, missing="message to edit not found")
        if self._bot.is_own(message):
            raise bad_request("message can't be edited")
        changes = {"entities": None, **_text_fields(text)}
        if "text" not in message:
            changes = {"caption_entities": None, **_caption_fields(text)}
        changed = self._bot.change_message(chat, message, changes, edited=True)
        self._bot.queue.put("edited_message", changed, lane=chat.id)
        return changed

    def press(self, person: Person | int, message_id: int, data: str, *, chat_id: int | None = None) -> str:
        """Press a callback button, also one that an edit has taken away since; returns the query's id."""
        chat = self._chat(person, chat_id)
        message = chat.message(message_id, missing="message not found")
        press = self._bot.presses.add(chat.id, message_id, data)
        query = {
            "id": press.id,
            "from": self.person(person).as_user(),
            "message": message,
            "chat_instance": str(chat.id * 7919),
            "data": data,
        }
        self._bot.queue.put("callback_query", query, lane=chat.id)
        return press.id

    def vote(self, person: Person | int, message_id: int, options: list[int]) -> None:
        """Vote in a poll that the bot sent."""
        chat = self._chat(person, None)
        message = chat.message(message_id, missing="message not found")
        if "poll" not in message or message["poll"]["is_closed"]:
            raise bad_request("message has no open poll")
        _check_vote(message["poll"], options)
        poll = {**message["poll"], "total_voter_count": message["poll"]["total_voter_count"] + 1}
        poll["options"] = [
            {**option, "voter_count": option["voter_count"] + (number in options)}
            for number, option in enumerate(poll["options"])
        ]
        self._bot.change_message(chat, message, {"poll": poll}, edited=False)
        self._bot.queue.put("poll", poll, lane=chat.id)
        if not poll["is_anonymous"]:
            answer = {
                "poll_id": poll["id"],
                "user": self.person(person).as_user(),
                "option_ids": options,
                "option_persistent_ids": [poll["options"][number]["persistent_id"] for number in options],
            }
            self._bot.queue.put("poll_answer", answer, lane=chat.id)

    def block(self, person: Person | int) -> None:
        """From now on the bot's messages to the person are refused with 403."""
        self._set_blocked(person, before="member", after="kicked")

    def unblock(self, person: Person | int) -> None:
        self._set_blocked(person, before="kicked", after="member")

    def flood(self, count: int, *, text: str = "/start", people: int | None = None) -> list[int]:
        """Put `count` messages into the queue at once, of as many people (or of `people` in turn).

        Returns the message ids.
        """
        if not 1 <= count <= LARGEST_FLOOD or (people is not None and people < 1):
            raise bad_request(f"a flood has 1 to {LARGEST_FLOOD} messages of at least one person")
        crowd = [self._member_of_crowd(number) for number in range(min(people or count, count))]
        return [self.say(crowd[n % len(crowd)], text)[0]["message_id"] for n in range(count)]

    def raw_update(self, body: dict[str, Any]) -> int:
        """Put an update of any shape into the queue; returns its update id."""
        return self._bot.queue.put_raw(body)

    def _member_of_crowd(self, number: int) -> Person:
        known = self.people.get(CROWD_FROM + number)
        return known or self.person(Person(CROWD_FROM + number, f"Guest {number + 1}"))

    def _chat(self, reference: Person | int, chat_id: int | None) -> Chat:
        person = self.person(reference)
        if chat_id is not None and chat_id != person.id:
            return self._bot.find_chat(chat_id)
        chat = self._bot.chats.get(person.id)
        if chat is None:
            chat = self._bot.chats[person.id] = private_chat(person)
        return chat

    def _send(self, person: Person | int, chat: Chat, content: dict[str, Any]) -> Message:
        if chat.blocked:
            self.unblock(person)
        message = self._bot.add_message(chat, self.person(person).as_user(), content)
        kind = "channel_post" if chat.kind == "channel" else "message"
        self._bot.queue.put(kind, message, lane=chat.id)
        return message

    def _set_blocked(self, reference: Person | int, *, before: str, after: str) -> None:
        person, chat = self.person(reference), self._chat(reference, None)
        chat.blocked = after == "kicked"
        change = {
            "chat": chat.info,
            "from": person.as_user(),
            "date": int(time.time()),
            "old_chat_member": _membership(self._bot.user, before),
            "new_chat_member": _membership(self._bot.user, after),
        }
        self._bot.queue.put("my_chat_member", change, lane=chat.id)
        self._bot.feed.tell(chat.id, "blocked", blocked=chat.blocked)


def parts(text: str) -> list[str]:
    """The text in pieces of at most 4,096 UTF-16 units, cut at white space if some is near the end."""
    pieces, rest = [], text.strip()
    while len(rest) > LONGEST_TEXT // 2 and utf16.length(rest) > LONGEST_TEXT:
        end = utf16.cut(rest, LONGEST_TEXT)
        space = BREAK.search(rest, end - 512, end) if not rest[end].isspace() else None
        end = space.start() if space else end
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        pieces.append(rest)
    if not pieces:
        raise bad_request("message text is empty")
    return pieces


def _text_fields(text: str) -> dict[str, Any]:
    entities = with_found(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}


def _caption_fields(caption: str) -> dict[str, Any]:
    if not caption:
        return {}
    told = caption[: utf16.cut(caption, LONGEST_CAPTION)]
    entities = with_found(told, [])
    return {"caption": told, "caption_entities": entities} if entities else {"caption": told}


def _quoted(chat: Chat, message_id: int) -> Message:
    message = chat.message(message_id, missing="message to be replied not found")
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _check_vote(poll: dict[str, Any], options: list[int]) -> None:
    if not options or not all(0 <= number < len(poll["options"]) for number in options):
        raise bad_request("vote for an option of the poll")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise bad_request("the poll takes one option only")


def _membership(user: dict[str, Any], status: str) -> dict[str, Any]:
    member = {"user": user, "status": status}
    return {**member, "until_date": 0} if status == "kicked" else member
