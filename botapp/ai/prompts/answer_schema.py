"""The schema of an answer in the dialect that both Gemini libraries accept.

Explanation without `background`, `answered` and `unsupported`, which are ours to set. Written out,
because pydantic's own schema has $defs, prefixItems and titles, on which the older library fails.
"""

from typing import Any

TEMPERATURE = 0.2  # low: an explanation repeats its source rather than invents

_STRING = {"type": "STRING"}
_SENTENCE = {
    "type": "INTEGER",
    "nullable": True,
    "description": "number of the source sentence, null if none",
}


def _object(required: tuple[str, ...], **properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "OBJECT", "properties": properties, "required": list(required)}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "ARRAY", "items": items}


def _one_of(*values: str) -> dict[str, Any]:
    return {"type": "STRING", "format": "enum", "enum": list(values)}


_STATEMENT = _object(("text",), text=_STRING, source_sentence=_SENTENCE)

ANSWER_SCHEMA: dict[str, Any] = _object(
    ("headline", "what_happened"),
    headline=_STRING,
    what_happened=_list(_STATEMENT),
    illustration=_list(_STRING),
    why_it_matters=_list(_STATEMENT),
    who_is_affected=_list(_STATEMENT),
    numbers=_list(_object(("value", "meaning"), value=_STRING, meaning=_STRING, source_sentence=_SENTENCE)),
    impacts=_list(
        _object(
            ("asset", "direction", "horizon", "confidence", "reason"),
            asset=_STRING,
            direction=_one_of("up", "down", "mixed", "unclear"),
            horizon=_one_of("hours", "days", "weeks", "months", "unclear"),
            confidence=_one_of("low", "medium", "high"),
            reason=_STRING,
        )
    ),
    terms=_list(_object(("term", "meaning"), term=_STRING, meaning=_STRING)),
    checks=_list(_object(("question", "answer"), question=_STRING, answer=_STRING)),
    not_said=_list(_STRING),
    red_flags=_list(_object(("sign", "phrase"), sign=_STRING, phrase=_STRING)),
    follow_ups=_list(_STRING),
)


def in_order(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with the order of keys written down, as the REST API takes it.

    Gemini sorts them by name otherwise, and a stream would end with the headline. Only google-genai
    knows this field.
    """
    ordered = dict(schema)
    if "properties" in schema:
        ordered["properties"] = {key: in_order(value) for key, value in schema["properties"].items()}
        ordered["propertyOrdering"] = list(schema["properties"])
    if "items" in schema:
        ordered["items"] = in_order(schema["items"])
    return ordered
