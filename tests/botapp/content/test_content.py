"""The texts that a newcomer meets first: whole, short, native, and no advice in them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from botapp.ai.offline.marks import MARKS
from botapp.ai.open_question import parsed

CONTENT = Path(__file__).parents[3] / "botapp" / "content"
LANGUAGES = ("ru", "uk", "en")
TERMS: list[dict[str, Any]] = yaml.load((CONTENT / "glossary.yaml").read_text("utf-8"), yaml.CSafeLoader)
KINDS: list[dict[str, Any]] = yaml.load((CONTENT / "event_kinds.yaml").read_text("utf-8"), yaml.CSafeLoader)

BACKGROUND = ("how_it_works", "who_is_touched", "what_next", "analogy", "example")
SENTENCES = {
    "how_it_works": (2, 5),
    "who_is_touched": (1, 3),
    "what_next": (1, 3),
    "analogy": (1, 2),
    "example": (1, 3),
}
LONGEST = {"meaning": 220, "background": 600, "question": 120, "name": 80, "cue": 40, "form": 80}
LONGEST |= {"analogy": 220, "example": 320}
ALSO_WORDS = {"SEC"}  # spelled in capitals, since the small letters are an everyday word
EVERYDAY = {
    "ru": "газ сеть мост ключ шорт шорты короткий длинный эфир узел стакан плечо повестка акция резерв "
    "оракул тон дай",
    "uk": "газ мережа міст ключ короткий довгий ефір вузол склянка плече порядок акція резерв оракул тон дай",
    "en": "gas network bridge key short long option link dot ton sol ada near etc apr yield bond leverage "
    "reserve custody settlement oracle stellar avalanche polygon ripple fed security stock node",
}
ADVICE = re.compile(
    r"\b(купите|покупайте|продайте|продавайте|инвестируйте|вкладывайте|стоит (?:купить|продать)|гарантируем"
    r"|купуйте|купіть|інвестуйте|вкладайте|варто (?:купити|продати)|гарантуємо"
    r"|buy now|sell now|you should (?:buy|sell|invest)|invest in|to the moon|we guarantee)\b",
    re.IGNORECASE,
)
FOREIGN = {"ru": re.compile("[іїєґ]", re.IGNORECASE), "uk": re.compile("[ыэъё]", re.IGNORECASE)}
CYRILLIC = re.compile("[а-яёіїєґ]", re.IGNORECASE)
LOOKALIKE = re.compile(r"[а-яёіїєґ][a-z]|[a-z][а-яёіїєґ]", re.IGNORECASE)
WITHOUT_YO = re.compile(
    r"\b(?:ее|еще|нее|счет|учет|отчет\w*|кошелек|объем\w*|твердым|заем\w*|заемщик\w*|платежным|путем"
    r"|(?:бер|да|жд|ид|раста|раст|оста|отда|переда|вед|жив|созда)ет(?:ся)?)\b",
    re.IGNORECASE,
)
STRAIGHT = re.compile(r"""["]|(?<=\w)'(?=\w)""")


def texts() -> Iterator[tuple[str, str, str]]:
    """Every text that people read: (where it stands, language, text)."""
    for term in TERMS:
        for language in LANGUAGES:
            yield f"{term['slug']}.name", language, term["name"][language]
            yield f"{term['slug']}.meaning", language, term["meaning"][language]
    for kind in KINDS:
        for language in LANGUAGES:
            yield f"{kind['slug']}.name", language, kind["name"][language]
            for field in BACKGROUND:
                yield f"{kind['slug']}.{field}", language, kind[field][language]
            for question in kind["questions"][language]:
                yield f"{kind['slug']}.questions", language, parsed(question).text


def spellings() -> Iterator[tuple[str, str, str]]:
    """Every spelling by which a term is found: (slug, language, spelling)."""
    for term in TERMS:
        for language in LANGUAGES:
            for form in term["forms"][language]:
                yield term["slug"], language, form


def cues() -> Iterator[tuple[str, str, str]]:
    """Every cue of a kind of event: (slug, language, cue)."""
    for kind in KINDS:
        for language in LANGUAGES:
            for cue in kind["cues"][language]:
                yield kind["slug"], language, cue


def answers() -> Iterator[tuple[str, str, str]]:
    """Every cue that answers a question of a kind of event: (slug, language, cue)."""
    for kind in KINDS:
        for language in LANGUAGES:
            for question in kind["questions"][language]:
                for cue in parsed(question).cues:
                    yield f"{kind['slug']}.questions", language, cue


def repeated(things: list[str]) -> list[str]:
    return [thing for thing, times in Counter(things).items() if times > 1]


def test_the_glossary_is_large_enough_and_its_slugs_are_unique() -> None:
    assert len(TERMS) >= 60
    assert repeated([term["slug"] for term in TERMS]) == []
    assert [term["slug"] for term in TERMS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term["slug"])] == []


