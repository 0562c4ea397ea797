"""Bodies of requests: a field that is not known is refused, so that a typing error does not pass unseen."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

_MOST = 10  # unknown fields that are named
_LONGEST = 60  # characters of their names
_CODE = "unknown_field"


class BodySerializer(serializers.Serializer[Any]):
    """The fields that a body may have. Each other one is an error of its own, named as it was sent."""

    def to_internal_value(self, data: Any) -> Any:
        """The validated values. Raises ValidationError for all wrong and all unknown fields at once."""
        unknown = dict(self._unknown(data)) if isinstance(data, Mapping) else {}
        try:
            values = super().to_internal_value(data)
        except serializers.ValidationError as error:
            if not isinstance(error.detail, dict):
                raise
            raise serializers.ValidationError({**unknown, **error.detail}) from error
        if unknown:
            raise serializers.ValidationError(unknown)
        return values

    def _unknown(self, data: Mapping[Any, Any]) -> Iterator[tuple[str, list[ErrorDetail]]]:
        names = (str(name) for name in data if name not in self.fields)
        for name in islice(names, _MOST):
            yield name[:_LONGEST], [ErrorDetail(self._sentence(name, data), _CODE)]

    def _sentence(self, name: str, data: Mapping[Any, Any]) -> str:
        free = [str(field) for field in self.fields if field not in data]
        if near := get_close_matches(name[:_LONGEST].lower(), free, n=1, cutoff=0.7):
            return _("There is no such field here. Did you mean “%(field)s”?") % {"field": near[0]}
        known = ", ".join(self.fields)
        return _("There is no such field here. The fields are: %(fields)s.") % {"fields": known}
