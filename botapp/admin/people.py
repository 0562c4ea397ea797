from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from analytics.admin.page import Page
from botapp.models import Person
from botapp.services.forgetting import forget


@admin.register(Person)
class PersonAdmin(Page):
    """Ban, limit, language. What Telegram says of a person is not ours to change."""

    list_display = ("__str__", "username", "telegram_id", "language", "is_banned", "daily_limit", "seen_at")
    list_filter = ("is_banned", "language", "depth", "seen_at")
    search_fields = ("telegram_id", "username", "first_name", "last_name")
    readonly_fields = (
        "telegram_id",
        "username",
        "first_name",
        "last_name",
        "source",
        "created_at",
        "seen_at",
    )
    fieldsets = (
        (_("Access"), {"fields": ("is_banned", "daily_limit")}),
        (_("Preferences"), {"fields": ("language", "depth")}),
        (
            _("From Telegram"),
            {
                "fields": (
                    "telegram_id",
                    "username",
                    "first_name",
                    "last_name",
                    "source",
                    "created_at",
                    "seen_at",
                )
            },
        ),
    )
    actions = ("ban", "unban")
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """Whoever may delete a person deletes all that is theirs, also what nobody deletes by itself."""
        listed, counts, _missing, protected = super().get_deleted_objects(objs, request)
        return listed, counts, set(), protected

    def delete_model(self, request: HttpRequest, obj: Person) -> None:
        """As /forget_me does: all traces go, a ban stays."""
        forget(obj.telegram_id)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        for telegram_id in list(queryset.values_list("telegram_id", flat=True)):
            forget(telegram_id)

    @admin.action(description=_("Ban the selected people"), permissions=["change"])
    def ban(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        number = queryset.update(is_banned=True)
        self.message_user(
            request,
            ngettext("%(number)s person banned.", "%(number)s people banned.", number) % {"number": number},
        )

    @admin.action(description=_("Lift the ban of the selected people"), permissions=["change"])
    def unban(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        number = queryset.update(is_banned=False)
        self.message_user(
            request,
            ngettext("Ban lifted for %(number)s person.", "Ban lifted for %(number)s people.", number)
            % {"number": number},
        )
