"""Telegram's HTML: read as its server reads it, with the same complaints (byte offsets included)."""

import re
from dataclasses import dataclass
from typing import Any

from botapp.sandbox import utf16
from botapp.sandbox.errors import ApiError, bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)\s*(?:=\s*("[^"]*"?|'[^']*'?|[A-Za-z0-9.-]*))?""")
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
USER_LINK = re.compile(r"tg://user\?id=(\d+)")


@dataclass(slots=True)
class OpenTag:
    name: str
    argument: str
    offset: int
    start: int


def decode(text: str) -> str:
    """Replace the four named and all numeric references; everything else stays as it is."""
    return REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 else match.group()


class HtmlReader:
    """Turns marked-up text into plain text and entities; ApiError 400 for what Telegram refuses."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.pieces: list[str] = []
        self.units = 0
        self.open: list[OpenTag] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        while self.position < len(self.source):
            following = self.source.find("<", self.position)
            if following != self.position:
                self._take_text(following if following >= 0 else len(self.source))
            elif self.source.startswith("</", self.position):
                self._close_tag()
            else:
                self._open_tag()
        if self.open:
            raise self._refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def _take_text(self, end: int) -> None:
        text = decode(self.source[self.position : end])
        self.pieces.append(text)
        self.units += utf16.length(text)
        self.position = end

    def _open_tag(self) -> None:
        begin = self.position
        name_end = TAG_NAME.match(self.source, begin + 1).end()  # type: ignore[union-attr]  # matches nothing too
        if name_end == len(self.source):
            raise self._refusal("Unclosed start tag", begin)
        name = self.source[begin + 1 : name_end].lower()
        if name not in KINDS:
            raise self._refusal(f'Unsupported start tag "{name}"', begin)
        self.position = name_end
        argument = self._read_argument(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(OpenTag(name, argument, self.units, len(self.pieces)))

    def _read_argument(self, name: str, begin: int) -> str:
        """Walk over the attributes up to the closing bracket; the one that matters to `name` is returned."""
        argument = ""
        while True:
            while self._here().isspace():
                self.position += 1
            if self._here() == ">":
                self.position += 1
                return argument
            match = ATTRIBUTE.match(self.source, self.position)
            if match is None or not match.group(1):
                raise self._refusal(f'Empty attribute name in the tag "{name}"', begin)
            self.position = match.end()
            if self.position >= len(self.source):
                raise self._refusal("Unclosed start tag", begin)
            attribute, value = match.groups()
            if value and value[0] not in "\"'" and not (self._here().isspace() or self._here() == ">"):
                raise self._refusal("Unexpected end of name token", match.start(2))
            argument = self._meaning(name, attribute.lower(), value) or argument

    def _meaning(self, tag: str, attribute: str, raw: str | None) -> str:
        if raw is None:
            return "1" if (tag, attribute) == ("blockquote", "expandable") else ""
        value = decode(raw[1:-1]) if raw[:1] in ("'", '"') else raw.lower()
        match tag, attribute:
            case ("a", "href") | ("tg-emoji", "emoji-id"):
                return value
            case ("code", "class") if value.startswith("language-"):
                return value.removeprefix("language-")
            case ("span", "class") if value.startswith("tg-"):
                return value.removeprefix("tg-")
            case ("blockquote", "expandable"):
                return "1"
        return ""

    def _close_tag(self) -> None:
        begin = self.position
        if not self.open:
            raise self._refusal("Unexpected end tag", begin)
        name_end = TAG_NAME.match(self.source, begin + 2).end()  # type: ignore[union-attr]  # matches nothing too
        found = self.source[begin + 2 : name_end]
        self.position = name_end
        while self._here().isspace():
            self.position += 1
        if self._here() != ">":
            raise self._refusal("Unclosed end tag", begin)
        self.position += 1
        tag = self.open[-1]
        if found and found != tag.name:
            raise self._refusal("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{found}>"')
        self.open.pop()
        if self.units > tag.offset:
            self._add_entity(tag)

    def _add_entity(self, tag: OpenTag) -> None:
        entity: dict[str, Any] = {
            "offset": tag.offset,
            "length": self.units - tag.offset,
            "type": KINDS[tag.name],
        }
        if tag.name in ("code", "pre") and self._joins_code_and_pre(entity, tag):
            return
        if tag.name == "a" and not self._add_link(entity, tag):
            return
        if tag.name == "blockquote" and tag.argument:
            entity["type"] = "expandable_blockquote"
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.argument
        if tag.name == "code" and tag.argument:
            entity["language"] = tag.argument
        self.entities.append(entity)

    def _joins_code_and_pre(self, entity: dict[str, Any], tag: OpenTag) -> bool:
        """`<pre><code class="language-x">` is one entity: a pre with a language."""
        last = self.entities[-1] if self.entities else {}
        same_place = last.get("offset") == entity["offset"] and last.get("length") == entity["length"]
        if not same_place:
            return False
        if tag.name == "pre" and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
            return True
        if tag.name == "code" and last["type"] == "pre" and tag.argument:
            last["language"] = tag.argument
            return True
        return False

    def _add_link(self, entity: dict[str, Any], tag: OpenTag) -> bool:
        url = tag.argument or "".join(self.pieces[tag.start :])
        user = USER_LINK.fullmatch(url)
        if user:
            entity["type"] = "text_mention"
            entity["user"] = {"id": int(user.group(1)), "is_bot": False, "first_name": ""}
            return True
        entity["url"] = url if "://" in url else f"http://{url}/"
        return "." in url or "://" in url

    def _here(self) -> str:
        return self.source[self.position : self.position + 1]

    def _refusal(self, reason: str, begin: int | None = None, detail: str = "") -> ApiError:
        place = "" if begin is None else f" at byte offset {len(self.source[:begin].encode())}"
        return bad_request(f"can't parse entities: {reason}{place}{detail}")
