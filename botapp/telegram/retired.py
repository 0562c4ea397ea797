"""Commands that people may remember: each has a sentence that names what to use instead."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_EXPLAIN = _("Just send me the news item or your question.")
_LEARN = _("Courses and lessons are under /learn now.")
_HISTORY = _("Your last explanations are under /history.")
_BOOKMARKS = _("Press “Save” under an explanation; /bookmarks shows what you keep.")
_LIMITS = _("How many explanations are left today: /limits.")
_LANGUAGE = _("You can choose the language with /language.")
_STAFF = _("Staff find this in the admin site.")
_NUMBERS = _("Staff see the numbers with /admin_stats.")
_INVENTED = _("RVX does not list drops and activities any more: it had no source it could vouch for.")
_NO_MARKET = _("I have no market data that I could vouch for, so I show none. Send me a news item instead.")
_NO_NOTICES = _("RVX sends no notices on its own: it answers when you write.")
_CACHE = _("There is nothing to clear: every item is explained for the text you send.")

SUCCESSORS: dict[str, Promise] = {
    **dict.fromkeys(["explain", "analyze", "news"], _EXPLAIN),
    **dict.fromkeys(
        [
            "start_blockchain_basics",
            "start_defi_contracts",
            "start_scaling_dao",
            "review",
            "tasks",
            "quests",
            "leaderboard",
            "tools",
            "resources",
            "courses",
        ],
        _LEARN,
    ),
    "find": _HISTORY,
    "save": _BOOKMARKS,
    **dict.fromkeys(["limit", "quota"], _LIMITS),
    "lang": _LANGUAGE,
    **dict.fromkeys(["ban", "unban", "broadcast", "post_to_channel"], _STAFF),
    **dict.fromkeys(["admin", "admin_metrics", "metrics", "dashboard"], _NUMBERS),
    **dict.fromkeys(["drops", "activities"], _INVENTED),
    **dict.fromkeys(["trending", "token", "calc", "digest", "price"], _NO_MARKET),
    **dict.fromkeys(
        [
            "subscribe_drops",
            "unsubscribe_drops",
            "my_subscriptions",
            "notify_version",
            "notify_quests",
            "notify_milestone",
        ],
        _NO_NOTICES,
    ),
    "clear_cache": _CACHE,
}


def successor(name: str) -> Promise | None:
    """The sentence for an old command, None if there never was one of that name."""
    if name in SUCCESSORS:
        return SUCCESSORS[name]
    return _LEARN if name.startswith(("start_", "quest_")) else None
