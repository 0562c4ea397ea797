"""Which of several answers is read, whatever a service writes as their numbers."""

import pytest

from botapp.ai.first_answer import is_first


@pytest.mark.parametrize("index", [0, 0.0, "0", None, "", "first", [], float("nan")])
def test_the_first_and_those_without_a_number_are_read(index):
    assert is_first(index)


@pytest.mark.parametrize("index", [1, -1, 1.0, "1", True, 10**30])
def test_others_are_not(index):
    assert not is_first(index)
