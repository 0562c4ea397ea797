import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.ai.base import AnswerEmpty, AnswerMalformed
from botapp.ai.partial import LONGEST_TEXT, MOST_ELEMENTS, PartialAnswer
from botapp.ai.schema import Explanation
from tests.kit.scripted_ai import GoodAnswer

SOURCE = 'Fund bought 11 "coins" for $1.2 million. It said {so} on Monday [1]. Price: 5%. Шлях \\ назад 🙂.'
ANSWER = GoodAnswer(SOURCE).data() | {
    "impacts": [
        {"asset": "BTC", "direction": "up", "horizon": "days", "confidence": "low", "reason": "a {brace}"}
    ],
    "terms": [{"term": "fund", "meaning": "money of many"}],
    "red_flags": [{"sign": "hurry", "phrase": 'say "now"'}],
}
TEXT = json.dumps(ANSWER, ensure_ascii=False)
PARTS = (
    "what_happened",
    "why_it_matters",
    "numbers",
    "impacts",
    "terms",
    "not_said",
    "red_flags",
    "follow_ups",
)


def pieces(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


@pytest.mark.parametrize("size", [1, 2, 7, 40, 10_000])
def test_only_whole_elements_are_ever_shown(size):
    whole = Explanation.model_validate(ANSWER)
    answer = PartialAnswer()
    grown = [shown for piece in pieces(TEXT, size) if (shown := answer.feed(piece))]
    assert grown[-1] == whole
    for shown in grown:
        assert shown.headline == whole.headline
        for part in PARTS:
            assert getattr(whole, part)[: len(getattr(shown, part))] == getattr(shown, part)
    assert answer.finish() == whole


@given(st.lists(st.integers(min_value=1, max_value=60), min_size=1, max_size=30))
def test_however_it_is_cut_nothing_shown_is_taken_back(sizes):
    answer, place, seen = PartialAnswer(), 0, 0
    for size in (*sizes, len(TEXT)):  # the rest comes in one piece
        shown = answer.feed(TEXT[place : place + size])
        place += size
        if shown is not None:
            count = sum(len(getattr(shown, part)) for part in PARTS)
            assert count >= seen
            seen = count
    assert answer.finish() == Explanation.model_validate(ANSWER)


def test_pieces_that_add_nothing_show_nothing():
    answer = PartialAnswer()
    assert answer.feed('{"headl') is None
    assert answer.feed('ine": "A he') is None
    assert answer.feed('ad"') is not None
    assert answer.feed(', "what_happened": [{"text": "One') is None


def test_a_fence_of_backticks_is_taken_off():
    answer = PartialAnswer()
    for piece in pieces(f"```json\n{TEXT}\n```\n", 20):
        answer.feed(piece)
    assert answer.finish() == Explanation.model_validate(ANSWER)


PREFACES = (
    "Here is the JSON: ",
    'Sure! I\'ve read it — "all" of it.\n\n```json\n',
    "<b>" + "x" * 290 + "\n",
    "\ufeff",
)
THOUGHTS = (
    "<think></think>",
    '<Thinking effort="low">{"headline": "a draft"}</Thinking>',
    '\n<think>\nThe item says {"headline": "no"} or [this]. ' + "Hm. " * 500 + "</th</think>\n\n```json\n",
    "It is about [SEC]. " + "Hm. " * 500 + "</thin</think> ",
    "<think>half a mark </think",
)
ENDINGS = (
    "\n\nI hope this helps!",
    '\n```\n\nLet me know if [any] of {this} is unclear: {x} } ] " \\',
    "\n```" + " and so on" * 500,
    " {",
)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 40, 10_000])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        *zip(PREFACES, ENDINGS, strict=True),
        ("", "!"),
        ("So:", ""),
        *((thought, "") for thought in THOUGHTS[:4]),
    ],
)
def test_words_around_the_answer_are_none_of_it(before, behind, size):
    watched, unwatched = PartialAnswer(), PartialAnswer()
    grown = []
    for piece in pieces(before + TEXT + behind, size):
        grown += [shown for shown in [watched.feed(piece)] if shown]
        unwatched.add(piece)
    assert watched.finish() == unwatched.finish() == grown[-1] == Explanation.model_validate(ANSWER)
    assert all(shown.headline == ANSWER["headline"] for shown in grown)


@pytest.mark.parametrize("size", [1, 3, 40, 10_000])
@pytest.mark.parametrize(
    "text",
    [
        TEXT + "\n\n" + TEXT,
        f"First:\n{TEXT}\nOr:\n```json\n{TEXT}\n```",
        TEXT + '{ \n "',
        TEXT + "{ }",
        "I think so. " + TEXT[:-5],
        "I think so." + " So it is." * 30 + TEXT,
        "Use {this} form: " + TEXT,
        f"[{TEXT}]",
        f"Both: [{TEXT}]",
        "} " + TEXT,
        TEXT[1:],
        "I think this is about Bitcoin.",
        "<thinker>" + TEXT[:-1],
        "Hm {} </think>" + TEXT,
        "Hm. </think> Hm. </think>" + " So it is." * 30 + TEXT,
        f"[{THOUGHTS[0]}] {TEXT}",
    ],
    ids=range(16),
)
def test_two_answers_half_of_one_or_words_alone_are_malformed(text, size):
    watched, unwatched = PartialAnswer(), PartialAnswer()
    for piece in pieces(text, size):
        watched.feed(piece)
        unwatched.add(piece)
    for answer in (watched, unwatched):
        with pytest.raises(AnswerMalformed):
            answer.finish()


