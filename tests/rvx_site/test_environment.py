"""The readers themselves; what they mean for RVX stands in test_settings.py."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from rvx_site import environment as read


@pytest.fixture(autouse=True)
def variables(monkeypatch):
    for name in ("FIRST", "SECOND"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_the_first_name_that_is_set_and_not_empty_counts(variables):
    variables.setenv("FIRST", "  ")
    variables.setenv("SECOND", " b ")
    assert read.text("FIRST", "SECOND", default="c") == "b"
    variables.setenv("FIRST", "a")
    assert read.text("FIRST", "SECOND") == "a"


def test_nothing_set_means_the_default():
    assert read.text("FIRST", default="c") == "c"
    assert read.flag("FIRST", default=True) is True
    assert read.number("FIRST", default=7) == 7
    assert read.seconds("FIRST", default=0.5) == 0.5
    assert read.ids("FIRST") == ()
    assert read.words("FIRST") == []
    assert read.url("FIRST") == ""
    assert read.bot_token("FIRST") == ""


@pytest.mark.parametrize(
    ("value", "meaning"), [("1", True), ("Yes", True), ("ON", True), ("0", False), ("off", False)]
)
def test_flags_have_several_spellings(variables, value, meaning):
    variables.setenv("FIRST", value)
    assert read.flag("FIRST", default=not meaning) is meaning


def test_a_number_out_of_bounds_names_the_bounds(variables):
    variables.setenv("SECOND", "9")
    with pytest.raises(ImproperlyConfigured, match=r"^SECOND must be from 1 to 5\.$"):
        read.number("FIRST", "SECOND", default=1, minimum=1, maximum=5)


def test_addresses_lose_their_trailing_slash(variables):
    variables.setenv("FIRST", "https://example.org/")
    assert read.url("FIRST") == "https://example.org"


def test_lists_are_split_at_commas_and_trimmed(variables):
    variables.setenv("FIRST", "a, b,,c ")
    assert read.words("FIRST") == ["a", "b", "c"]


def test_ids_are_split_at_commas_and_spaces_and_kept_once(variables):
    variables.setenv("FIRST", "5, 6 5")
    variables.setenv("SECOND", "-100,6")
    assert read.ids("FIRST", "SECOND") == (5, 6, -100)


def test_a_refused_choice_names_what_is_possible(variables):
    variables.setenv("FIRST", "c")
    with pytest.raises(ImproperlyConfigured, match=r"^FIRST must be one of: a, b\.$"):
        read.choice("FIRST", default="a", among=("a", "b"))


def test_a_cache_is_local_or_redis(variables):
    assert read.cache("FIRST", default="locmemcache://")["BACKEND"].endswith("LocMemCache")
    variables.setenv("FIRST", "redis://127.0.0.1:6379/0")
    assert "edis" in read.cache("FIRST", default="locmemcache://")["BACKEND"]
