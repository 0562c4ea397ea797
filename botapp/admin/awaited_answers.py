from django.contrib import admin

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.models import AwaitedAnswer


@admin.register(AwaitedAnswer)
class AwaitedAnswerAdmin(ReadOnlyAdmin):
    """Who is told when the AI is back; the answer column is filled once it was."""

    list_display = ("id", "person", "explanation", "generation", "attempts", "next_at", "asked_at")
    list_filter = ("asked_at",)
    list_select_related = ("person", "explanation", "generation")
    search_fields = ("person__telegram_id",)
    show_full_result_count = False
