"""What an editor writes about a term, checked before it is saved: a spelling belongs to one term in use."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from botapp.admin.knowledge_form import KnowledgeForm, KnowledgeRow, KnowledgeRows
from botapp.models import Term
from botapp.queries.spellings import Owners, spelled

_NEEDED = ("name", "meaning")


class TermForm(KnowledgeForm):
    """Refuses spellings of other terms, each at the field in which it stands."""

    needed = _NEEDED

    def clean(self) -> dict[str, Any] | None:
        """As Django's; what stands in a box of several lines is one line to readers."""
        for name, value in self.cleaned_data.items():
            if value and name.startswith("meaning"):
                self.cleaned_data[name] = " ".join(map(str.strip, value.splitlines()))
        return super().clean()

    @staticmethod
    def taken(values: Mapping[str, Any], others: Sequence[Term]) -> Iterator[tuple[str, ValidationError]]:
        owners = Owners(others)
        said = _("The term “%(term)s” has this already: %(spellings)s. A spelling leads to one term only.")
        for field, spellings in spelled(values).items():
            for term, shared in owners.shared(spellings).items():
                params = {"term": term, "spellings": ", ".join(shared)}
                yield field, ValidationError(said, params=params)


class TermRow(KnowledgeRow):
    """A term in the list."""

    needed = _NEEDED


class TermRows(KnowledgeRows):
    """The list of terms."""

    form_of_one = TermForm
