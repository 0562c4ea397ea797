"""What the admin refuses, each with a sentence that says what to change."""

from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from lessons.models import Lesson

MIN_OPTIONS = 2
MAX_OPTIONS = 8


class LessonForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    class Meta:
        model = Lesson
        fields = ("sources",)

    def clean_sources(self) -> str:
        lines = [line.strip() for line in self.cleaned_data["sources"].splitlines() if line.strip()]
        for line in lines:
            title, _space, address = line.rpartition(" ")
            if not title or not address.startswith(("https://", "http://")):
                raise forms.ValidationError(
                    _("Write a source as title, a space, https:// address. This line differs: %(line)s"),
                    params={"line": line},
                )
        return "\n".join(lines)


class OptionForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """One answer. Its box may be several lines high; what it says is one line, a button's."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        texts = {name: value for name, value in data.items() if isinstance(value, str)}
        return data | {name: " ".join(value.split()) for name, value in texts.items()}


class OptionFormSet(BaseInlineFormSet):  # type: ignore[type-arg]  # not generic at run time
    """The options of one question: from two to eight, exactly one of them right."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        options = self._kept()
        if not MIN_OPTIONS <= len(options) <= MAX_OPTIONS:
            raise forms.ValidationError(
                _("A question needs from %(minimum)s to %(maximum)s answers, now it has %(count)s."),
                params={"minimum": MIN_OPTIONS, "maximum": MAX_OPTIONS, "count": len(options)},
            )
        right = sum(bool(option["is_right"]) for option in options)
        if right != 1:
            raise forms.ValidationError(
                _("Mark exactly one answer as right, now %(count)s are marked."), params={"count": right}
            )

    def save(self, commit: bool = True) -> Any:
        # The row that stops being right goes first: the database allows one right option at any moment.
        if commit and self.instance.pk:
            self.instance.options.filter(pk__in=self._wrong_ids()).update(is_right=False)
        return super().save(commit)

    def _kept(self) -> list[dict[str, Any]]:
        filled = (form.cleaned_data for form in self.forms if form.cleaned_data)
        return [data for data in filled if data.get("text_ru") and not data.get("DELETE")]

    def _wrong_ids(self) -> list[int]:
        return [form.instance.pk for form in self.initial_forms if not form.cleaned_data.get("is_right")]
