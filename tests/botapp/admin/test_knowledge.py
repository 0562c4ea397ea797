"""What an editor may do with terms and kinds of events: nothing that would leave a reader with chance."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import models
from django.test import Client
from django.urls import reverse

from botapp.models import EventKind, Term
from botapp.queries.knowledge import BACKGROUND, knowledge

pytestmark = pytest.mark.django_db
NEEDED = [(Term, field) for field in ("name", "meaning")] + [(EventKind, field) for field in BACKGROUND]
INVISIBLE = [
    "",
    "   ",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u2800",
    "\u3164",
    "\u200d\u2060",
    "\u202e\r\n\t",
]
WRITE_OR_SWITCH_OFF = {
    "ru": "Напишите это или выключите запись: этот текст получают и те, на чьём языке своего нет.",
    "uk": "Напишіть це або вимкніть запис: цей текст отримують і ті, чиєю мовою свого немає.",
    "en": "Write this or switch it off: readers whose own language lacks this text get this one.",
}
OPEN_AND_WRITE = {
    "ru": "Откройте запись и сначала напишите: название [ru], значение [ru].",
    "uk": "Відкрийте запис і спочатку напишіть: назва [ru], значення [ru].",
    "en": "Open it and write this first: name [ru], meaning [ru].",
}


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("grace", password="x"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def page(model: type[models.Model], name: str, *args: int) -> str:
    return reverse(f"admin:botapp_{model._meta.model_name}_{name}", args=args)


def saved(client: Client, row: Any, **changes: Any) -> dict[str, list[str]]:
    """A row's page posted with these changes; what it refuses, {} if it is saved."""
    address = page(type(row), "change", row.pk)
    form = client.get(address).context["adminform"].form
    values = {name: form[name].value() for name in form.fields} | changes
    sent = {name: value for name, value in values.items() if value not in (None, False)}
    return _refused(client.post(address, {k: "on" if v is True else v for k, v in sent.items()}))


def listed(client: Client, model: type[models.Model], **switches: bool) -> list[dict[str, list[str]]]:
    """The list posted with rows, by their slugs, switched on or off; what it refuses."""
    address = page(model, "changelist")
    formset = client.get(address).context["cl"].formset
    sent = {f"form-{name}": value for name, value in formset.management_form.initial.items()}
    for number, form in enumerate(formset.forms):
        sent |= {f"form-{number}-id": form.instance.pk, f"form-{number}-priority": "50"}
        if switches.get(form.instance.slug, form.instance.is_active):
            sent[f"form-{number}-is_active"] = "on"
    response = client.post(address, sent | {"_save": "Save"})
    return [] if response.status_code == 302 else list(filter(None, response.context["cl"].formset.errors))


def _refused(response: Any) -> dict[str, list[str]]:
    return {} if response.status_code == 302 else dict(response.context["adminform"].form.errors)


def a_term(slug: str, forms: str = "", *, is_active: bool = True, **values: str) -> Term:
    texts = {
        f"{field}_{code}": f"{slug} {code}" for field in ("name", "meaning") for code in ("ru", "uk", "en")
    }
    return Term.objects.create(slug=slug, is_active=is_active, forms_ru=forms, **{**texts, **values})


@pytest.mark.parametrize("model", [Term, EventKind])
def test_everything_that_is_shipped_can_be_saved(editor: Client, model: type[models.Model]) -> None:
    for row in model.objects.all()[::4]:
        assert saved(editor, row) == {}, row.slug


@pytest.mark.parametrize(("model", "field"), NEEDED)
def test_what_is_in_use_keeps_its_text_in_the_default_language(
    editor: Client, model: Any, field: str
) -> None:
    row = model.objects.first()
    for language, said in WRITE_OR_SWITCH_OFF.items():
        editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        assert saved(editor, row, **{f"{field}_ru": ""}) == {f"{field}_ru": [said]}
    assert saved(editor, row, **{f"{field}_ru": "", "is_active": False}) == {}


@pytest.mark.parametrize("model", [Term, EventKind])
def test_a_language_without_a_text_gets_the_default_one(editor: Client, model: Any) -> None:
    row = model.objects.get(slug="stablecoin" if model is Term else "hack")
    assert saved(editor, row, name_uk="", name_en="", name_ru="Имя") == {}
    for language in ("ru", "uk", "en"):
        known = knowledge(language)
        terms = {term.slug: term.name for term in known.terms}
        kinds = {kind.slug: kind.background.name for kind in known.events}
        assert (terms if model is Term else kinds)[row.slug] == "Имя"


@pytest.mark.parametrize("text", INVISIBLE)
def test_a_text_that_nobody_sees_is_none(editor: Client, text: str) -> None:
    row = Term.objects.get(slug="stablecoin")
    assert list(saved(editor, row, meaning_ru=text)) == ["meaning_ru"]


def test_what_is_pasted_is_kept_as_it_is_seen(editor: Client) -> None:
    row = a_term("zeta")
    assert (
        saved(
            editor,
            row,
            forms_ru="\ufeffзе\u00adта\r\n\u200b\r\nзе\u200bтка",
            meaning_ru=" Да\u00a0👍🏽\u200b ",
        )
        == {}
    )
    row.refresh_from_db()
    assert row.forms_ru == "зета\n\nзетка"
    assert row.meaning_ru == "Да\u00a0👍🏽"


