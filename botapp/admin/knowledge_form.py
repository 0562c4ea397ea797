"""What holds for terms and kinds of events alike: what is in use has its texts in the default language.

Readers whose own language lacks a text get that one; without it Russian readers would be told in Ukrainian.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import BaseModelFormSet, ModelForm
from django.utils.translation import gettext as _


def hold(model: type[Model]) -> None:
    """Other editors of these wait here until this transaction ends; what is read after holds what they saved.

    One row, which is there while the table is empty, too, stands for all of them. It stays free for those
    who only refer to it.
    """
    about = model._meta
    ContentType.objects.select_for_update(no_key=True).get(app_label=about.app_label, model=about.model_name)


class KnowledgeForm(ModelForm):  # type: ignore[type-arg]  # no generic when it runs
    """`needed`: the texts without which it can't be in use, without their language."""

    needed: ClassVar[tuple[str, ...]]

    def clean(self) -> dict[str, Any] | None:
        """As Django's; each fault stands at its field."""
        cleaned = super().clean()
        if self.cleaned_data.get("is_active"):
            self._check_needed()
        return cleaned

    def _post_clean(self) -> None:
        """As Django's. What others in use have is told last, of fields without a fault of their own."""
        super()._post_clean()  # type: ignore[misc]  # Django's, not in its stubs
        if self.cleaned_data.get("is_active"):
            hold(self._meta.model)
            others = self._meta.model._default_manager.filter(is_active=True).exclude(pk=self.instance.pk)
            for field, fault in list(self.taken(self.cleaned_data, list(others))):
                self.add_error(field, fault)

    @staticmethod
    @abstractmethod
    def taken(values: Mapping[str, Any], others: Sequence[Any]) -> Iterator[tuple[str, ValidationError]]:
        """What of these values is another's, with its field."""

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


class KnowledgeRows(BaseModelFormSet):  # type: ignore[type-arg]  # no generic when it runs
    """The list, where no two come into use that share what is one's only; one may take the other's place.

    Who saves it holds them since before the rows were read (KnowledgePage).
    `form_of_one`: the form of a single row, which knows what that is.
    """

    form_of_one: ClassVar[type[KnowledgeForm]]

    def clean(self) -> None:
        """As Django's; a fault stands at the switch."""
        super().clean()
        rows: list[KnowledgeRow] = self.forms  # type: ignore[assignment]  # of whatever form the list is made
        forms = [form for form in rows if form.is_valid() and form.is_taken_into_use()]
        in_use = self._in_use() if forms else []
        for form in forms:
            others = [row for row in in_use if row != form.instance]
            faults = [fault for _field, fault in self.form_of_one.taken(vars(form.instance), others)]
            for fault in {str(fault): fault for fault in faults}.values():
                form.add_error("is_active", fault)

    def _in_use(self) -> list[Any]:
        """As they will be after saving."""
        listed = {form.instance.pk: form.cleaned_data.get("is_active") for form in self.forms}
        return [
            row
            for row in self.get_queryset().model._default_manager.all()
            if listed.get(row.pk, row.is_active)
        ]


def _in_default_language(texts: tuple[str, ...]) -> list[str]:
    return [f"{text}_{settings.LANGUAGE_CODE}" for text in texts]
