from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.models import Explanation, Feedback


class FeedbackInline(admin.TabularInline):  # type: ignore[type-arg]  # the admin's classes are not generic at run time
    model = Feedback
    extra = 0
    fields = readonly_fields = ("person", "verdict", "updated_at")
    can_delete = False

    def has_add_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(Explanation)
class ExplanationAdmin(ReadOnlyAdmin):
    """What was asked, what was answered, by whom and how well it went."""

    list_display = (
        "id",
        "headline",
        "language",
        "depth",
        "provider",
        "degraded",
        "failure",
        "state",
        "created_at",
    )
    list_filter = ("state", "degraded", "provider", "failure", "language", "depth", "kind", "created_at")
    search_fields = ("source_text",)
    date_hierarchy = "created_at"
    inlines = (FeedbackInline,)
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": ("source_text", "answer")}),
        (
            _("How it was made"),
            {"fields": ("kind", "language", "depth", "provider", "model", "prompt_version")},
        ),
        (_("How it went"), {"fields": ("state", "degraded", "failure", "input_tokens", "output_tokens")}),
        (_("When"), {"fields": ("created_at", "ready_at", "pending_until")}),
    )

    @admin.display(description=_("headline"))
    def headline(self, row: Explanation) -> str:
        return (row.answer or {}).get("headline", "")[:80]
