"""Which AI services are set up, in the order in which they are asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from django.conf import settings

GEMINI, OFFLINE = "gemini", "offline"


@dataclass(frozen=True)
class Service:
    """One service as the settings describe it. `sdk` is set for Gemini only.

    Prices are US dollars for a million tokens, which is millionths of a dollar for one.
    """

    name: str
    model: str
    api_key: str = field(repr=False)
    base_url: str = ""
    timeout: float = 30.0
    sdk: str = ""
    answer_format: Literal["json_schema", "json_object", "text"] = "json_object"
    counts_tokens: bool = True
    input_price: float | None = None
    output_price: float | None = None

    @property
    def host(self) -> str:
        """Where it is asked, "" for the vendor's own address."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2]


def services() -> tuple[Service, ...]:
    """The preferred one first; empty where explanations are made without AI."""
    named = settings.AI_PROVIDERS or (
        *([GEMINI] if settings.GEMINI_API_KEY else []),
        *settings.AI_SERVICES,
    )
    return tuple(_gemini() if name == GEMINI else _other(name) for name in named if name != OFFLINE)


def is_ai_set_up() -> bool:
    """Whether any AI is asked."""
    return bool(services())


def _gemini() -> Service:
    return Service(
        name=GEMINI,
        model=settings.GEMINI_MODEL,
        api_key=settings.GEMINI_API_KEY,
        base_url=settings.GEMINI_BASE_URL,
        timeout=settings.GEMINI_TIMEOUT_SECONDS,
        sdk=settings.GEMINI_SDK,
        input_price=settings.GEMINI_INPUT_PRICE,
        output_price=settings.GEMINI_OUTPUT_PRICE,
    )


def _other(name: str) -> Service:
    said: Mapping[str, Any] = settings.AI_SERVICES[name]
    return Service(
        name=name,
        model=said["MODEL"],
        api_key=said["API_KEY"],
        base_url=said["BASE_URL"],
        timeout=said["TIMEOUT_SECONDS"],
        answer_format=said["ANSWER_FORMAT"],
        counts_tokens=said["COUNTS_TOKENS"],
        input_price=said["INPUT_PRICE"],
        output_price=said["OUTPUT_PRICE"],
    )