@pytest.mark.parametrize(
    "text",
    [
        "x" * LONGEST_TEXT,
        "<think>" + "<" * (LONGEST_TEXT - 7),
        " " * LONGEST_TEXT,
        "{" * LONGEST_TEXT,
        '{"headline": "' + "\\" * (LONGEST_TEXT - 14),
        '{"headline": "' + "x" * (LONGEST_TEXT - 14),
        TEXT + "{" + " " * (LONGEST_TEXT - 10_000),
    ],
    ids=["words", "thoughts", "spaces", "braces", "escapes", "a string", "behind"],
)
@pytest.mark.parametrize("take", [PartialAnswer.feed, PartialAnswer.add])
def test_a_text_that_comes_letter_by_letter_costs_no_more_than_its_letters(take, text):
    answer, began = PartialAnswer(), time.process_time()
    for letter in text:
        take(answer, letter)
    assert time.process_time() - began < 2


def test_marks_that_only_we_may_set_are_ignored():
    forged = {
        "headline": "A",
        "what_happened": [{"text": "B", "unsupported": True}],
        "background": {"slug": "x"},
        "answered": False,
    }
    answer = PartialAnswer()
    answer.feed(json.dumps(forged))
    assert answer.finish() == Explanation.model_validate({"headline": "A", "what_happened": [{"text": "B"}]})


@pytest.mark.parametrize("text", ["", " \n ", "<think>", f"{THOUGHTS[4]}{TEXT}", *THOUGHTS[:2], THOUGHTS[3]])
@pytest.mark.parametrize("size", [1, 5, 10_000])
def test_no_text_is_empty(text, size):
    answer = PartialAnswer()
    for piece in pieces(text, size):
        answer.feed(piece)
    with pytest.raises(AnswerEmpty):
        answer.finish()


@pytest.mark.parametrize(
    "text",
    [
        TEXT[:-5],
        "{}",
        "[]",
        "null",
        "prose",
        '{"headline": ""}',
        '{"headline": "A"}',
        '{"headline": "A", "what_happened": "B"}',
        (
            '{"headline": "A", "what_happened": [{"text": "B"}], '
            '"impacts": [{"asset": "X", "direction": "bullish"}]}'
        ),
        TEXT + TEXT,
    ],
)
def test_what_is_not_an_explanation_is_malformed(text):
    answer = PartialAnswer()
    answer.feed(text)
    with pytest.raises(AnswerMalformed) as raised:
        answer.finish()
    assert "prose" not in str(raised.value)


@pytest.mark.parametrize(
    ("pieces", "headline"),
    [
        (('{"headline": "A \ud83d', '\ude42 b", "what_happened": [{"text": "x"}]}'), "A 🙂 b"),
        (('{"headline": "A \ud83d b", "what_happened": [{"text": "x"}]}',), "A \ufffd b"),
        ((r'{"headline": "A \ud83d', r'\ude42 b", "what_happened": [{"text": "x"}]}'), "A 🙂 b"),
        ((r'{"headline": "A \ud83d\u0041 b", "what_happened": [{"text": "x"}]}',), "A \ufffdA b"),
        ((r'{"headline": "A \ude42 b", "what_happened": [{"text": "x"}]}',), "A \ufffd b"),
        ((r'{"headline": "A \\ud83d b", "what_happened": [{"text": "x"}]}',), r"A \ud83d b"),
    ],
)
def test_halves_of_characters_are_joined_or_replaced(pieces, headline):
    answer = PartialAnswer()
    for piece in pieces:
        answer.feed(piece)
    assert answer.finish().headline == headline


@pytest.mark.parametrize("size", [1, 3, 40, 10_000])
@pytest.mark.parametrize("text", [TEXT, f"```json\n{TEXT}\n```", json.dumps(ANSWER, ensure_ascii=True)])
def test_an_answer_that_nobody_looks_at_before_it_is_whole_becomes_the_same(text, size):
    watched, unwatched = PartialAnswer(), PartialAnswer()
    for piece in pieces(text, size):
        watched.feed(piece)
        unwatched.add(piece)
    assert unwatched.finish() == watched.finish() == Explanation.model_validate(ANSWER)


@pytest.mark.parametrize("take", [PartialAnswer.feed, PartialAnswer.add])
@pytest.mark.parametrize("piece", ["x" * 1000, " " * 1000, '{"headline": "' + "x" * 1000])
def test_a_text_longer_than_any_answer_is_cut(take, piece):
    answer = PartialAnswer()
    for _ in range(LONGEST_TEXT // len(piece)):
        take(answer, piece)
    with pytest.raises(AnswerMalformed):
        take(answer, piece)


def feed_all(text):
    answer = PartialAnswer()
    for piece in pieces(text, 50):
        answer.feed(piece)


@pytest.mark.parametrize("field", ["what_happened", "not_said", "numbers"])
def test_a_model_that_repeats_itself_is_not_listened_to_for_long(field):
    elements = {"what_happened": {"text": "A."}, "not_said": "B.", "numbers": {"value": "1", "meaning": "C"}}
    texts = {
        count: json.dumps(
            {"headline": "H", "what_happened": [{"text": "A."}], field: [elements[field]] * count}
        )
        for count in (MOST_ELEMENTS, 2_000)
    }
    answer = PartialAnswer()
    for piece in pieces(texts[MOST_ELEMENTS], 50):
        answer.feed(piece)
    assert len(getattr(answer.finish(), field)) == MOST_ELEMENTS
    with pytest.raises(AnswerMalformed):
        feed_all(texts[2_000][: len(texts[2_000]) // 10])
    unwatched = PartialAnswer()
    unwatched.add(texts[2_000])
    with pytest.raises(AnswerMalformed):
        unwatched.finish()
