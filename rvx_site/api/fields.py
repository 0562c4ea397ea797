"""Fields of requests whose refusals are sentences in every language; REST framework's own are not."""

from typing import Any, NoReturn

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

_ANY: dict[str, Any] = {
    "required": _("This field is required."),
    "null": _("This field may not be null."),
}
_STRING: dict[str, Any] = _ANY | {
    "invalid": _("This must be a string."),
    "blank": _("This field may not be empty."),
    "min_length": _("This must have at least {min_length} characters."),
    "max_length": _("This must have at most {max_length} characters."),
}


class TextField(serializers.CharField):
    """A text."""

    default_error_messages = _STRING


class AddressField(serializers.URLField):
    """The address of something on the web."""

    default_error_messages = _STRING | {
        "invalid": _("This must be a whole web address that begins with http:// or https://.")
    }


class OneOfField(serializers.ChoiceField):
    """One of a few values; a refusal names them."""

    default_error_messages = _ANY | {"invalid_choice": _("This must be one of: {choices}.")}

    def fail(self, key: str, **kwargs: Any) -> NoReturn:
        """Raise ValidationError with the sentence for `key`."""
        super().fail(key, choices=", ".join(map(str, self.choices)), **kwargs)
