"""In which language a program is answered."""

from collections.abc import Mapping
from typing import Any, cast

from django.utils.translation import activate, get_language

from botapp.ai import base
from botapp.enums import Language
from botapp.queries.people import PersonFacts


def spoken(person: PersonFacts | None) -> base.Language:
    """The person's, else the one that Accept-Language asks for, else Russian."""
    if person:
        return person.language
    asked = (get_language() or "")[:2]
    return cast(base.Language, asked if asked in Language.values else Language.RUSSIAN.value)


def speak(body: Any) -> None:
    """Refuse in the `language` of this body, if it has a valid one, whatever Accept-Language says.

    For the rest of the request: the next one begins with the language of its own headers.
    """
    asked = body.get("language") if isinstance(body, Mapping) else None
    if isinstance(asked, str) and asked in Language.values:
        activate(asked)
