"""A sieve finds what its patterns find: it only spares the tries that find nothing."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.ai import asides, injections, months, number_words
from botapp.ai.grounding import orders, times
from botapp.ai.needed import folded, needed
from botapp.ai.offline import red_flags, reports
from botapp.ai.sieve import Sieve

# One of each way in which a pattern can be written, and texts around what it finds.
PATTERNS = (
    r"buy(?:ing)? (?:now|today)",
    r"(?<!\w)(?:купи(?:те)?|продай(?:те)?)(?!\w)",
    r"(?:^|[.!?]\s*)(?:send|transfer)\b[^.!?]{0,40}\b(?:seed[ -]?phrase|password)",
    r"\b(?:don'?t|do not) (?:miss|wait)",
    r"[абв]г?де+ж?",
    r"(?:so|please)?,? ?hurry{2,4}",
    r"\d+x|to the moon",
    r"so(?=rry)rry|(?<!\w)sad(?!\w)",
    r"(?P<who>we|they) (?P=who)",
    r"(?-i:BTC|eth) up",
    r"a(?:b|c)?d|\bmoon\b|[🚀]",
    r"(?>abc|abd)e*+f",
    r"straße|İstanbul|kelvin",
    r"(?:x|y)(?:1|2)(?:a|b)(?:3|4)(?:c|d)(?:5|6)(?:e|f)(?:7|8)(?:g|h)(?:9|0)",
)
AROUND = st.text(alphabet="абвгдежиaeost .,!İıſK🚀0Ⅻ", max_size=8)


@pytest.mark.parametrize("written", PATTERNS)
@given(data=st.data())
def test_what_a_pattern_finds_it_is_tried_on(written: str, data: st.DataObject) -> None:
    pattern = re.compile(written, re.IGNORECASE)
    text = data.draw(AROUND) + data.draw(st.from_regex(pattern)) + data.draw(AROUND)

    sieve = Sieve({"it": pattern, "other": re.compile("(?!)x")})

    assert ("it" in sieve.likely(text)) or not pattern.search(text)
    assert [match.span() for match in sieve.matches(text, "it")] == [m.span() for m in pattern.finditer(text)]
    assert ("it" in set(sieve.found(text))) == bool(pattern.search(text))


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        ("a", {"a"}),
        ("Buy (?:now|today)", {"buy now", "buy today"}),
        (r"\w+ coins?", {" coin", " coins"}),
        (r"(?:free)? \d gift|prize", {" gift", "prize"}),
        (r"send [^.]* it", {"send "}),
        (r"(?:to be)+", {"to be"}),
        (r"\d+", set()),
        (r"(?:free)?", set()),
        (r"free|\d", set()),
        (r"[^a]b[a-z]", {"b"}),
    ],
)
def test_what_a_pattern_needs_is_read_out_of_it(pattern: str, strings: set[str]) -> None:
    assert needed(re.compile(pattern)) == strings


def test_only_the_likely_ones_are_tried() -> None:
    sieve = Sieve({"send": re.compile("send|give"), "buy": re.compile("buy"), "any": re.compile(r"\d")})

    assert sieve.likely("Give me more") == ("send", "any")
    assert sieve.likely("Nothing") == ("any",)
    assert list(sieve.found("Buy 5: give, buy")) == ["send", "buy", "any"]
    assert [match.group() for match in sieve.matches("buy 5, give, buy", "buy", "send")] == [
        "give",
        "buy",
        "buy",
    ]


def test_a_sieve_of_nothing_finds_nothing() -> None:
    assert Sieve[str]({}).likely("text") == ()


# All that are used, and all texts of the tests beside this one: each pattern finds something in some of them.
USED = (
    *(asides._sieve, months._sieve, number_words._any_word, injections._orders, orders._calls),
    *(orders._promises, orders._of_the_prompt, times._claims, times._loose, red_flags._sieve, reports._sieve),
)
TEXTS = {
    node.value
    for file in Path(__file__).parent.glob("*.py")
    for node in ast.walk(ast.parse(file.read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
} | {"Прибыль выросла за II квартал, год назад было больше", "За i півріччя, за iii квартал і за рік тому"}


@pytest.mark.parametrize("made", USED, ids=lambda made: f"{made.__module__}.{made.__name__}")
def test_what_the_patterns_that_are_used_find_they_are_tried_on(made: Callable[[], Sieve[Any]]) -> None:
    sieve, found_by = made(), set[Any]()
    for text in TEXTS:
        finds = {name for name, pattern in sieve.patterns if pattern.search(text)}
        assert finds <= set(sieve.likely(text)), text
        found_by |= finds
    assert len(found_by) >= len(sieve.patterns) / 2


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ")
def test_what_is_one_letter_to_a_pattern_is_one_to_a_sieve(letter: str) -> None:
    pattern = re.compile(letter, re.IGNORECASE)
    alike = [char for char in map(chr, range(0x2500)) if pattern.fullmatch(char)]

    assert {folded(char) for char in alike} == {letter}
