from django.contrib import admin

from analytics.admin.readonly import ReadOnlyAdmin
from analytics.models import Event


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "person_id", "subject", "source")
    list_filter = ("kind", "source", "at")
    search_fields = ("person_id", "subject")
    date_hierarchy = "at"
    show_full_result_count = False