@pytest.mark.parametrize("model", [Term, EventKind])
def test_a_draft_is_not_taken_into_use_from_the_list(editor: Client, model: Any) -> None:
    model.objects.exclude(slug__in=("stablecoin", "hack")).delete()
    draft = model.objects.create(slug="draft", is_active=False, name_uk="Назва")
    assert listed(editor, model) == []
    (refused,) = listed(editor, model, draft=True)
    assert "Open it and write this first: name [ru], " in refused["is_active"][0]
    assert not model.objects.get(pk=draft.pk).is_active


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_the_list_names_what_is_missing(editor: Client, language: str) -> None:
    Term.objects.all().delete()
    Term.objects.create(slug="draft", is_active=False)
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    assert listed(editor, Term, draft=True) == [{"is_active": [OPEN_AND_WRITE[language]]}]


def test_an_old_row_without_texts_holds_up_no_other(editor: Client) -> None:
    Term.objects.all().delete()
    a_term("alpha", name_ru="")
    a_term("beta")
    assert listed(editor, Term, beta=False) == []
    assert not Term.objects.get(slug="beta").is_active


TAKEN = [
    ("forms_ru", "БИТКОИН"),
    ("forms_en", "something\nbitcoins"),
    ("forms_uk", "біткоїну"),
    ("forms_ru", "биткоином"),  # a form of the word that the look-up knows by itself
    ("name_en", "Bitcoin"),
    ("name_uk", "«Біткоїн»"),
    ("ticker", "BTC"),
    ("forms_en", "btc"),
]


@pytest.mark.parametrize(("field", "text"), TAKEN)
def test_a_spelling_of_another_term_is_refused_with_its_name(editor: Client, field: str, text: str) -> None:
    Term.objects.filter(slug="bitcoin").update(name_en="Coin of bits")
    spelling = text.splitlines()[-1]
    said = f"The term “Coin of bits” has this already: {spelling}. A spelling leads to one term only."
    assert saved(editor, a_term("zeta"), **{field: text}) == {field: [said]}


SAID = {
    "ru": "Это уже есть у термина «альфа»: зета, зетка. Написание ведёт только к одному термину.",
    "uk": "Це вже є в терміна «альфа»: зета, зетка. Написання веде лише до одного терміна.",
    "en": "The term “альфа” has this already: зета, зетка. A spelling leads to one term only.",
}


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_the_refusal_is_told_once_a_field(editor: Client, language: str) -> None:
    names = {f"name_{code}": "альфа" for code in ("ru", "uk", "en")}
    a_term("alpha", "зета\nзетка", **names)
    other = a_term("beta")
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    assert saved(editor, other, forms_ru="зета\nиное\nзетка") == {"forms_ru": [SAID[language]]}


def test_a_term_may_repeat_its_own_spelling_in_each_language(editor: Client) -> None:
    assert saved(editor, a_term("zeta"), forms_ru="зета", forms_uk="зета\nЗета", forms_en="zeta") == {}


def test_what_is_switched_off_gives_its_spellings_to_another(editor: Client) -> None:
    Term.objects.all().delete()
    old = a_term("alpha", "зета", is_active=False)
    assert saved(editor, a_term("beta"), forms_ru="зета") == {}
    (refused,) = listed(editor, Term, alpha=True)
    assert "The term “beta en” has this already: зета." in refused["is_active"][0]
    assert listed(editor, Term, alpha=True, beta=False) == []
    old.refresh_from_db()
    assert old.is_active


def test_two_terms_of_one_spelling_do_not_come_into_use_at_once(editor: Client) -> None:
    Term.objects.all().delete()
    a_term("alpha", "зета", is_active=False)
    a_term("beta", "зета", is_active=False)
    assert len(listed(editor, Term, alpha=True, beta=True)) == 2
    assert not Term.objects.filter(is_active=True).exists()


def test_a_term_of_another_page_of_the_list_counts_too(editor: Client) -> None:
    for number in range(100):
        a_term(f"a{number}", is_active=False)
    a_term("a", "биткоин", is_active=False)
    (refused,) = listed(editor, Term, a=True)
    assert "биткоин" in refused["is_active"][0]


@pytest.mark.parametrize(
    ("ticker", "said"),
    [("btc$$", "Capital letters and digits only."), ("btc", "Capital letters and digits only.")],
)
def test_a_ticker_is_told_its_own_fault_before_whose_it_is(editor: Client, ticker: str, said: str) -> None:
    assert saved(editor, a_term("zeta"), ticker=ticker) == {"ticker": [said]}


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u200e", "\u200f", "\u2067", "\u200b", "\u202e\u202c"])
def test_a_hidden_mark_leaves_no_hole_in_a_word(editor: Client, mark: str) -> None:
    row = a_term("zeta")
    assert saved(editor, row, name_ru=f"Мон{mark}еты и{mark} банки") == {}
    row.refresh_from_db()
    assert row.name_ru == "Монеты и банки"


def test_a_meaning_is_written_in_a_box_and_kept_as_one_line(editor: Client) -> None:
    row = a_term("zeta")
    html = editor.get(page(Term, "change", row.pk)).content.decode()
    for code in ("ru", "uk", "en"):
        assert re.search(rf'<textarea name="meaning_{code}"[^>]* maxlength="300"', html)
    assert saved(editor, row, meaning_ru="Первая.\r\n  Вторая.") == {}
    row.refresh_from_db()
    assert row.meaning_ru == "Первая. Вторая."
