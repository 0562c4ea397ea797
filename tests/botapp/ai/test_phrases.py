import dataclasses
import string
from collections.abc import Iterator
from typing import get_args

import pytest

from botapp.ai.base import Language
from botapp.ai.offline.phrases import PHRASES, Phrases
from botapp.ai.offline.red_flags import Sign


def lines(phrases: Phrases) -> Iterator[str]:
    for field in dataclasses.fields(phrases):
        value = getattr(phrases, field.name)
        yield from (
            [value] if isinstance(value, str) else value.values() if hasattr(value, "values") else value
        )


def gaps(phrases: Phrases) -> list[set[str | None]]:
    return [{name for _, name, _, _ in string.Formatter().parse(line) if name} for line in lines(phrases)]


def test_every_language_has_all_phrases():
    assert set(PHRASES) == set(get_args(Language))
    for phrases in PHRASES.values():
        assert set(phrases.signs) == set(get_args(Sign))
        assert all(line.strip() for line in lines(phrases))
        assert gaps(phrases) == gaps(PHRASES["en"])


@pytest.mark.parametrize(
    ("language", "letters", "foreign"), [("ru", "ы", "іїєґ"), ("uk", "і", "ыэъё"), ("en", "e", "иіа")]
)
def test_the_phrases_of_a_language_are_in_it(language, letters, foreign):
    written = " ".join(lines(PHRASES[language]))
    assert set(letters) <= set(written)
    assert not set(foreign) & set(written)


def test_no_phrase_is_left_in_another_language():
    together = [list(lines(phrases)) for phrases in PHRASES.values()]
    for translations in zip(*together, strict=True):
        assert len(set(translations)) == 3
