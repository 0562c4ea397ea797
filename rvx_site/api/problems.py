"""Problem details (RFC 9457): the one shape of everything that is refused."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

MEDIA_TYPE = "application/problem+json"


class FieldErrorSerializer(serializers.Serializer[Any]):
    field = serializers.CharField(
        allow_blank=True, help_text=_("The field that is meant; empty for none alone.")
    )
    code = serializers.CharField(help_text=_("For machines."))
    message = serializers.CharField(help_text=_("For people."))


class ProblemSerializer(serializers.Serializer[Any]):
    """Why a request was refused."""

    type = serializers.CharField(help_text=_("Always about:blank; `code` tells problems apart."))
    title = serializers.CharField(help_text=_("The name of the HTTP status."))
    status = serializers.IntegerField(help_text=_("The HTTP status."))
    detail = serializers.CharField(help_text=_("A sentence for people, in the language asked for."))
    code = serializers.CharField(help_text=_("For machines; stable."))
    errors = FieldErrorSerializer(  # type: ignore[assignment]  # a field, which the metaclass takes away
        many=True, required=False, help_text=_("One for each wrong field; every 422 has them.")
    )


def problem(status: int, *, code: str, detail: str, errors: Sequence[dict[str, str]] = ()) -> dict[str, Any]:
    """The body of a refusal."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
    }
    return body | ({"errors": list(errors)} if errors else {})


def refusals(*statuses: int) -> dict[tuple[int, str], type[ProblemSerializer]]:
    """For `extend_schema(responses=…)`: these statuses answer with problem details."""
    return {(status, MEDIA_TYPE): ProblemSerializer for status in statuses}
