from django.contrib import admin

from analytics.admin.readonly import ReadOnlyAdmin
from lessons.models import Answer


@admin.register(Answer)
class AnswerAdmin(ReadOnlyAdmin):
    """Every answer given, as it was judged at the time."""

    list_display = ("person", "question", "option", "is_right", "round", "created_at")
    list_filter = ("is_right", "question__lesson", "created_at")
    list_select_related = ("person", "question", "option")
    search_fields = ("person__telegram_id", "person__username")
    show_full_result_count = False
