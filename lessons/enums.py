"""Closed sets that more than one layer of the lessons speaks of."""

from botapp.enums import Language

LANGUAGES: tuple[str, ...] = tuple(Language.values)
