from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy

from analytics.queries.usage import DayUsage
from botapp.ai.base import GlossaryTerm
from botapp.ai.lesson import as_material
from botapp.ai.quotes import quoted
from botapp.queries.allowances import Allowance
from botapp.queries.conversations import ContextFacts
from botapp.queries.own_numbers import OwnNumbers
from botapp.queries.profile import Profile
from botapp.queries.search import Hit, Piece
from botapp.queries.sources import Source
from botapp.services.forgetting import Forgotten, Line
from botapp.telegram.features import Command
from botapp.telegram.rendering import Loader, render
from tests.botapp.telegram.samples import FULL, HOSTILE

ROOT = Path(settings.BASE_DIR) / "templates" / "telegram"
TODAY = DayUsage(day=None, people=3, explanations=5)
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
BITCOIN = GlossaryTerm("bitcoin", "Bitcoin", "The first of all.", (), "BTC")
COMMAND = Command("help", gettext_lazy("What I can do"), None)
PROVENANCES = (
    Source("Chain Daily", link="https://news.test/a?b=c&d=%3Ce%3E"),
    Source("<b>Wire & co", post="https://t.me/wire/77", picture="read"),
    Source("{{ y }}", picture="unread"),
)
# What each template is shown with; fragments are shown through those that include them.
CONTEXTS = {
    "admin_stats/stats": [{"today": TODAY, "week": TODAY}],
    "ask/how": [{}],
    "conversation/clear": [{"turns": 0}, {"turns": 1}, {"turns": 12}],
    "conversation/cleared": [{"removed": 0}, {"removed": 1}, {"removed": 12}],
    "conversation/context": [
        {"facts": ContextFacts(0, 0, 0, 0, None), "most": 200, "days": 30},
        {"facts": ContextFacts(12, 10, 900, 340, NOW), "zone": "Kyiv", "most": 200, "days": 30},
    ],
    "conversation/new": [{"kept": 0}, {"kept": 5}],
    "detect/ask": [{}],
    "detect/signs": [{}, {"flags": FULL.red_flags}],
    "errors/apology": [{}],
    "errors/refusal": [{"sentence": "No."}],
    "explain/asked": [{"question": "Why?"}],
    "explain/card": [
        {"item": FULL, "mode": "plain", "notice": "n", "source": "s"},
        {"item": HOSTILE},
        {"item": FULL, "is_fraud": True},
        *({"item": FULL, "mode": mode, "question": "Why?"} for mode in ("examples", "analogy", "steps")),
        *({"item": FULL, "provenance": known} for known in PROVENANCES),
    ],
    "explain/edited": [{}],
    "explain/failed": [{}, {"sentence": "No."}],
    "explain/grounds": [{"statements": quoted(FULL, "The SEC filed 13 charges. It did.")}],
    "explain/growing": [{"item": FULL}],
    "explain/invitation": [{}],
    "explain/lesson": [
        {"lesson": as_material(FULL), "terms": FULL.terms, "notice": "n"},
        {"lesson": as_material(FULL), "is_growing": True},
    ],
    "explain/elsewhere": [{}],
    "explain/nothing_to_stop": [{}],
    "explain/reading": [{}],
    "explain/stopped": [{}, {"item": FULL}, {"question": "Why?"}],
    "explain/unreadable": [
        {"media": media}
        for media in ("document", "voice", "video", "sticker", "location", "contact", "poll", "story", "game")
    ],
    "feedback/another_way": [{}],
    "help/help": [{"main": [COMMAND], "others": [COMMAND]}],
    "help/unknown": [{"name": "x"}, {"name": "x", "successor": "Use /learn."}],
    "export/file": [{}],
    "export/private": [{}],
    "forget_me/done": [{"done": Forgotten((Line("Explanations", 2),), 0, True)}, {"done": Forgotten((), 2)}],
    "forget_me/kept": [{}],
    "forget_me/question": [{"lines": (Line("turns", 2), Line("people", 1))}],
    "history/bookmarks": [{}, {"is_first": True}, {"lines": [1]}],
    "history/history": [{}, {"is_first": True}, {"lines": [1], "is_first": True}],
    "history/kept": [{"headline": "<b>"}],
    "language/choice": [{}],
    "language/chosen": [{}],
    "limits/limits": [{"allowance": Allowance(limit=50, used=8, left=42, renewed_at=NOW)}],
    "profile/profile": [
        {
            "profile": Profile("Ada", NOW),
            "language": "English",
            "depth": "Normal",
            "zone": "Kyiv",
            "difference": "UTC+2",
        }
    ],
    "search/found": [
        {"asked": "<b>"},
        {"asked": "x", "lines": [Hit(1, "H", NOW, ()), Hit(2, "H", NOW, (Piece("a "), Piece("x", True)))]},
    ],
    "settings/settings": [{"language": "English", "depth": "Normal", "zone": "Kyiv", "now": NOW}],
    "settings/time_zones": [{}],
    "settings/which_time_zone": [{"asked": "<Valencia>"}],
    "start/menu": [{}],
    "teach/levels": [{"name": "DeFi"}, {"name": "DeFi", "asked": "<b>"}],
    "teach/topics": [{}, {"asked": "x"}],
    "teach/nearest": [{"asked": "<b>", "title": "T"}],
    "teach/writing": [{}],
    "tips/tips": [{}],
    "terms/term": [{"term": BITCOIN}, {"note": FULL.terms[0], "term": None}],
    "terms/unknown": [{}, {"word": "x"}, {"word": "x", "like": (BITCOIN,)}],
    "terms/words": [{}],
    "other_text/held": [{}],
    "small_talk/hello": [{}],
    "small_talk/thanks": [{}],
    "start/welcome": [{}, {"name": "<b>Ada & 100% {{ x }}"}],
    "stats/stats": [{"numbers": OwnNumbers(1, 2, 3, 4, 5, 6, more=((gettext_lazy("Lessons"), 6),))}],
}
FRAGMENTS = {
    *(f"explain/{part}" for part in ("item", "statements", "impact", "illustration", "checks", "provenance")),
    *(f"explain/{part}" for part in ("fraud", "flag")),
    *(f"detect/{part}" for part in ("advice", "happened")),
}


