from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.models import StoredUpdate
from botapp.services.stored_updates import replay


@admin.register(StoredUpdate)
class StoredUpdateAdmin(ReadOnlyAdmin):
    """What Telegram sent. Given-up rows can be put back in line."""

    list_display = (
        "update_id",
        "kind",
        "lane",
        "state",
        "attempts",
        "short_error",
        "received_at",
        "finished_at",
    )
    list_filter = ("state", "kind", "received_at")
    search_fields = ("update_id", "lane")
    date_hierarchy = "received_at"
    show_full_result_count = False
    actions = ("replay",)

    @admin.display(description=_("error"))
    def short_error(self, row: StoredUpdate) -> str:
        return row.error[:80]

    def has_replay_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("botapp.change_storedupdate"))

    @admin.action(description=_("Replay the selected given-up updates"), permissions=["replay"])
    def replay(self, request: HttpRequest, queryset: QuerySet[StoredUpdate]) -> None:
        number = replay(list(queryset.values_list("pk", flat=True)))
        text = ngettext(
            "%(number)s update is in line again.", "%(number)s updates are in line again.", number
        )
        self.message_user(request, text % {"number": number})