def test_every_term_is_whole_in_three_languages() -> None:
    for term in TERMS:
        assert set(term) == {"slug", "ticker", "name", "meaning", "forms"}, term["slug"]
        for field in ("name", "meaning", "forms"):
            assert set(term[field]) == set(LANGUAGES), (term["slug"], field)
            assert all(term[field].values()), (term["slug"], field)


def test_tickers_are_capitals_and_belong_to_one_asset() -> None:
    tickers = [term["ticker"] for term in TERMS if term["ticker"]]
    assert len(tickers) >= 15
    assert {"BTC", "ETH", "USDT", "USDC", "TON"} <= set(tickers)
    assert [ticker for ticker in tickers if not re.fullmatch("[A-Z0-9]{2,12}", ticker)] == []
    assert repeated(tickers) == []


def test_a_meaning_fits_on_a_phone() -> None:
    for where, language, text in texts():
        if where.endswith(".meaning"):
            assert 40 <= len(text) <= LONGEST["meaning"], (where, language, len(text))
            assert len(re.findall(r"[.!?](?:\s|$)", text)) <= 2, (where, language)


def test_a_meaning_does_not_explain_a_term_by_itself() -> None:
    concepts = (term for term in TERMS if not term["ticker"])
    circular = [
        (term["slug"], language, form)
        for term in concepts
        for language in LANGUAGES
        for form in term["forms"][language]
        if re.search(rf"(?<!\w){re.escape(form.lower())}(?!\w)", term["meaning"][language].lower())
    ]
    assert circular == []


def test_a_spelling_belongs_to_one_term_only() -> None:
    owner: dict[str, str] = {}
    for slug, language, form in spellings():
        assert owner.setdefault(form.lower(), slug) == slug, (form, slug, owner[form.lower()], language)


def test_no_spelling_is_written_twice_in_a_language() -> None:
    for term in TERMS:
        for language in LANGUAGES:
            assert repeated(term["forms"][language]) == [], (term["slug"], language)


def test_spellings_are_lower_case_and_clean() -> None:
    for slug, language, form in spellings():
        assert form == form.lower() or form in ALSO_WORDS, (slug, form)
        assert form == " ".join(form.split()), (slug, language, form)
        assert 2 <= len(form) <= LONGEST["form"], (slug, form)
        assert "’" not in form, f"{form}: the matcher folds apostrophes, write the straight one"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_everyday_word_is_a_spelling(language: str) -> None:
    alone = {form for _, spoken, form in spellings() if spoken == language}
    assert alone.isdisjoint(EVERYDAY[language].split())


def test_names_alone_are_no_everyday_words_either() -> None:
    """A name counts as a spelling, so "bond" alone must not be one."""
    for term in TERMS:
        for language in LANGUAGES:
            assert term["name"][language].lower() not in EVERYDAY[language].split(), term["slug"]


def test_the_colloquial_words_of_the_street_are_known() -> None:
    owner = {form: slug for slug, _, form in spellings()}
    street = {
        "биток": "bitcoin",
        "биткойн": "bitcoin",
        "btc": "bitcoin",
        "курс эфира": "ethereum",
        "тезер": "tether",
    }
    assert {form: owner.get(form) for form in street} == street


def test_the_kinds_of_events_are_many_and_whole_in_three_languages() -> None:
    slugs = [kind["slug"] for kind in KINDS]
    assert len(slugs) >= 22
    assert repeated(slugs) == []
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z]+(_[a-z]+)*", slug)] == []
    for kind in KINDS:
        assert set(kind) == {"slug", "priority", "name", *BACKGROUND, "questions", "cues"}, kind["slug"]
        for field in ("name", *BACKGROUND, "questions", "cues"):
            assert set(kind[field]) == set(LANGUAGES), (kind["slug"], field)
            assert all(kind[field].values()), (kind["slug"], field)


def test_no_two_kinds_share_a_priority() -> None:
    priorities = [kind["priority"] for kind in KINDS]
    assert all(isinstance(priority, int) and 0 < priority <= 100 for priority in priorities)
    assert len(set(priorities)) == len(priorities)


@pytest.mark.parametrize("field", BACKGROUND)
def test_background_is_a_few_sentences(field: str) -> None:
    fewest, most = SENTENCES[field]
    for kind in KINDS:
        for language in LANGUAGES:
            text = kind[field][language]
            longest = LONGEST.get(field, LONGEST["background"])
            assert len(text) <= longest, (kind["slug"], language, len(text))
            assert fewest <= len(re.findall(r"[.!?](?:\s|$)", text)) <= most, (kind["slug"], language)


def test_background_makes_no_claim_about_a_year() -> None:
    dated = [
        (kind["slug"], f) for kind in KINDS for f in BACKGROUND if re.search(r"\b20\d\d\b", str(kind[f]))
    ]
    assert dated == []


