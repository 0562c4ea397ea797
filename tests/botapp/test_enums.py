"""The closed sets: the same words in the database, in the AI's types and in the settings."""

import re
from typing import get_args

import pytest
from django.conf import settings
from django.utils.translation import override

from botapp.ai import base
from botapp.enums import Depth, Language, PromptKind
from lessons.enums import LANGUAGES


def test_languages_are_the_same_for_people_providers_lessons_and_the_site():
    assert set(Language.values) == set(get_args(base.Language)) == set(LANGUAGES)
    assert Language.choices == settings.LANGUAGES


def test_depths_and_kinds_are_the_same_for_people_and_providers():
    assert set(Depth.values) == set(get_args(base.Depth))
    assert set(PromptKind.values) == set(get_args(base.Kind))


def test_a_language_calls_itself_by_its_own_name_whoever_reads():
    for reader in Language.values:
        with override(reader):
            assert [str(label) for label in Language.labels] == ["Русский", "Українська", "English"]


@pytest.mark.parametrize("choices", [Depth, PromptKind])
def test_what_depths_and_kinds_are_called_is_said_in_each_language(choices):
    said = {}
    for reader in Language.values:
        with override(reader):
            said[reader] = " ".join(map(str, choices.labels))
    assert said["en"].isascii()
    assert all(re.search("[а-яґєії]", said[reader]) for reader in ("ru", "uk"))
    assert len(set(said.values())) == 3


@pytest.mark.parametrize("choices", [Language, Depth, PromptKind])
def test_stored_words_fit_their_columns(choices):
    assert max(map(len, choices.values)) <= (2 if choices is Language else 8)