def test_every_template_is_shown_here():
    there = {str(path.relative_to(ROOT).with_suffix("")) for path in ROOT.rglob("*.html")}
    assert {name for name in there if not name.startswith("lessons/")} == set(CONTEXTS) | FRAGMENTS


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
@pytest.mark.parametrize("template", CONTEXTS)
def test_every_template_renders_in_every_language(template, language):
    with translation.override(language):
        for context in CONTEXTS[template]:
            (message,) = render(template, context)
            assert message.text
            assert "\n\n\n" not in message.text
            assert "{" not in message.text.replace("{{ x }}", "").replace("{{ y }}", "")


def test_values_are_escaped_and_shown_as_written():
    with translation.override("en"):
        (message,) = render("start/welcome", {"name": "<b>Ada & 100% {{ x }}"})
    assert message.text.startswith("Hello, <b>Ada & 100% {{ x }}!\n\nI am RVX.")


def test_a_line_of_silent_tags_vanishes(tmp_path, monkeypatch):
    lines = (
        "a\n  {% if yes %}\n  b\n{% endif %}{# note #}\n{% for i in more %}\n- {{ i }}\n{% endfor %}\n\nc\n"
    )
    assert _shown(tmp_path, monkeypatch, lines, yes=True, more=[1, 2]) == "a\nb\n- 1\n- 2\n\nc"
    assert _shown(tmp_path, monkeypatch, lines, yes=False, more=[]) == "a\n\nc"


def test_a_line_of_a_speaking_tag_stays_a_line(tmp_path, monkeypatch):
    assert _shown(tmp_path, monkeypatch, '{% translate "x" %}\n{{ y }}\nz', y="y") == "x\ny\nz"


def test_a_template_that_renders_to_nothing_is_an_error(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match="nothing"):
        _shown(tmp_path, monkeypatch, "{% if no %}x{% endif %}")


def _shown(tmp_path, monkeypatch, source, **context):
    (tmp_path / "telegram").mkdir(exist_ok=True)
    name = f"t{abs(hash(source))}"
    (tmp_path / "telegram" / f"{name}.html").write_text(source)
    monkeypatch.setattr(Loader, "get_dirs", lambda self: [tmp_path])
    return "\n\n".join(message.text for message in render(name, context))
