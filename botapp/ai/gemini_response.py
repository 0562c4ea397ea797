"""What Gemini's REST API answers, as far as RVX reads it: text, tokens, a refusal."""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from botapp.ai.base import ProviderUnavailable, Usage
from botapp.ai.failures import BLOCKING_REASONS, blocked, from_code
from botapp.ai.first_answer import is_first
from botapp.ai.pace import Piece

_WHOLE = "STOP"  # the reason of an end that is one; others are cut or refused


class _Said(BaseModel):
    """Whatever else the service says is left out: it may say more from one day to the next."""

    model_config = ConfigDict(strict=True, extra="ignore", alias_generator=to_camel)


class _Part(_Said):
    text: str | None = None
    thought: bool | None = None


class _Content(_Said):
    parts: list[_Part] | None = None


class _Candidate(_Said):
    content: _Content | None = None
    finish_reason: Any = None
    index: Any = None


class _Feedback(_Said):
    block_reason: Any = None


class _Response(_Said):
    candidates: list[_Candidate] | None = None
    prompt_feedback: _Feedback | None = None
    usage_metadata: Any = None
    error: Any = None


def piece_of(body: str) -> Piece:
    """Text and tokens of one response in JSON, which may be a chunk of a stream.

    Raises AnswerBlocked when it is a refusal, the service's error where it says that it failed, and
    ProviderUnavailable when it is nothing that Gemini says.
    """
    try:
        # Not pydantic's own reading of JSON: it takes no half of a character, which a chunk may end with.
        response = _Response.model_validate(json.loads(body or "{}"))
    except (ValueError, RecursionError):
        # Without its cause, whose words may hold the text.
        raise ProviderUnavailable("the service answers in a way of its own") from None
    if response.error:
        raise from_code(_code_of(response.error), details={"error": response.error})
    if response.prompt_feedback and response.prompt_feedback.block_reason:
        raise blocked(_word(response.prompt_feedback.block_reason))
    candidate = next((one for one in response.candidates or () if is_first(one.index)), _Candidate())
    if (reason := _word(candidate.finish_reason)) in BLOCKING_REASONS:
        raise blocked(reason)
    parts = (candidate.content and candidate.content.parts) or ()
    text = "".join(part.text for part in parts if part.text and not part.thought)
    return Piece(text, _usage_of(response.usage_metadata), is_last=reason == _WHOLE)


def _usage_of(counted: Any) -> Usage | None:
    """The tokens of a response's `usageMetadata`, whatever stands there."""
    if not isinstance(counted, dict):
        return None
    return Usage.told(counted.get("promptTokenCount"), counted.get("candidatesTokenCount"))


def _code_of(error: Any) -> Any:
    return error.get("code") if isinstance(error, dict) else None


def _word(reason: Any) -> str:
    """A reason as Gemini writes them; of any other kind it is none that is known."""
    return reason.upper() if isinstance(reason, str) else "UNKNOWN"
