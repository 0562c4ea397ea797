"""The admin's first page: what analytics knows, and how the AI services do."""

from typing import Any

from django.http import HttpRequest

from analytics.admin import dashboard as overview
from botapp.queries.provider_calls import totals


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add the figures to the context of admin/index.html."""
    return {**overview.dashboard(request, context), "services": totals()}
