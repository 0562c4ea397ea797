"""What holds for terms and kinds of events alike: what is in use has its texts in the default language.

Readers whose own language lacks a text get that one; without it Russian readers would be told in Ukrainian.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.translation import gettext as _


class KnowledgeForm(ModelForm):  # type: ignore[type-arg]  # no generic when it runs
    """`needed`: the texts without which it can't be in use, without their language."""

    needed: ClassVar[tuple[str, ...]]

    def clean(self) -> dict[str, Any] | None:
        """As Django's; each fault stands at its field."""
        cleaned = super().clean()
        if self.cleaned_data.get("is_active"):
            self._check_needed()
        return cleaned

    def _check_needed(self) -> None:
        said = _("Write this or switch it off: readers whose own language lacks this text get this one.")
        for field in _in_default_language(self.needed):
            if not self.cleaned_data.get(field) and field not in self.errors:
                self.add_error(field, ValidationError(said))


class KnowledgeRow(ModelForm):  # type: ignore[type-arg]  # no generic when it runs
    """A line of the list, where nothing is taken into use whose texts are not written.

    What is in use already stays so, or one old row would hold up the whole page.
    """

    needed: ClassVar[tuple[str, ...]]

    def clean(self) -> dict[str, Any] | None:
        """As Django's; the fault stands at the switch."""
        cleaned = super().clean()
        missing = list(self._missing()) if self.is_taken_into_use() else []
        if missing:
            said = _("Open it and write this first: %(fields)s.")
            self.add_error("is_active", ValidationError(said, params={"fields": ", ".join(missing)}))
        return cleaned

    def is_taken_into_use(self) -> bool:
        """Whether saving switches it on."""
        return "is_active" in self.changed_data and bool(self.cleaned_data.get("is_active"))

    def _missing(self) -> Iterator[str]:
        for field in _in_default_language(self.needed):
            if not (getattr(self.instance, field) or "").strip():
                yield str(self.instance._meta.get_field(field).verbose_name)


def _in_default_language(texts: tuple[str, ...]) -> list[str]:
    return [f"{text}_{settings.LANGUAGE_CODE}" for text in texts]
