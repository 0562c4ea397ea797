"""Which term a whole message names."""

from pathlib import Path

import pytest

from botapp.models import Term
from botapp.queries.glossary import named
from botapp.services.content import load_content


@pytest.fixture
def glossary(db):
    load_content(Path("botapp/content"))


def test_every_name_ticker_and_spelling_is_found_by_whoever_reads(glossary):
    missing = [
        (language, word)
        for term in Term.objects.filter(is_active=True)
        for word in (term.ticker, *term.forms_ru.splitlines(), *term.forms_uk.splitlines())
        for language in ("ru", "uk", "en")
        if word and named(word, language=language) is None
    ]
    assert missing == []


def test_each_name_leads_to_its_own_term(glossary):
    for term in Term.objects.filter(is_active=True):
        for language in ("ru", "uk", "en"):
            found = named(getattr(term, f"name_{language}"), language=language)
            assert found
            assert found.slug == term.slug


@pytest.mark.parametrize("text", ["", "?!", "BTC up", "to the moon", "btc " * 40, "стейкинг эфира вырос"])
def test_what_says_more_or_nothing_names_none(glossary, text):
    assert named(text, language="ru") is None


def test_an_edit_of_staff_shows_at_once(glossary):
    assert named("quux", language="en") is None
    Term.objects.filter(slug="staking").update(forms_en="quux")
    found = named("Quux", language="en")
    assert found
    assert found.slug == "staking"
    Term.objects.filter(slug="staking").update(is_active=False)
    assert named("quux", language="en") is None


def test_a_name_in_the_readers_language_comes_before_another_terms_spelling(glossary):
    Term.objects.filter(slug="airdrop").update(forms_ru="стейкинг")
    found = named("стейкинг", language="ru")
    assert found
    assert found.slug == "staking"
