"""In which language a program is answered."""

from typing import cast

from django.utils.translation import get_language

from botapp.ai import base
from botapp.enums import Language
from botapp.queries.people import PersonFacts


def spoken(person: PersonFacts | None) -> base.Language:
    """The person's, else the one that Accept-Language asks for, else Russian."""
    if person:
        return person.language
    asked = (get_language() or "")[:2]
    return cast(base.Language, asked if asked in Language.values else Language.RUSSIAN.value)
