from django.contrib import admin

from analytics.admin.readonly import ReadOnlyAdmin
from lessons.models import Progress


@admin.register(Progress)
class ProgressAdmin(ReadOnlyAdmin):
    """Who opened which lesson and who finished it."""

    list_display = ("person", "lesson", "started_at", "completed_at")
    list_filter = ("lesson__course", "lesson", "completed_at")
    list_select_related = ("person", "lesson")
    search_fields = ("person__telegram_id", "person__username")
    show_full_result_count = False
