"""Everything that an AI service can do wrong, at each step of its stream, for each adapter.

The quick version stands in the tests (through explain() and through the chat), the long one with figures
in benchmarks/provider_chaos.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.kit.scripted_ai import STEPS, Behaviour, Broken, How, ScriptedGemini, ScriptedServer, Status, Step
from tests.kit.scripted_openai import ScriptedOpenAI

ADAPTERS = ("google-genai", "google-generativeai", "openai-compatible")
HOWS: tuple[How, ...] = ("stall", "reset", "half", "schema", "blocked", "error")
BUSY_SECONDS = 600  # that a busy service asks to be left alone
_FAILURES = {
    "stall": "timeout",
    "reset": "unavailable",
    "half": "malformed",
    "schema": "malformed",
    "blocked": "blocked",
    "error": "unavailable",
}


@dataclass(frozen=True)
class Row:
    """One way to fail. `how` is "busy" for HTTP 429 with Retry-After."""

    adapter: str
    how: str
    at: Step

    def __str__(self) -> str:
        return f"{self.adapter} {self.how} at {self.at}"

    @property
    def behaviour(self) -> Behaviour:
        return Status(429, retry_after=BUSY_SECONDS) if self.how == "busy" else Broken(self.how, self.at)

    @property
    def failure(self) -> str:
        """The code that an honest answer carries."""
        if self.how == "busy":
            return "unavailable"
        if self.how == "half" and self.at == "start":
            return "empty"
        return _FAILURES[self.how]


def rows() -> Iterator[Row]:
    for adapter in ADAPTERS:
        yield Row(adapter, "busy", "start")
        yield from (Row(adapter, how, step) for how in HOWS for step in STEPS)


def server(adapter: str) -> ScriptedServer:
    """One that speaks the language of the adapter's service."""
    return ScriptedOpenAI() if adapter == "openai-compatible" else ScriptedGemini()


def use(settings: Any, adapter: str, base_url: str, *, model: str = "m", timeout: float = 20.0) -> None:
    """Let the bot ask this server alone. Another `model` is another service: nothing is known of it."""
    settings.AI_PROVIDERS, settings.AI_SERVICES = (), {}
    settings.GEMINI_API_KEY = "" if adapter == "openai-compatible" else "only-for-tests"
    if settings.GEMINI_API_KEY:
        settings.GEMINI_SDK = adapter
        settings.GEMINI_BASE_URL, settings.GEMINI_MODEL = base_url, model
        settings.GEMINI_TIMEOUT_SECONDS = timeout
    else:
        settings.AI_SERVICES = {"house": house(base_url, model=model, timeout=timeout)}


def house(base_url: str, *, model: str = "m", timeout: float = 20.0) -> dict[str, Any]:
    """A service of AI_SERVICES."""
    return {
        "API_KEY": "only-for-tests",
        "BASE_URL": base_url,
        "MODEL": model,
        "TIMEOUT_SECONDS": timeout,
        "ANSWER_FORMAT": "json_schema",
        "COUNTS_TOKENS": True,
        "INPUT_PRICE": None,
        "OUTPUT_PRICE": None,
    }
