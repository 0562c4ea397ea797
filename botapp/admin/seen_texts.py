"""What editors write is kept as people see it."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from botapp.ai.hidden import unturned, visible

_BLANK_PATTERN = "\u2800"  # a letter of Braille without a dot


class SeenText(forms.CharField):
    """Leaves out what nobody sees, so that a field with nothing visible is empty; lines end in \\n."""

    def to_python(self, value: Any) -> str | None:
        """As Django's."""
        if isinstance(value, str):
            value = visible(unturned("\n".join(value.splitlines()))).replace(_BLANK_PATTERN, " ")
        return super().to_python(value)


class SeenTexts:
    """For an admin page or rows in one: its texts are read so."""

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, models.CharField | models.TextField) and not _has_form_of_its_own(db_field):
            kwargs["form_class"] = SeenText
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # the admin's


def _has_form_of_its_own(field: "models.Field[Any, Any]") -> bool:
    """Slugs, addresses and the like have stricter rules already."""
    return isinstance(field, models.SlugField | models.URLField | models.EmailField)
