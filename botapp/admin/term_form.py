"""What an editor writes about a term, checked before it is saved: a spelling belongs to one term in use."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseModelFormSet
from django.utils.translation import gettext as _

from botapp.admin.knowledge_form import KnowledgeForm, KnowledgeRow
from botapp.models import Term
from botapp.queries.spellings import Owners, spelled

_NEEDED = ("name", "meaning")


class TermForm(KnowledgeForm):
    """Refuses spellings of other terms, each at the field in which it stands."""

    needed = _NEEDED

    def clean(self) -> dict[str, Any] | None:
        """As Django's."""
        cleaned = super().clean()
        if self.cleaned_data.get("is_active"):
            others = Owners(Term.objects.filter(is_active=True).exclude(pk=self.instance.pk))
            for field, spellings in spelled(self.cleaned_data).items():
                for fault in _faults(others, spellings):
                    self.add_error(field, fault)
        return cleaned


class TermRow(KnowledgeRow):
    """A term in the list."""

    needed = _NEEDED


class TermRows(BaseModelFormSet):  # type: ignore[type-arg]  # no generic when it runs
    """The list, where no two terms come into use that share a spelling; one may take the other's place."""

    def clean(self) -> None:
        """As Django's; a fault stands at the switch."""
        super().clean()
        rows: list[TermRow] = self.forms  # type: ignore[assignment]  # of whatever form the list is made
        forms = [form for form in rows if form.is_valid() and form.is_taken_into_use()]
        in_use = self._in_use() if forms else []
        for form in forms:
            others = Owners(term for term in in_use if term != form.instance)
            spellings = [said for part in spelled(vars(form.instance)).values() for said in part]
            for fault in _faults(others, spellings):
                form.add_error("is_active", fault)

    def _in_use(self) -> list[Term]:
        """As they will be after saving."""
        listed = {form.instance.pk: form.cleaned_data.get("is_active") for form in self.forms}
        return [term for term in Term.objects.all() if listed.get(term.pk, term.is_active)]


def _faults(others: Owners, spellings: Sequence[str]) -> Iterator[ValidationError]:
    for term, shared in others.shared(spellings).items():
        said = _("The term “%(term)s” has this already: %(spellings)s. A spelling leads to one term only.")
        yield ValidationError(said, params={"term": term, "spellings": ", ".join(shared)})
