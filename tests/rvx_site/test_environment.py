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
    assert read.model("FIRST", default="another") == "another"


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


@pytest.mark.parametrize(
    "name",
    [
        "gemini-2.5-flash",
        "models/gemini-2.5-flash",
        "tunedModels/news-7",
        "google/gemini-2.5-flash",
        "meta-llama/llama-3.3-70b-instruct:free",
        "llama3.1:8b",
        "accounts/fireworks/models/llama-v3p1-8b-instruct",
        "hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M",
        "ft:gpt-4o-mini-2024-07-18:house::AbC1",
        "@cf/qwen/qwen3-30b",
        "/srv/models/llama_3",
    ],
)
def test_models_have_the_names_that_services_give_them(variables, name):
    variables.setenv("FIRST", name)
    assert read.model("FIRST", default="another") == name


@pytest.mark.parametrize(
    "name",
    [
        "gemini 2.5",
        "x?key=1",
        "x#y",
        "../x",
        "models/../x",
        "a//b",
        "x/",
        "x%2e",
        "модель",
        "x\\y",
        "x\ny",
        "//h/x",
    ],
)
def test_what_would_lead_an_address_elsewhere_is_no_model_s_name(variables, name):
    variables.setenv("FIRST", name)
    with pytest.raises(ImproperlyConfigured, match=r"^FIRST must be a model's name like gemini-2\.5-flash"):
        read.model("FIRST", default="another")


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
