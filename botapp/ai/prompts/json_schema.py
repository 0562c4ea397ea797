"""The schema of an answer in the dialect of JSON Schema that OpenAI-compatible services take.

Made from the one that Gemini is given, so that the two can't differ. Strict services want every key
required and no others; what a model has nothing for is an empty list.
"""

from typing import Any


def as_json_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema: lower-case types, null as a type of its own, closed objects."""
    kind = str(schema["type"]).lower()
    made: dict[str, Any] = {"type": [kind, "null"] if schema.get("nullable") else kind}
    for name in ("description", "enum"):
        if name in schema:
            made[name] = schema[name]
    if "properties" in schema:
        made["properties"] = {key: as_json_schema(value) for key, value in schema["properties"].items()}
        made["required"] = list(schema["properties"])
        made["additionalProperties"] = False
    if "items" in schema:
        made["items"] = as_json_schema(schema["items"])
    return made
