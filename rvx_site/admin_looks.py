"""How the admin looks and what stands in its side menu (settings.UNFOLD)."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
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


def _phone(_request: HttpRequest) -> str:
    return static("site/admin.css")


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
            _item(_("Calls to AIs"), "smart_toy", "botapp.providercall"),
            _item(_("Awaited answers"), "notifications", "botapp.awaitedanswer"),
            _item(_("Lease"), "key_vertical", "botapp.lease"),
            _item(_("Leaderships"), "history", "botapp.leadership"),
            _item(_("Bot processes"), "memory", "botapp.runner"),
            _item(_("Events"), "timeline", "analytics.event"),
            _item(_("API keys"), "vpn_key", "botapp.apikey"),
            _item(_("Staff"), "badge", "auth.user"),
        ],
    },
]

# One accent colour: the blue of the chat page and the site.
_BLUE = {
    "50": "#eef4ff",
    "100": "#dbe6ff",
    "200": "#bdd2ff",
    "300": "#8fb1ff",
    "400": "#5b8cff",
    "500": "#3c74ff",
    "600": "#2f6bff",
    "700": "#1f56dd",
    "800": "#1d47b0",
    "900": "#1d3d8a",
    "950": "#14254f",
}

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "RVX",
    "SITE_HEADER": "RVX",
    "SITE_SUBHEADER": _("News in plain language"),
    "SITE_SYMBOL": "newspaper",
    "SHOW_LANGUAGES": True,
    "SHOW_VIEW_ON_SITE": False,
    "DASHBOARD_CALLBACK": "botapp.admin.dashboard.dashboard",
    "STYLES": [_phone],
    "COLORS": {"primary": _BLUE},
    "SIDEBAR": {"show_search": True, "navigation": _NAVIGATION},
}
