from django.contrib import admin

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.models import Generation


@admin.register(Generation)
class GenerationAdmin(ReadOnlyAdmin):
    """Answers owed to people; waiting ones are taken up again after a crash."""

    list_display = ("id", "person", "state", "kind", "attempts", "created_at")
    list_filter = ("state", "kind", "created_at")
    list_select_related = ("person",)
    search_fields = ("person__telegram_id",)
    show_full_result_count = False
