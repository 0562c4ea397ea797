"""The material of lessons: whole, in three languages, and each lesson found again by its title."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from botapp.ai.lesson import Material, as_explanation, as_material, parsed, written
from botapp.ai.sentences import split
from botapp.enums import Level
from botapp.queries import topics
from botapp.queries.topics import Place
from tests.botapp.content.test_content import ADVICE, CYRILLIC, FOREIGN, LOOKALIKE, STRAIGHT, WITHOUT_YO

LANGUAGES = ("ru", "uk", "en")
SLUGS = ("crypto_basics", "trading", "web3", "ai", "defi", "nft", "security", "tokenomics")
PLACES = [Place(slug, level) for slug in SLUGS for level in Level.values]

each_lesson = pytest.mark.parametrize("place", PLACES, ids=[f"{p.topic}-{p.level}" for p in PLACES])


def texts(known: Material) -> Iterator[str]:
    yield from (known.title, known.content, known.example, known.question, known.answer)
    yield from known.key_points


def test_there_are_eight_topics_at_four_levels() -> None:
    assert tuple(topics.names("en")) == SLUGS
    assert len(PLACES) == 32


@each_lesson
def test_a_lesson_is_whole_in_each_language(place: Place) -> None:
    for language in LANGUAGES:
        known = topics.material(place, language)
        assert 4 <= len(split(known.content)) <= 6, (language, split(known.content))
        assert 3 <= len(known.key_points) <= 4
        assert known.example
        assert known.answer
        assert known.question.endswith("?")
        assert 1 <= len(known.next_topics) <= 3
        assert known.title not in known.next_topics


@each_lesson
def test_texts_are_native_and_typeset(place: Place) -> None:
    for language in LANGUAGES:
        for text in texts(topics.material(place, language)):
            assert len(text) <= 1200
            assert not LOOKALIKE.search(text), text
            assert not STRAIGHT.search(text), text
            assert language == "en" or not FOREIGN[language].search(text), text
            assert language != "en" or not CYRILLIC.search(text), text
            assert not ADVICE.search(text), text


@each_lesson
def test_material_survives_being_written_and_read(place: Place) -> None:
    for language in LANGUAGES:
        known = topics.material(place, language)
        assert parsed(written(known)) == known
        assert as_material(as_explanation(known)) == known


@each_lesson
def test_statements_rest_on_the_sentence_they_name(place: Place) -> None:
    for language in LANGUAGES:
        text = written(topics.material(place, language))
        sentences = split(text)
        shown = as_explanation(parsed(text))
        for statement in (*shown.what_happened, *shown.why_it_matters):
            assert statement.text in sentences[statement.source_sentence - 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_names_one_lesson(language: str) -> None:
    titles = [topics.material(place, language).title for place in PLACES]
    assert [title for title, times in Counter(titles).items() if times > 1] == []
    assert [topics.place_of(title, language) for title in titles] == PLACES
    assert all(len(title) <= 64 for title in titles)


@pytest.mark.parametrize(
    ("language", "title", "place"),
    [
        ("ru", "Составность и невидимый долг", Place("defi", "expert")),
        ("uk", "Складеність і невидимий борг", Place("defi", "expert")),
        ("ru", "Ликвидность, отмывание объема и займы", Place("nft", "advanced")),
        ("ru", "Откуда берется доход токена", Place("tokenomics", "advanced")),
        ("ru", " что такое  NFT ", Place("nft", "beginner")),
        ("uk", "П'ять звичок, що бережуть монети", Place("security", "beginner")),
        ("en", "Defi – Finance without a bank counter.", Place("defi", "beginner")),
    ],
)
def test_a_title_of_before_still_finds_its_lesson(language: str, title: str, place: Place) -> None:
    assert topics.place_of(title, language) == place


@pytest.mark.parametrize("title", ["", "?", "Как сварить суп", "Что такое"])
def test_what_was_never_a_title_finds_no_lesson(title: str) -> None:
    assert topics.place_of(title, "ru") is None


def test_numbers_agree_between_languages() -> None:
    """Digits are written alike but for grouping: 173,600 is 173 600."""
    for place in PLACES:
        found = {
            language: Counter(
                re.sub(r"\D", "", number)
                for text in texts(topics.material(place, language))
                for number in re.findall(r"\d[\d\s.,]*", text)
            )
            for language in LANGUAGES
        }
        assert found["ru"] == found["uk"] == found["en"], (place, found)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("defi", "defi"),
        ("DeFi", "defi"),
        ("crypto_basics", "crypto_basics"),
        ("crypto basics", "crypto_basics"),
        ("основы криптовалют", "crypto_basics"),
        ("как работает блокчейн", "crypto_basics"),
        ("пули ліквідності", "defi"),
        ("order books and limit orders", "trading"),
        ("нейросети", "ai"),
        ("штучний інтелект", "ai"),
        ("how to avoid phishing", "security"),
        ("вестинг и разлоки", "tokenomics"),
        ("невзаимозаменяемые токены", "nft"),
        ("Web 3", "web3"),
        ("painting horses", ""),
        ("aisle", ""),
        ("", ""),
    ],
)
def test_free_words_find_the_nearest_topic(words: str, topic: str) -> None:
    assert topics.nearest(words) == topic


@pytest.mark.parametrize(
    ("words", "level", "rest"),
    [
        ("defi beginner", "beginner", "defi"),
        ("Expert nft", "expert", "nft"),
        ("defi продвинутый", "advanced", "defi"),
        ("початковий web3", "beginner", "web3"),
        ("defi", "", "defi"),
        ("expertise in defi", "", "expertise in defi"),
        ("", "", ""),
    ],
)
def test_a_level_is_told_from_the_topic(words: str, level: str, rest: str) -> None:
    assert topics.level_in(words) == (level, rest)


def test_a_lesson_says_whom_an_upgradable_contract_makes_you_trust() -> None:
    known = topics.material(Place("web3", "expert"), "ru")
    assert "а с обновляемым приходится доверять тому, кто держит ключ обновления" in known.content


def test_composability_is_called_by_its_name() -> None:
    titles = [topics.material(Place("defi", "expert"), language).title for language in LANGUAGES]
    assert titles[:2] == ["Компонуемость и невидимый долг", "Компонованість і невидимий борг"]


def test_russian_lessons_are_written_with_the_letter_that_the_interface_uses() -> None:
    said = " ".join(text for place in PLACES for text in texts(topics.material(place, "ru")))
    assert re.findall(WITHOUT_YO, said) == []


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("DeFi!", "defi"),
        ("about DeFi", "defi"),
        ("урок про DeFi", "defi"),
        ("a lesson on the crypto basics", "crypto_basics"),
        ("NFTs", "nft"),
        ("ИИ", "ai"),
        ("крипта", "crypto_basics"),
        ("crypto", "crypto_basics"),
        ("crypto_basics", "crypto_basics"),
        ("web3.0", "web3"),
        ("Web 3.0?", "web3"),
        ("трейдинг для новичка", "trading"),
    ],
)
def test_a_topic_is_named_whatever_stands_around_its_name(words: str, topic: str) -> None:
    assert topics.nearest(words) == topic
    assert topics.is_named(words, topic)


@pytest.mark.parametrize("words", ["lending and yield farming", "DeFi for my dog", "about", "!"])
def test_other_words_do_not_name_a_topic(words: str) -> None:
    assert not topics.is_named(words, "defi")
