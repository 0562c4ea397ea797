"""How the admin looks and what stands in its side menu (settings.UNFOLD)."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _


def _item(title: Any, icon: str, model: str) -> dict[str, Any]:
    """A line of the side menu that leads to a model's list; hidden from those who may not see it."""
    app, name = model.split(".")
    return {
        "title": title,
        "icon": icon,
        "link": reverse_lazy(f"admin:{app}_{name}_changelist"),
        "permission": lambda request: request.user.has_perm(f"{app}.view_{name}"),
    }


_NAVIGATION = [
    {
        "items": [
            {"title": _("Overview"), "icon": "monitoring", "link": reverse_lazy("admin:index")},
            _item(_("People"), "group", "botapp.person"),
            _item(_("Explanations"), "article", "botapp.explanation"),
        ],
    },
    {
        "title": _("Learning"),
        "separator": True,
        "items": [
            _item(_("Courses"), "school", "lessons.course"),
            _item(_("Lessons"), "menu_book", "lessons.lesson"),
            _item(_("Questions"), "quiz", "lessons.question"),
        ],
    },
    {
        "title": _("Knowledge"),
        "separator": True,
        "items": [
            _item(_("Terms"), "dictionary", "botapp.term"),
            _item(_("Kinds of events"), "category", "botapp.eventkind"),
        ],
    },
    {
        "title": _("Operation"),
        "separator": True,
        "collapsible": True,
        "items": [
            _item(_("Stored updates"), "inbox", "botapp.storedupdate"),
            _item(_("Answers in progress"), "pending", "botapp.generation"),
            _item(_("Lease"), "key_vertical", "botapp.lease"),
            _item(_("Leaderships"), "history", "botapp.leadership"),
            _item(_("Bot processes"), "memory", "botapp.runner"),
            _item(_("Events"), "timeline", "analytics.event"),
            _item(_("Staff"), "badge", "auth.user"),
        ],
    },
]

# One accent colour: teal, the same as on the chat page and the site.
_TEAL = {
    "50": "#effcf9",
    "100": "#c9f5ec",
    "200": "#94eadb",
    "300": "#57d8c5",
    "400": "#28bfab",
    "500": "#0fa392",
    "600": "#0b8377",
    "700": "#0d6960",
    "800": "#0f544e",
    "900": "#114541",
    "950": "#042a29",
}

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "RVX",
    "SITE_HEADER": "RVX",
    "SITE_SUBHEADER": _("News in plain language"),
    "SITE_SYMBOL": "newspaper",
    "SHOW_LANGUAGES": True,
    "SHOW_VIEW_ON_SITE": False,
    "DASHBOARD_CALLBACK": "analytics.admin.dashboard.dashboard",
    "COLORS": {"primary": _TEAL},
    "SIDEBAR": {"show_search": True, "navigation": _NAVIGATION},
}
