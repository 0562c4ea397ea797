from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.exceptions import StaleButton
from botapp.telegram.buttons import MAX_NUMBER, Button, parse


@dataclass(frozen=True)
class Sample(Button, prefix="sample"):
    row: int
    word: str


@pytest.fixture(autouse=True, scope="module")
def forget_the_sample():
    yield
    Button.kinds.pop("sample", None)


@given(st.integers(0, MAX_NUMBER), st.text(alphabet="abcdef_-", max_size=20))
def test_a_packed_button_is_read_back(row, word):
    assert parse(Sample(row, word).pack()) == Sample(row, word)


@pytest.mark.parametrize(
    "data",
    [
        *("", ":", "sample", "sample:1", "sample:1:a:b", "sample:x:a", "sample:-1:a", "nobody:1"),
        *("sample:٣:a", "sample: 1:a", f"sample:{MAX_NUMBER + 1}:a"),
    ],
)
def test_anything_else_is_a_stale_button(data):
    with pytest.raises(StaleButton):
        parse(data)


@given(st.text(max_size=64))
def test_no_data_whatever_raises_anything_but_stale(data):
    with suppress(StaleButton):
        parse(data)


@pytest.mark.parametrize("word", ["x" * 60, "ы" * 30, "a:b"])
def test_what_does_not_fit_is_not_packed(word):
    with pytest.raises(ValueError, match="does not fit"):
        Sample(1, word).pack()


def test_two_kinds_can_not_have_one_prefix():
    with pytest.raises(ValueError, match="prefix"):

        class Other(Button, prefix="sample"):
            pass
