from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.admin.times import as_clock, as_logged
from botapp.models import Leadership, Lease, Runner
from botapp.queries import delivery

_ROLES = {"leader": _("Leader"), "standby": _("Standby"), "dead": _("Dead")}
_STATES = {"leads": _("Leads"), "expired": _("Expired"), "free": _("Free")}
_BEGINNINGS = {
    "": _("Nobody led before"),
    "released": _("The one before gave it back"),
    "died": _("The one before died"),
    "expired": _("The one before went silent"),
}
_ENDINGS = {
    "leads": _("Leads now"),
    "released": _("Gave it back"),
    "died": _("Died"),
    "expired": _("Went silent"),
    "": _("Unknown"),
}
_LOCKS = {"file": _("Locked file"), "postgresql": "PostgreSQL", "": _("No lock")}


@admin.register(Lease)
class LeaseAdmin(ReadOnlyAdmin):
    """Who polls now."""

    nothing_yet = _("The first bot process that starts takes the lease, and stands here.")
    list_display = ("bot_id", "live", "left", "host", "pid", "led_since", "short_lock", "epoch", "version")
    readonly_fields = ("live_in_words", "left", "led_since", "lock_kind")
    fieldsets = (
        (_("Now"), {"fields": ("live_in_words", "left", "host", "pid", "led_since", "version")}),
        (_("Lease and lock"), {"fields": ("epoch", "lock_kind", "lock", "holder", "bot_id")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lease]:
        return delivery.leases()

    @display(description=_("state"), label={"leads": "success", "expired": "danger", "free": "warning"})
    def live(self, row: Any) -> tuple[str, Any]:
        state = "free" if row.holder is None else "leads" if row.left > 0 else "expired"
        return state, _STATES[state]

    @admin.display(description=_("state"))
    def live_in_words(self, row: Any) -> Any:
        return self.live(row)[1]

    @admin.display(description=_("ends in"))
    def left(self, row: Any) -> str:
        return _seconds(row.left) if row.holder and row.left > 0 else "–"

    @admin.display(description=_("since"))
    def led_since(self, row: Lease) -> str:
        return as_logged(row.since)

    @admin.display(description=_("lock"))
    def short_lock(self, row: Lease) -> Any:
        return _LOCKS.get(row.lock.split(":")[0], row.lock)

    @admin.display(description=_("kind of lock"))
    def lock_kind(self, row: Lease) -> Any:
        return self.short_lock(row)


@admin.register(Leadership)
class LeadershipAdmin(ReadOnlyAdmin):
    """Who polled when, for how long, and how each leadership began and ended."""

    nothing_yet = _("Each process that takes the lead gets a line here.")
    list_display = ("epoch", "host", "pid", "began", "beginning", "lasted", "ended", "how_it_ended")
    list_filter = ("ending", "began_at")
    show_full_result_count = False
    readonly_fields = ("began", "beginning", "lasted", "ended", "ending_in_words")
    fieldsets = (
        (None, {"fields": ("epoch", "host", "pid", "lasted")}),
        (_("Beginning and end"), {"fields": ("began", "beginning", "ended", "ending_in_words")}),
        (_("Which"), {"fields": ("bot_id", "holder")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Leadership]:
        return delivery.leaderships()

    @admin.display(description=_("began"), ordering="began_at")
    def began(self, row: Leadership) -> str:
        return as_logged(row.began_at)

    @admin.display(description=_("ended"), ordering="ended_at")
    def ended(self, row: Leadership) -> str:
        return as_logged(row.ended_at)

    @admin.display(description=_("how it began"))
    def beginning(self, row: Any) -> Any:
        return _BEGINNINGS.get(row.began_after or "", row.began_after)

    @admin.display(description=_("led for"))
    def lasted(self, row: Any) -> str:
        return "–" if row.lasted is None else as_clock(row.lasted)

    @display(
        description=_("how it ended"),
        label={"leads": "success", "released": "info", "died": "danger", "expired": "warning"},
    )
    def how_it_ended(self, row: Any) -> tuple[str, Any]:
        word = "leads" if row.leads else row.ending
        return word, _ENDINGS.get(word, word)

    @admin.display(description=_("how it ended"))
    def ending_in_words(self, row: Any) -> Any:
        return self.how_it_ended(row)[1]


@admin.register(Runner)
class RunnerAdmin(ReadOnlyAdmin):
    """Running bot processes, and those that died within the last day."""

    nothing_yet = _("No bot process runs. One that ends in good order leaves no line here.")
    list_display = ("state", "host", "pid", "seen", "started", "ai", "version")
    readonly_fields = ("state_in_words", "seen", "started")
    fieldsets = (
        (None, {"fields": ("state_in_words", "seen", "host", "pid", "started")}),
        (_("Which"), {"fields": ("ai", "version", "bot_id", "holder")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Runner]:
        return delivery.runners()

    @display(description=_("state"), label={"leader": "success", "standby": "info", "dead": "danger"})
    def state(self, row: Any) -> tuple[str, Any]:
        role = delivery.role(is_leader=row.leads, silence=row.silence)
        return role, _ROLES[role]

    @admin.display(description=_("state"))
    def state_in_words(self, row: Any) -> Any:
        return self.state(row)[1]

    @admin.display(description=_("started"), ordering="started_at")
    def started(self, row: Runner) -> str:
        return as_logged(row.started_at)

    @admin.display(description=_("last seen"))
    def seen(self, row: Any) -> str:
        if row.silence < delivery.DEAD_AFTER_SECONDS:
            return gettext("just now")
        return gettext("%(time)s ago") % {"time": as_clock(timedelta(seconds=row.silence))}


def _seconds(number: float) -> str:
    return gettext("%(number)s s") % {"number": f"{number:.1f}"}
