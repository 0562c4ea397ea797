"""What a chat completion says: text, tokens, a refusal, or that the service failed."""

import json
from collections.abc import Mapping
from typing import Any

from botapp.ai.base import AIError, ProviderUnavailable, Usage
from botapp.ai.failures import blocked, from_code, from_status
from botapp.ai.first_answer import is_first
from botapp.ai.pace import Piece

_FILTERED = "content_filter"
_WHOLE = "stop"  # the reason of an end that is one; at "length" an answer is cut
# Codes of an error's body that are about content, whatever the status.
_REFUSING = frozenset({_FILTERED, "content_policy_violation", "moderation", "moderation_blocked"})


def piece_of(chunk: Any) -> Piece:
    """Text and tokens of one chunk. Raises AnswerBlocked for a refusal, the service's error otherwise."""
    if not isinstance(chunk, dict):
        raise _strange()
    if chunk.get("error"):
        raise _said(chunk["error"])
    choice = _choice(chunk)
    said = choice.get("delta") or choice.get("message") or {}
    if choice.get("finish_reason") == _FILTERED:
        raise blocked(_FILTERED)
    if not isinstance(said, dict):
        raise _strange()
    if said.get("refusal"):
        raise blocked("refusal")
    text = said.get("content") or ""
    if not isinstance(text, str):
        raise _strange()
    return Piece(text, _usage(chunk.get("usage")), is_last=choice.get("finish_reason") == _WHOLE)


def refusal(status: int, headers: Mapping[str, str], body: bytes) -> AIError:
    """The error for an answer that is none."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    detail = said.get("error") if isinstance(said, dict) else None
    if isinstance(detail, dict) and _is_about_content(detail):
        return blocked(_FILTERED)
    return from_status(status, headers=headers)


def _said(error: Any) -> AIError:
    """The error that stands in a chunk; its own words are not kept."""
    if isinstance(error, dict) and _is_about_content(error):
        return blocked(_FILTERED)
    return from_code(error.get("code") if isinstance(error, dict) else None)


def _is_about_content(error: Mapping[str, Any]) -> bool:
    metadata = error.get("metadata")
    if isinstance(metadata, dict) and "flagged_input" in metadata:  # OpenRouter's moderation
        return True
    return str(error.get("code")) in _REFUSING or str(error.get("type")) in _REFUSING


def _choice(chunk: Mapping[str, Any]) -> Mapping[str, Any]:
    """The choice that is read; none in a chunk of another one, or that only counts tokens."""
    choices = chunk.get("choices") or []
    if not isinstance(choices, list) or not all(isinstance(choice, dict) for choice in choices):
        raise _strange()
    return next((choice for choice in choices if is_first(choice.get("index"))), {})


def _usage(counted: Any) -> Usage | None:
    if not counted or not isinstance(counted, dict):
        return None
    return Usage.told(counted.get("prompt_tokens"), counted.get("completion_tokens"))


def _strange() -> ProviderUnavailable:
    return ProviderUnavailable("the service answers in a way of its own")
