"""The base of admin pages that show and never change."""

from typing import Any

from django.http import HttpRequest

from analytics.admin.page import Page


class ReadOnlyAdmin(Page):
    """Rows that RVX writes itself: staff look at them."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
