"""The AI services of the settings, as an operator writes them down."""

import os

import pytest
from django.core.exceptions import ImproperlyConfigured

from rvx_site.ai_services import PRESETS, order, services


@pytest.fixture
def read(monkeypatch):
    """Order and services read from exactly these variables; Gemini's key is set."""
    for name in list(os.environ):
        if name.startswith(("AI_", "HOUSE_", *(f"{preset.upper()}_" for preset in PRESETS))):
            monkeypatch.delenv(name)

    def read(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        named = order(gemini_key="a-key")
        return named, services(named)

    return read


def test_without_an_order_each_service_whose_key_is_set_is_asked(read):
    named, found = read(MISTRAL_API_KEY="m", GROQ_API_KEY="g", OLLAMA_MODEL="qwen3")
    assert (named, list(found)) == ((), ["groq", "mistral"])
    assert found["groq"]["BASE_URL"] == "https://api.groq.com/openai/v1"
    assert (found["groq"]["API_KEY"], found["groq"]["ANSWER_FORMAT"]) == ("g", "json_object")
    assert (found["mistral"]["ANSWER_FORMAT"], found["mistral"]["COUNTS_TOKENS"]) == ("json_schema", False)


def test_an_order_names_all_that_are_asked(read):
    named, found = read(AI_PROVIDERS="groq, Gemini ,ollama", GROQ_API_KEY="g", MISTRAL_API_KEY="m")
    assert (named, list(found)) == (("groq", "gemini", "ollama"), ["groq", "ollama"])
    assert found["ollama"]["API_KEY"] == ""


def test_offline_alone_switches_all_of_them_off(read):
    assert read(AI_PROVIDERS="offline", GROQ_API_KEY="g") == (("offline",), {})


def test_everything_about_a_service_can_be_set(read):
    _, found = read(
        AI_PROVIDERS="groq",
        GROQ_API_KEY="g",
        GROQ_BASE_URL="http://127.0.0.1:9/v1/",
        GROQ_MODEL="another/model",
        GROQ_TIMEOUT_SECONDS="12.5",
        GROQ_ANSWER_FORMAT="text",
        GROQ_INPUT_PRICE="0.59",
        GROQ_OUTPUT_PRICE="0",
    )
    assert found["groq"] == {
        "API_KEY": "g",
        "BASE_URL": "http://127.0.0.1:9/v1",
        "MODEL": "another/model",
        "TIMEOUT_SECONDS": 12.5,
        "ANSWER_FORMAT": "text",
        "INPUT_PRICE": 0.59,
        "OUTPUT_PRICE": 0.0,
        "COUNTS_TOKENS": True,
    }


def test_any_other_service_needs_an_address_and_a_model_but_no_key(read):
    _, found = read(AI_PROVIDERS="house", HOUSE_BASE_URL="http://10.0.0.5/v1", HOUSE_MODEL="own")
    assert found["house"]["MODEL"] == "own"


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"AI_PROVIDERS": "gemini;groq"}, "AI_PROVIDERS must be names"),
        ({"AI_PROVIDERS": "groq,groq"}, "AI_PROVIDERS must hold each name once"),
        ({"AI_PROVIDERS": "offline,gemini"}, "AI_PROVIDERS must hold offline as its last name"),
        ({"AI_PROVIDERS": "groq"}, "GROQ_API_KEY must be set, because AI_PROVIDERS names groq"),
        ({"AI_PROVIDERS": "vllm"}, "VLLM_BASE_URL must be set"),
        ({"AI_PROVIDERS": "vllm", "VLLM_BASE_URL": "http://h/v1"}, "VLLM_MODEL must be set"),
        ({"AI_PROVIDERS": "house", "HOUSE_MODEL": "m"}, "HOUSE_BASE_URL must be set"),
        ({"GROQ_API_KEY": "g", "GROQ_BASE_URL": "ftp://x"}, "GROQ_BASE_URL must start with http"),
        ({"GROQ_API_KEY": "g", "GROQ_MODEL": "a model"}, "GROQ_MODEL must be a model's name"),
        ({"GROQ_API_KEY": "two words"}, "GROQ_API_KEY must be one word"),
        ({"GROQ_API_KEY": "g", "GROQ_TIMEOUT_SECONDS": "soon"}, "GROQ_TIMEOUT_SECONDS must be a number"),
        ({"GROQ_API_KEY": "g", "GROQ_ANSWER_FORMAT": "xml"}, "GROQ_ANSWER_FORMAT must be one of"),
        ({"GROQ_API_KEY": "g", "GROQ_INPUT_PRICE": "free"}, "GROQ_INPUT_PRICE must be US dollars"),
        ({"GROQ_API_KEY": "g", "GROQ_OUTPUT_PRICE": "nan"}, "GROQ_OUTPUT_PRICE must be US dollars"),
    ],
)
def test_a_wrong_value_stops_the_start_with_the_variable_s_name(read, variables, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        read(**variables)


def test_an_order_that_names_gemini_needs_its_key(monkeypatch):
    monkeypatch.setenv("AI_PROVIDERS", "gemini")
    with pytest.raises(ImproperlyConfigured, match="GEMINI_API_KEY must be set"):
        order(gemini_key="")
