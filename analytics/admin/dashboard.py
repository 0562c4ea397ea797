"""The admin's first page: people, explanations, lessons and errors, day by day."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from analytics.queries.usage import DayUsage, usage

DAYS = 14
_ACCENT = "var(--color-primary-600)"


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add the figures to the context of admin/index.html."""
    days = usage(DAYS)
    context["cards"] = [
        _card(_("People"), "people", days),
        _card(_("Explanations"), "explanations", days),
        _card(_("Lessons"), "lessons", days),
        _card(_("Errors"), "errors", days),
    ]
    context["days"] = days[::-1]
    context["is_quiet"] = not any(day.people or day.api_calls or day.errors for day in days)
    return context


def _card(title: str, column: str, days: tuple[DayUsage, ...]) -> dict[str, Any]:
    """One figure: today's number, yesterday's to compare, and the bars of all days."""
    values = [getattr(day, column) for day in days]
    labels = [date_format(day.day, "j M") for day in days]
    bars = {"label": title, "data": values, "backgroundColor": _ACCENT, "borderRadius": 3}
    return {
        "title": title,
        "today": values[-1],
        "yesterday": values[-2],
        "chart": json.dumps({"labels": labels, "datasets": [bars]}, ensure_ascii=False),
    }
