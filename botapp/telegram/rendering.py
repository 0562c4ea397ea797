"""Templates as messages: the only place that turns words into what Telegram takes.

A template is Telegram HTML (<b> <i> <u> <s> <code> <pre> <a href> <blockquote expandable>); values are
escaped by Django. A <blockquote cite> holds the words of somebody else, which are shown as they are. Lines
mean lines: indentation is dropped, a line that holds nothing but silent tags
({% if %}, {% for %}, {% load %} …) vanishes with its end, more than one empty line becomes one.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.template import Origin
from django.template.backends.django import DjangoTemplates
from django.template.loaders.filesystem import Loader as FilesystemLoader

from botapp.telegram.markup import Marked, read, split
from botapp.telegram.spacing import unbroken

_SILENT = "load|if|elif|else|endif|for|empty|endfor|with|endwith|comment|endcomment|autoescape|endautoescape"
_SILENT_LINE = re.compile(
    rf"^[ \t]*(?:(?:\{{%-?\s*(?:{_SILENT})\b[^%]*%\}}|\{{#[^#]*#\}})[ \t]*)+\n", re.MULTILINE
)

SHORT = 2_000  # characters of HTML: what is longer is an answer, and comes once

# The line end before a quote's end would show as an empty line.
_QUOTE_END = re.compile(r"\s+</blockquote>")


class Loader(FilesystemLoader):
    """Templates without the lines that hold nothing but silent tags, and without their last line end."""

    def get_contents(self, origin: Origin) -> str:
        return _SILENT_LINE.sub(_only_tags, str(super().get_contents(origin))).rstrip()


def _only_tags(line: re.Match[str]) -> str:
    return line.group().strip()


def render(template: str, context: Mapping[str, Any] | None = None) -> list[Marked]:
    """The messages of templates/telegram/<template>.html in the active language, at least one.

    Raises ValueError if nothing is left to send, django.template's errors for a broken template.
    """
    html = _engine().get_template(f"telegram/{template}.html").render(dict(context or {}))
    messages = _short_messages(html) if len(html) <= SHORT else _messages(html)
    if not messages:
        raise ValueError(f"The template {template} rendered to nothing.")
    return list(messages)


def _messages(html: str) -> tuple[Marked, ...]:
    return tuple(split(unbroken(read(_QUOTE_END.sub("</blockquote>", html)))))


@lru_cache(maxsize=1024)
def _short_messages(html: str) -> tuple[Marked, ...]:
    """Menus and greetings come again and again; reading HTML takes twice as long as rendering it."""
    return _messages(html)


@cache
def _engine() -> DjangoTemplates:
    directories = settings.TEMPLATES[0]["DIRS"]
    loader = (f"{__name__}.Loader", directories)
    return DjangoTemplates(
        {
            "NAME": "telegram",
            "DIRS": [],
            "APP_DIRS": False,
            "OPTIONS": {
                "loaders": [("django.template.loaders.cached.Loader", [loader])],
                "builtins": ["django.templatetags.i18n"],
            },
        }
    )
