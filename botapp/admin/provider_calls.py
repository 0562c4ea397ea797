from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.models import ProviderCall


@admin.register(ProviderCall)
class ProviderCallAdmin(ReadOnlyAdmin):
    """Who was asked, how fast they answered, for how much."""

    list_display = (
        "id",
        "provider",
        "model",
        "outcome",
        "is_repair",
        "kind",
        "first_byte_ms",
        "duration_ms",
        "input_tokens",
        "output_tokens",
        "dollars",
        "created_at",
    )
    list_filter = ("provider", "outcome", "model", "kind", "is_repair", "created_at")
    search_fields = ("=explanation__id",)
    list_select_related = ()
    date_hierarchy = "created_at"
    show_full_result_count = False

    @admin.display(description=_("cost"), ordering="cost")
    def dollars(self, row: ProviderCall) -> str:
        return "–" if row.cost is None else f"${row.cost / 1_000_000:.6f}"
