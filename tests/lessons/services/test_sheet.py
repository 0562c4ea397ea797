"""Reading one mapping strictly."""

from pathlib import Path
from typing import Any

import pytest

from lessons.exceptions import ManuscriptError
from lessons.services.sheet import Sheet, parse_yaml, read_file


def sheet(**values: Any) -> Sheet:
    return Sheet(values, "a.yaml")


@pytest.mark.parametrize("value", [None, "", "   ", 7, ["x"]])
def test_a_text_must_be_there_and_be_a_text(value: Any) -> None:
    with pytest.raises(ManuscriptError, match=r"a.yaml: 'title' is missing or not a text."):
        sheet(title=value).text("title")


def test_blanks_around_a_text_do_not_count() -> None:
    assert sheet(title="  four  ").text("title", limit=4) == "four"


def test_a_text_over_its_limit_says_both_numbers() -> None:
    with pytest.raises(ManuscriptError, match="'title' has 5 characters, at most 4 are allowed"):
        sheet(title="fives").text("title", limit=4)


@pytest.mark.parametrize("name", ["keys-and-wallets", "defi_2", "0x"])
def test_names_of_small_letters_are_taken(name: str) -> None:
    assert sheet(slug=name).slug("slug") == name


@pytest.mark.parametrize("name", ["Keys", "ключ", "a b", "-a", "x" * 51, "a/b"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(ManuscriptError, match="small Latin letters"):
        sheet(slug=name).slug("slug")


def test_a_flag_is_false_when_absent_and_never_a_word() -> None:
    assert sheet().flag("right") is False
    assert sheet(right=True).flag("right") is True
    with pytest.raises(ManuscriptError, match="'right' must be true or false"):
        sheet(right="yes").flag("right")


@pytest.mark.parametrize("value", [-1, 1.5, "1", None, False])
def test_a_number_is_whole_and_not_negative(value: Any) -> None:
    with pytest.raises(ManuscriptError, match="'order' must be a whole number from 0"):
        sheet(order=value).number("order")


def test_items_of_a_list_are_numbered_from_one() -> None:
    first, second = sheet(questions=[{"a": "b"}, {"a": "c"}]).sheets("questions")
    assert (first.place, second.place) == ("a.yaml, questions 1", "a.yaml, questions 2")
    with pytest.raises(ManuscriptError, match=r"a.yaml, questions 2: a list of 'name: value' lines"):
        sheet(questions=[{"a": "b"}, "c"]).sheets("questions")


def test_all_missing_languages_are_named_at_once() -> None:
    with pytest.raises(ManuscriptError, match=r"a.yaml, text: language ru, en is missing"):
        sheet(text={"uk": "Так"}).texts("text", limit=10)


def test_yaml_can_not_make_objects() -> None:
    with pytest.raises(ManuscriptError, match=r"a.yaml: line 1: this can't be read"):
        parse_yaml("!!python/object/apply:os.getcwd []", place="a.yaml")


def test_a_missing_file_is_named_without_the_path_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError) as caught:
        read_file(tmp_path / "bees" / "hive" / "uk.md")
    assert str(caught.value) == "bees/hive/uk.md: this file is missing."
