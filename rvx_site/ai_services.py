"""The OpenAI-compatible services of the settings: presets by name, each value by a variable of its own.

A service `groq` reads GROQ_API_KEY, GROQ_MODEL, GROQ_BASE_URL, GROQ_TIMEOUT_SECONDS, GROQ_ANSWER_FORMAT,
GROQ_INPUT_PRICE and GROQ_OUTPUT_PRICE. A name that is not among the presets needs its base URL and model.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from rvx_site import environment as read

GEMINI, OFFLINE = "gemini", "offline"
FORMATS = ("json_schema", "json_object", "text")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}", re.ASCII)

# Base URL and model, where one is the natural choice; how the service is told to answer in JSON.
PRESETS: Mapping[str, Mapping[str, Any]] = {
    "groq": {"BASE_URL": "https://api.groq.com/openai/v1", "MODEL": "llama-3.3-70b-versatile"},
    "mistral": {
        "BASE_URL": "https://api.mistral.ai/v1",
        "MODEL": "mistral-small-latest",
        "ANSWER_FORMAT": "json_schema",
        "COUNTS_TOKENS": False,  # it refuses to be asked, and tells them anyway
    },
    "deepseek": {"BASE_URL": "https://api.deepseek.com/v1", "MODEL": "deepseek-chat"},
    "openrouter": {
        "BASE_URL": "https://openrouter.ai/api/v1",
        "MODEL": "google/gemini-2.5-flash",
        "ANSWER_FORMAT": "json_schema",
    },
    "ollama": {
        "BASE_URL": "http://127.0.0.1:11434/v1",
        "MODEL": "llama3.1",
        "ANSWER_FORMAT": "json_schema",
        "NEEDS_KEY": False,
    },
    "vllm": {"ANSWER_FORMAT": "json_schema", "NEEDS_KEY": False},
}


def order(*, gemini_key: str) -> tuple[str, ...]:
    """AI_PROVIDERS as it was given, checked; empty where it is not set. `offline` may only end it."""
    names = tuple(name.lower() for name in read.words("AI_PROVIDERS"))
    if not all(map(_NAME.fullmatch, names)):
        raise ImproperlyConfigured("AI_PROVIDERS must be names separated by commas, like gemini,groq,ollama.")
    if len(set(names)) < len(names):
        raise ImproperlyConfigured("AI_PROVIDERS must hold each name once.")
    if OFFLINE in names[:-1]:
        raise ImproperlyConfigured("AI_PROVIDERS must hold offline as its last name: it always answers.")
    if GEMINI in names and not gemini_key:
        raise ImproperlyConfigured("GEMINI_API_KEY must be set, because AI_PROVIDERS names gemini.")
    return names


def services(named: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Those that AI_PROVIDERS names, or else the presets whose key is set."""
    if named:
        return {name: _service(name) for name in named if name not in (GEMINI, OFFLINE)}
    return {name: _service(name) for name in PRESETS if read.text(f"{name.upper()}_API_KEY")}


def _service(name: str) -> dict[str, Any]:
    preset, prefix = PRESETS.get(name, {}), name.upper()
    service = {
        "API_KEY": read.key(f"{prefix}_API_KEY"),
        "BASE_URL": read.url(f"{prefix}_BASE_URL", default=preset.get("BASE_URL", "")),
        "MODEL": read.model(f"{prefix}_MODEL", default=preset.get("MODEL", "")),
        "TIMEOUT_SECONDS": read.seconds(f"{prefix}_TIMEOUT_SECONDS", default=30.0, minimum=0.1),
        "ANSWER_FORMAT": read.choice(
            f"{prefix}_ANSWER_FORMAT", default=preset.get("ANSWER_FORMAT", "json_object"), among=FORMATS
        ),
        "INPUT_PRICE": read.price(f"{prefix}_INPUT_PRICE"),
        "OUTPUT_PRICE": read.price(f"{prefix}_OUTPUT_PRICE"),
        "COUNTS_TOKENS": preset.get("COUNTS_TOKENS", True),
    }
    needed = ["BASE_URL", "MODEL", *(["API_KEY"] if preset.get("NEEDS_KEY", bool(preset)) else [])]
    for value in needed:
        if not service[value]:
            raise ImproperlyConfigured(f"{prefix}_{value} must be set, because AI_PROVIDERS names {name}.")
    return service
