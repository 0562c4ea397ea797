"""What an editor may call a kind of event and know it by: nothing that another kind in use has."""

from typing import Any

import pytest
from django.test import Client

from botapp.models import EventKind
from tests.botapp.admin.test_knowledge import editor, listed, saved

__all__ = ["editor"]

pytestmark = pytest.mark.django_db
SAID = {
    "ru": "Это уже есть у вида «Взлом и кража»: взлом (взлом*). Слово-признак выдаёт только один вид.",
    "uk": "Це вже є у виду «Злам і крадіжка»: взлом (взлом*). Слово-ознака видає лише один вид.",
    "en": "The kind “Hack or theft” has this already: взлом (взлом*). A cue gives away one kind only.",
}
SHARED = [
    ("cues_ru", "Взлом*", "Взлом*"),
    ("cues_en", "взломали", "взломали (взлом*)"),
    ("cues_uk", "^взлом", "^взлом (взлом*)"),
    ("cues_ru", "иное слово\nвзломщик*\nвзлом", "взломщик*, взлом (взлом*)"),
]


def a_kind(slug: str, cues: str = "", *, is_active: bool = True, **values: str) -> EventKind:
    texts = ("name", "how_it_works", "who_is_touched", "what_next")
    written: dict[str, Any] = {
        f"{text}_{code}": f"{slug} {code}" for text in texts for code in ("ru", "uk", "en")
    }
    return EventKind.objects.create(slug=slug, is_active=is_active, cues_ru=cues, **{**written, **values})


@pytest.fixture
def hack() -> EventKind:
    kind = EventKind.objects.get(slug="hack")
    kind.name_ru, kind.name_uk, kind.name_en = "Взлом и кража", "Злам і крадіжка", "Hack or theft"
    kind.save()
    return kind


@pytest.mark.parametrize("language", SAID)
def test_a_cue_of_another_kind_is_refused_with_its_name(
    editor: Client, hack: EventKind, language: str
) -> None:
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    assert saved(editor, a_kind("zeta"), cues_ru="взлом") == {"cues_ru": [SAID[language]]}


@pytest.mark.parametrize(("field", "cues", "told"), SHARED)
def test_a_cue_is_the_same_in_whatever_case_and_language(
    editor: Client, hack: EventKind, field: str, cues: str, told: str
) -> None:
    (refused,) = saved(editor, a_kind("zeta"), **{field: cues})[field]
    assert refused == f"The kind “Hack or theft” has this already: {told}. A cue gives away one kind only."


def test_a_wide_cue_is_not_laid_over_those_of_others(editor: Client) -> None:
    refused = saved(editor, a_kind("zeta"), cues_ru="взло*")["cues_ru"]
    assert any("взло* (взлом*)" in said for said in refused)


@pytest.mark.parametrize("cue", ["взлом двери", "биржу … взлом", "ограбление"])
def test_a_longer_cue_with_words_of_anothers_is_ones_own(editor: Client, cue: str) -> None:
    kind = a_kind("zeta")
    assert saved(editor, kind, cues_ru=cue, cues_uk=cue) == {}


@pytest.mark.parametrize("name", ["Взлом и кража", " взлом  И КРАЖА "])
def test_two_kinds_in_use_have_two_names(editor: Client, hack: EventKind, name: str) -> None:
    said = "Another kind in use is called so already: hack. Readers could not tell them apart."
    assert saved(editor, a_kind("zeta"), name_ru=name) == {"name_ru": [said]}
    assert saved(editor, a_kind("eta"), name_ru=name, is_active=False) == {}


def test_a_fault_of_its_own_is_told_alone(editor: Client) -> None:
    (refused,) = saved(editor, a_kind("zeta"), cues_ru="взлом\n*взлом")["cues_ru"]
    assert "* stands at the end of a word." in refused


def test_a_kind_that_is_switched_off_gives_its_cues_free(editor: Client) -> None:
    EventKind.objects.all().delete()
    old = a_kind("alpha", "взлом*", is_active=False)
    assert saved(editor, a_kind("beta"), cues_ru="взлом") == {}
    (refused,) = listed(editor, EventKind, alpha=True)
    assert "The kind “beta en” has this already: взлом* (взлом)." in refused["is_active"][0]
    assert listed(editor, EventKind, alpha=True, beta=False) == []
    old.refresh_from_db()
    assert old.is_active
