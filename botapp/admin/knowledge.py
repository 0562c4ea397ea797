"""What the pages of terms and kinds of events share: one tab a language, one editor at a time."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from analytics.admin.page import Page
from botapp.admin.knowledge_form import hold
from botapp.admin.seen_texts import SeenTexts


def language_tabs(fields: Sequence[str]) -> list[tuple[str, dict[str, object]]]:
    """Fieldsets for fields that exist once per language, shown as tabs."""
    return [
        (name, {"classes": ["tab"], "fields": [f"{field}_{code}" for field in fields]})
        for code, name in settings.LANGUAGES
    ]


class KnowledgePage(SeenTexts, Page):
    """A list and the pages of its rows, saved by one editor after the other."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """As Django's, which would check the rows before the transaction that saves them."""
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        with transaction.atomic():
            hold(self.model)
            return super().changelist_view(request, extra_context)
