import json
from typing import Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from unfold.decorators import display

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.admin.times import as_logged
from botapp.models import StoredUpdate
from botapp.services.stored_updates import replay

_MOST_COUNTED = 10_000
_LARGEST_NUMBER = 2**63 - 1  # of a column
_COLOURS = {"new": "info", "claimed": "primary", "done": "success", "dead": "danger"}


class ShortPaginator(Paginator):  # type: ignore[type-arg]  # generic for type checkers only
    """Counts, and shows, no more than the first ten thousand: the table may hold millions."""

    @cached_property
    def count(self) -> int:
        rows = cast("QuerySet[StoredUpdate]", self.object_list)
        return rows.order_by()[:_MOST_COUNTED].count()


@admin.register(StoredUpdate)
class StoredUpdateAdmin(ReadOnlyAdmin):
    """What Telegram sent. Given-up rows can be put back in line; a payload shows on its own page only."""

    nothing_yet = _("As soon as somebody writes to the bot, the update stands here before it is answered.")
    list_display = (
        "update_id",
        "kind",
        "lane",
        "shown_state",
        "attempts",
        "short_error",
        "received",
        "finished",
    )
    list_filter = ("state", "kind", "received_at")
    search_fields = ("update_id", "lane")  # only shows the field: get_search_results says how
    search_help_text = _("The number of a row or of an update, or a lane, in full")
    paginator = ShortPaginator
    date_hierarchy = "received_at"
    show_full_result_count = False
    actions = ("replay",)
    change_form_outer_before_template = "admin/botapp/storedupdate/replay.html"
    readonly_fields = ("received", "finished", "shown_payload")
    fieldsets = (
        (_("How it went"), {"fields": ("state", "attempts", "error")}),
        (_("When"), {"fields": ("received", "not_before", "claimed_until", "finished")}),
        (_("Which"), {"fields": ("update_id", "kind", "lane", "bot_id", "claimed_by")}),
        (_("What Telegram sent"), {"fields": ("shown_payload",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[StoredUpdate]:
        return super().get_queryset(request).defer("payload")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[StoredUpdate], search_term: str
    ) -> tuple[QuerySet[StoredUpdate], bool]:
        """By whole numbers and lanes: a look for parts of them would read the whole table."""
        term = search_term.strip()
        if not term:
            return queryset, False
        wanted = Q(lane=term)
        if term.isdecimal() and int(term) <= _LARGEST_NUMBER:
            wanted |= Q(pk=int(term)) | Q(update_id=int(term))
        return queryset.filter(wanted), False

    @display(description=_("state"), ordering="state", label=_COLOURS)
    def shown_state(self, row: StoredUpdate) -> tuple[str, str]:
        return row.state, row.get_state_display()

    @admin.display(description=_("received"), ordering="received_at")
    def received(self, row: StoredUpdate) -> str:
        return as_logged(row.received_at)

    @admin.display(description=_("finished"), ordering="finished_at")
    def finished(self, row: StoredUpdate) -> str:
        return as_logged(row.finished_at)

    @admin.display(description=_("error"))
    def short_error(self, row: StoredUpdate) -> str:
        return row.error[:80]

    @admin.display(description=_("payload"))
    def shown_payload(self, row: StoredUpdate) -> SafeString | Any:
        if row.payload is None:
            return _("Blanked: it was old. It can't be replayed.")
        text = json.dumps(row.payload, ensure_ascii=False, indent=2)
        return format_html('<pre class="text-xs whitespace-pre-wrap break-all">{}</pre>', text)

    def has_replay_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("botapp.change_storedupdate"))

    @admin.action(description=_("Replay the selected given-up updates"), permissions=["replay"])
    def replay(self, request: HttpRequest, queryset: QuerySet[StoredUpdate]) -> None:
        self._replay(request, list(queryset.values_list("pk", flat=True)))

    def get_urls(self) -> list[URLPattern]:
        one = require_POST(self.admin_site.admin_view(self.replay_one))
        return [path("<int:pk>/replay/", one, name="botapp_storedupdate_replay"), *super().get_urls()]

    def replay_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The button of a row's own page."""
        if not self.has_replay_permission(request):
            raise PermissionDenied
        self._replay(request, [pk])
        return redirect("admin:botapp_storedupdate_change", pk)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context["original"]
        can_be = row.state == StoredUpdate.State.DEAD and row.payload is not None
        context["may_replay"] = can_be and self.has_replay_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def _replay(self, request: HttpRequest, pks: list[int]) -> None:
        number = replay(pks)
        text = ngettext(
            "%(number)s update is in line again.", "%(number)s updates are in line again.", number
        )
        self.message_user(request, text % {"number": number})
