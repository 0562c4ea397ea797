from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from botapp.admin.event_kind_form import EventKindForm, EventKindRow, EventKindRows
from botapp.admin.knowledge import KnowledgePage, language_tabs
from botapp.models import EventKind

_TEXTS = ("name", "how_it_works", "who_is_touched", "what_next", "analogy", "example", "questions", "cues")


@admin.register(EventKind)
class EventKindAdmin(KnowledgePage):
    """Background to kinds of events. A change shows in the next explanation."""

    form = EventKindForm
    list_display = ("slug", "name_ru", "name_uk", "name_en", "priority", "is_active")
    list_editable = ("priority", "is_active")
    search_fields = ("slug", "name_ru", "name_uk", "name_en", "cues_ru", "cues_uk", "cues_en")
    fieldsets = [(None, {"fields": ("slug", "priority", "is_active")}), *language_tabs(_TEXTS)]

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[EventKindRow]:
        """As Django's."""
        return super().get_changelist_form(request, form=EventKindRow, **kwargs)

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> type[EventKindRows]:
        """As Django's."""
        return super().get_changelist_formset(request, formset=EventKindRows, **kwargs)
