from django.contrib import admin

from analytics.admin.readonly import ReadOnlyAdmin
from botapp.models import Leadership, Lease, Runner


@admin.register(Lease)
class LeaseAdmin(ReadOnlyAdmin):
    """Who polls now."""

    list_display = ("bot_id", "epoch", "host", "pid", "since", "lock", "version")


@admin.register(Leadership)
class LeadershipAdmin(ReadOnlyAdmin):
    """Who polled when, and why each leadership ended."""

    list_display = ("epoch", "host", "pid", "began_at", "ended_at", "ending")
    list_filter = ("ending", "began_at")
    show_full_result_count = False


@admin.register(Runner)
class RunnerAdmin(ReadOnlyAdmin):
    """Running bot processes, leader and standby."""

    list_display = ("role", "host", "pid", "ai", "version", "started_at")
    list_filter = ("role",)