def test_an_example_is_made_up_and_has_no_numbers() -> None:
    for kind in KINDS:
        for language in LANGUAGES:
            assert not re.search(r"\d", kind["example"][language]), (kind["slug"], language)


def test_questions_are_three_to_five_short_questions_in_each_language() -> None:
    for kind in KINDS:
        counts = {len(kind["questions"][language]) for language in LANGUAGES}
        assert len(counts) == 1, f"{kind['slug']}: a language asks more than another"
        assert counts <= {3, 4, 5}, kind["slug"]
        for language in LANGUAGES:
            for question in (parsed(line).text for line in kind["questions"][language]):
                assert question.endswith("?"), question
                assert len(question) <= LONGEST["question"], question
                assert question[0].isupper(), question


def test_every_question_has_cues_that_answer_it_in_each_language() -> None:
    for kind in KINDS:
        for language in LANGUAGES:
            for question in map(parsed, kind["questions"][language]):
                assert question.cues, (kind["slug"], question.text)
                assert repeated(list(question.cues)) == [], (kind["slug"], question.text)


def test_cues_that_answer_use_known_marks_and_no_stem_too_short() -> None:
    for slug, _, cue in answers():
        assert set(re.findall("<.*?>", cue)) <= set(MARKS), (slug, cue)
        assert cue == cue.lower(), (slug, cue)
        words = cue.split()
        shortest = 3 if len(words) == 1 else 2
        assert all(not w.endswith("*") or len(w) > shortest or w == "$0*" for w in words), (slug, cue)


def test_cues_are_lower_case_and_distinct() -> None:
    for slug, _, cue in cues():
        assert cue == cue.lower(), (slug, cue)
        assert cue == " ".join(cue.split()), (slug, cue)
        assert len(cue) <= LONGEST["cue"], (slug, cue)


def test_a_star_stands_at_the_end_of_a_stem_long_enough_to_mean_something() -> None:
    for slug, _, cue in cues():
        words = cue.split()
        assert all("*" not in word.removesuffix("*") for word in words), (slug, cue)
        for word in words:
            shortest = 4 if len(words) == 1 else 2
            assert not word.endswith("*") or len(word) > shortest, (slug, cue)


def test_every_kind_has_enough_cues_and_shares_none_with_another() -> None:
    owner: dict[str, str] = {}
    for kind in KINDS:
        for language in LANGUAGES:
            found = kind["cues"][language]
            assert 12 <= len(found) <= 30, (kind["slug"], language, len(found))
            assert repeated(found) == [], (kind["slug"], language)
    for slug, _, cue in cues():
        assert owner.setdefault(cue, slug) == slug, (cue, slug, owner[cue])


def test_no_text_holds_letters_of_the_neighbour_language() -> None:
    seen = [(where, text) for where, language, text in texts() if language in FOREIGN]
    assert seen
    for language, letters in FOREIGN.items():
        for where, spoken, text in (*texts(), *spellings(), *cues(), *answers()):
            assert spoken != language or not letters.search(text), (where, text)


def test_english_texts_are_in_latin_letters() -> None:
    for where, language, text in (*texts(), *spellings(), *cues(), *answers()):
        assert language != "en" or not CYRILLIC.search(text), (where, text)


def test_no_word_mixes_latin_and_cyrillic_letters() -> None:
    for where, _, text in (*texts(), *spellings(), *cues(), *answers()):
        assert not LOOKALIKE.search(text), (where, text)


def test_quotes_and_apostrophes_are_typographic() -> None:
    for where, language, text in texts():
        assert not STRAIGHT.search(text), (where, language, text)
        assert language == "en" or not re.search("[“”]", text), (where, text)
        assert language != "en" or not re.search("[«»]", text), (where, text)


def test_nobody_is_told_what_to_buy_or_sell() -> None:
    assert [(where, found.group()) for where, _, text in texts() if (found := ADVICE.search(text))] == []


def test_sentences_begin_with_a_capital_and_end_with_a_stop() -> None:
    for where, language, text in texts():
        if not where.endswith(".name"):
            assert re.match(r"[\W\d]*[A-ZА-ЯІЇЄҐ0-9]|\d", text), (where, language, text[:30])
            assert text[-1] in ".?!", (where, language, text[-30:])
            assert "  " not in text, (where, language)


def test_names_are_short() -> None:
    for where, language, text in texts():
        if where.endswith(".name"):
            assert len(text) <= LONGEST["name"], (where, language)


def test_russian_texts_are_written_with_the_letter_that_the_interface_uses() -> None:
    said = [(where, text) for where, language, text in texts() if language == "ru"]
    assert [(where, found.group()) for where, text in said if (found := WITHOUT_YO.search(text))] == []


def test_a_question_that_is_left_open_does_not_claim_an_answer() -> None:
    asked = {text for where, _, text in texts() if where.endswith(".questions")}
    assert asked >= {
        "Какими будут следующие шаги?",
        "Якими будуть наступні кроки?",
        "What will the next steps be?",
    }
