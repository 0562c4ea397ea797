from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from analytics.admin.page import Page
from botapp.admin.seen_texts import SeenTexts
from botapp.models import ApiKey
from botapp.services.api_keys import equip


@admin.register(ApiKey)
class ApiKeyAdmin(SeenTexts, Page):
    """Keys of programs. The key itself is shown once, right after it was made."""

    list_display = (
        "name",
        "owner_name",
        "prefix",
        "is_active",
        "daily_limit",
        "total_requests",
        "last_used_at",
    )
    list_filter = ("is_active", "created_at")
    search_fields = ("name", "owner_name", "prefix")
    fields = (
        "name",
        "owner_name",
        "is_active",
        "daily_limit",
        "prefix",
        "total_requests",
        "created_at",
        "last_used_at",
    )
    readonly_fields = ("prefix", "total_requests", "created_at", "last_used_at")

    def save_model(self, request: HttpRequest, obj: ApiKey, form: "ModelForm[ApiKey]", change: bool) -> None:
        if not change:
            key = equip(obj)
            messages.warning(request, _("Copy the key now, it is shown only once: %(key)s") % {"key": key})
        super().save_model(request, obj, form, change)
