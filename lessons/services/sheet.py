"""A mapping read from a file, which complains with the name of the file and the place in it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import yaml

from lessons.enums import LANGUAGES
from lessons.exceptions import ManuscriptError

Texts = Mapping[str, str]  # language code → text, every language present

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,49}")


class Sheet:
    """Strict reading of one mapping. Every method raises ManuscriptError on what it can't accept."""

    def __init__(self, values: Any, place: str) -> None:
        self.place = place
        if not isinstance(values, dict):
            self.fail("a list of 'name: value' lines is expected here.")
        self._values: dict[str, Any] = values

    @classmethod
    def of_file(cls, path: Path) -> "Sheet":
        """The mapping a YAML file holds."""
        return cls(parse_yaml(read_file(path), place=name_of(path)), name_of(path))

    def fail(self, complaint: str) -> NoReturn:
        raise ManuscriptError(f"{self.place}: {complaint}")

    def text(self, name: str, *, limit: int | None = None) -> str:
        """A text that is there and not longer than `limit` characters."""
        value = self._values.get(name)
        if not isinstance(value, str) or not value.strip():
            self.fail(f"{name!r} is missing or not a text.")
        value = value.strip()
        if limit and len(value) > limit:
            self.fail(f"{name!r} has {len(value)} characters, at most {limit} are allowed.")
        return value

    def texts(self, name: str, *, limit: int) -> Texts:
        """One text a language."""
        return self.sheet(name).languages(limit=limit)

    def languages(self, *, limit: int) -> Texts:
        """This mapping read as one text a language."""
        missing = [language for language in LANGUAGES if not self._values.get(language)]
        if missing:
            self.fail(f"language {', '.join(missing)} is missing.")
        return {language: self.text(language, limit=limit) for language in LANGUAGES}

    def slug(self, name: str) -> str:
        """A stable name: small Latin letters, digits, hyphens, underscores; at most 50."""
        value = self.text(name)
        if not _SLUG.fullmatch(value):
            self.fail(f"{name!r} must be small Latin letters, digits and hyphens, not {value!r}.")
        return value

    def flag(self, name: str) -> bool:
        """True or false; absent is false."""
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            self.fail(f"{name!r} must be true or false.")
        return value

    def number(self, name: str) -> int:
        value = self._values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.fail(f"{name!r} must be a whole number from 0.")
        return value

    def sheet(self, name: str) -> "Sheet":
        return Sheet(self._values.get(name), f"{self.place}, {name}")

    def items(self, name: str) -> list[Any]:
        """A list with at least one item."""
        value = self._values.get(name)
        if not isinstance(value, list) or not value:
            self.fail(f"{name!r} must be a list with at least one item.")
        return value

    def sheets(self, name: str) -> list["Sheet"]:
        """A list of mappings; complaints number them from 1."""
        return [
            Sheet(item, f"{self.place}, {name} {number}")
            for number, item in enumerate(self.items(name), start=1)
        ]


def read_file(path: Path) -> str:
    """The whole of a UTF-8 file."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ManuscriptError(f"{name_of(path)}: this file is missing.") from error
    except UnicodeDecodeError as error:
        raise ManuscriptError(f"{name_of(path)}: save this file as UTF-8.") from error


def parse_yaml(text: str, *, place: str) -> Any:
    """What `text` says. `place` names the file in a complaint."""
    try:
        return yaml.load(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        cure = "this can't be read; put a text that holds a colon into quotes."
        raise ManuscriptError(f"{place}: {line}{cure}") from error


def name_of(path: Path) -> str:
    """A file's name with the two folders above it: enough to find it, no path of a machine."""
    return "/".join(path.parts[-3:])
