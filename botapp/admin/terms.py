from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from analytics.admin.tall import TallFields
from botapp.admin.knowledge import KnowledgePage, language_tabs
from botapp.admin.term_form import TermForm, TermRow, TermRows
from botapp.models import Term


@admin.register(Term)
class TermAdmin(TallFields, KnowledgePage):
    """The glossary. A change shows in the next explanation."""

    form = TermForm
    rows = {"meaning": 3}
    list_display = ("slug", "ticker", "name_ru", "name_uk", "name_en", "is_active")
    list_editable = ("is_active",)
    list_filter = ("is_active", ("ticker", admin.EmptyFieldListFilter))
    search_fields = ("slug", "ticker", "name_ru", "name_uk", "name_en", "forms_ru", "forms_uk", "forms_en")
    fieldsets = [
        (None, {"fields": ("slug", "ticker", "is_active")}),
        *language_tabs(("name", "meaning", "forms")),
    ]

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[TermRow]:
        """As Django's."""
        return super().get_changelist_form(request, form=TermRow, **kwargs)

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> type[TermRows]:
        """As Django's."""
        return super().get_changelist_formset(request, formset=TermRows, **kwargs)
