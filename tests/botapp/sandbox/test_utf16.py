"""Telegram's way to count: emoji are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.sandbox import utf16
from botapp.sandbox.acts import parts
from botapp.sandbox.entities import checked
from botapp.sandbox.errors import ApiError

MIXED = st.text(st.sampled_from("aЖש 🚀👍\n\u202e"), max_size=60)


@given(st.text())
def test_the_length_is_that_of_the_encoding(text: str) -> None:
    assert utf16.length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(MIXED, st.integers(0, 80))
def test_a_cut_takes_as_much_as_fits_and_never_half_an_emoji(text: str, units: int) -> None:
    end = utf16.cut(text, units)
    assert utf16.length(text[:end]) <= units
    assert end == len(text) or utf16.length(text[: end + 1]) > units


@given(MIXED)
def test_every_character_begins_at_a_boundary(text: str) -> None:
    begins = [utf16.length(text[:index]) for index in range(len(text) + 1)]
    assert utf16.boundaries(text) == set(begins)


@given(MIXED, st.integers(-2, 90), st.integers(-2, 90))
def test_an_entity_is_taken_exactly_if_it_covers_whole_characters(
    text: str, offset: int, length: int
) -> None:
    starts = utf16.boundaries(text)
    fits = length >= 0 and offset in starts and offset + length in starts
    entity = {"type": "bold", "offset": offset, "length": length}
    if fits:
        assert checked(text, [entity]) == ([entity] if length else [])
    else:
        with pytest.raises(ApiError):
            checked(text, [entity])


@given(st.lists(st.sampled_from(["слово", "🚀" * 700, "x" * 900, "y\n"]), min_size=1, max_size=30))
def test_a_long_text_goes_out_whole_in_parts_that_fit(words: list[str]) -> None:
    text = " ".join(words)
    pieces = parts(text)
    assert all(0 < utf16.length(piece) <= 4096 for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
