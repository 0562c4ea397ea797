"""What the OpenAPI document says of things that all resources share."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerExtension
from drf_spectacular.utils import OpenApiParameter

from rvx_site.api.callers import HEADER


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # the library's registry
    """How a key is sent."""

    target_class = "rvx_site.api.authentication.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """The scheme for the docs page and for generated clients."""
        return {"type": "http", "scheme": "bearer", "bearerFormat": "rvx_key_…"}


class Body(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]  # the library's registry
    """What says that a body has no other fields."""

    target_class = "rvx_site.api.bodies.BodySerializer"
    match_subclasses = True

    def map_serializer(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        """The schema of the body."""
        schema = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        return {**schema, "additionalProperties": False}


USER_ID = OpenApiParameter(
    HEADER,
    int,
    OpenApiParameter.HEADER,
    description="Telegram id of the person you ask for. Allow-list, ban and daily limit hold for them too.",
)
LANGUAGE = OpenApiParameter(
    "Accept-Language",
    str,
    OpenApiParameter.HEADER,
    description="ru, uk or en: language of error messages, unless the body has a `language`.",
)


def inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """A JSON schema with its `$defs` put where they are referred to."""
    parts = schema.get("$defs", {})

    def put_in(node: Any) -> Any:
        if isinstance(node, list):
            return [put_in(item) for item in node]
        if not isinstance(node, dict):
            return node
        if reference := node.get("$ref"):
            return put_in(parts[reference.rsplit("/", 1)[-1]])
        return {name: put_in(value) for name, value in node.items() if name != "$defs"}

    return dict(put_in(schema))
