"""The kinds of events that RVX is shipped with are told apart by the words of an item."""

import pytest

from botapp.ai.events import recognise
from tests.botapp.ai.kind_items import KIND_ITEMS
from tests.kit.knowledge import shipped_knowledge

KINDS = shipped_knowledge("en").events


def kind_of(text: str) -> str:
    found = recognise(text, KINDS)
    return found.slug if found else ""


def test_every_shipped_kind_has_its_items() -> None:
    assert set(KIND_ITEMS) == {kind.slug for kind in KINDS}


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@pytest.mark.parametrize("slug", KIND_ITEMS)
def test_an_item_of_each_kind_is_recognised(slug: str, language: str) -> None:
    assert kind_of(getattr(KIND_ITEMS[slug], language)) == slug


@pytest.mark.parametrize("slug", KIND_ITEMS)
def test_what_only_sounds_like_a_kind_is_not_taken_for_it(slug: str) -> None:
    assert kind_of(KIND_ITEMS[slug].near) != slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The attacker exploited a flaw and drained the pool with a flash loan.", "exploit"),
        ("Hackers got the private keys of an employee and drained the exchange.", "hack"),
        ("The court ruled that the exchange may keep its licence.", "lawsuit"),
        ("Bitcoin miners sell reserves three weeks after the halving.", "halving"),
        ("USDQ, a stablecoin, lost its peg after its issuer stopped redemption.", "depeg"),
        ("Хакеры взломали протокол через ошибку в смарт-контракте.", "exploit"),
        ("Хакеры взломали сервер биржи и украли ключи.", "hack"),
    ],
)
def test_kinds_that_share_words_are_told_apart(text: str, slug: str) -> None:
    assert kind_of(text) == slug
