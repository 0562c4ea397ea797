"""The glossary and the kinds of events: one row, three languages."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from botapp.models import EventKind, Term
from tests.botapp.models.rows import refused

pytestmark = pytest.mark.django_db
LANGUAGES = ("ru", "uk", "en")


@pytest.mark.parametrize("model", [Term, EventKind])
def test_a_slug_stands_for_one_row(model):
    model.objects.create(slug="test-row")
    with refused("slug"):
        model.objects.create(slug="test-row")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_read_in_the_language_of_the_reader(language):
    texts = {f"name_{code}": f"Стейк {code}" for code in LANGUAGES}
    term = Term.objects.create(slug="test-row", **texts)
    with override(language):
        assert term.name == str(term) == f"Стейк {language}"


@pytest.mark.parametrize(
    ("written", "reader", "shown"),
    [
        ({"name_ru": "ру", "name_en": "en"}, "uk", "ру"),
        ({"name_ru": "", "name_en": "en"}, "uk", "en"),
        ({"name_ru": None, "name_en": "en"}, "uk", "en"),
        ({"name_ru": "ру"}, "en", "ру"),
        ({"name_en": "en"}, "ru", "en"),
        ({"name_uk": "ук"}, "uk", "ук"),
    ],
)
def test_a_missing_text_is_shown_in_russian_then_in_english(written, reader, shown):
    term = Term.objects.create(slug="test-row", **written)
    with override(reader):
        assert Term.objects.get(pk=term.pk).name == shown


def test_without_a_name_in_any_language_a_row_is_known_by_its_slug():
    for model in (Term, EventKind):
        row = model.objects.create(slug="test-row", name_uk="")
        with override("en"):
            assert str(row) == "test-row"


def test_writing_in_one_language_leaves_the_others_alone():
    term = Term.objects.create(slug="test-row", name_ru="ру", name_uk="ук", name_en="en")
    with override("uk"):
        term.name = "нове"
        term.save()
    term.refresh_from_db()
    assert (term.name_ru, term.name_uk, term.name_en) == ("ру", "нове", "en")


@pytest.mark.parametrize("ticker", ["btc", "B T", "BTC!", "БТЦ"])
def test_a_ticker_is_of_capital_letters_and_digits(ticker):
    with pytest.raises(ValidationError) as caught:
        Term(slug="test-row", ticker=ticker, name="x", meaning="y").full_clean()
    assert "ticker" in caught.value.message_dict


@pytest.mark.parametrize("ticker", ["", "BTC", "1INCH"])
def test_a_word_may_have_a_ticker(ticker):
    Term(slug="test-row", ticker=ticker, name="x", meaning="y").full_clean()


def test_a_new_row_is_in_use_and_belongs_to_staff():
    term = Term.objects.create(slug="test-row")
    kind = EventKind.objects.create(slug="test-row")
    assert (term.is_active, term.shipped_digest, term.ticker) == (True, "", "")
    assert (kind.is_active, kind.shipped_digest, kind.priority) == (True, "", 50)


def test_a_priority_is_not_negative():
    kind = EventKind.objects.create(slug="test-row")
    with refused("priority"):
        EventKind.objects.filter(pk=kind.pk).update(priority=-1)


def test_kinds_stand_by_priority_then_by_name():
    EventKind.objects.all().delete()
    for slug, priority in (("b", 50), ("a", 50), ("z", 90)):
        EventKind.objects.create(slug=slug, priority=priority)
    assert list(EventKind.objects.values_list("slug", flat=True)) == ["z", "a", "b"]


@pytest.mark.parametrize("model", [Term, EventKind])
def test_what_rvx_came_with_has_all_texts_in_all_languages(model):
    fields = [f"{name}_{code}" for name in ("name", "how_it_works", "meaning") for code in LANGUAGES]
    present = [field for field in fields if hasattr(model, field)]
    assert len(present) == 6
    empty = [
        (row["slug"], f) for row in model.objects.values("slug", *present) for f in present if not row[f]
    ]
    assert empty == []
