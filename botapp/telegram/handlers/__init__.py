"""What botapp itself adds to the bot. Other apps do the same in their own `telegram.handlers`."""

from django.utils.translation import gettext_lazy as _

from botapp.telegram.features import Command, DeepLink, Feature, MenuEntry, registry
from botapp.telegram.handlers import (
    admin_stats,
    bookmarks,
    explain,
    feedback,
    follow_ups,
    help,  # noqa: A004 (the feature is called that)
    history,
    language,
    limits,
    more,
    start,
    terms,
    versions,
)
from botapp.telegram.keyboards.card import CloseMore, Deepen, Judge, Keep, OpenMore, Reopen, Stop
from botapp.telegram.keyboards.explain import AskForItem
from botapp.telegram.keyboards.help import OpenHelp
from botapp.telegram.keyboards.history import OpenBookmarks, OpenHistory
from botapp.telegram.keyboards.language import OpenLanguages, SetLanguage
from botapp.telegram.keyboards.menu import MenuBelow, OpenMenu
from botapp.telegram.keyboards.more import (
    AskNext,
    Rephrase,
    ShowQuestions,
    ShowSources,
    ShowWords,
    TellAnew,
)
from botapp.telegram.keyboards.terms import ShowTerm, ShowWord

FEATURES = (
    Feature(
        name="start",
        commands=(
            Command("start", _("Begin"), start.start, always=True),
            Command("menu", _("Main menu"), start.menu),
        ),
        buttons={OpenMenu: start.menu, MenuBelow: start.menu},
    ),
    Feature(
        name="explain",
        commands=(Command("stop", _("Stop what is being written"), explain.stop, always=True),),
        menu=(MenuEntry(_("Explain news"), AskForItem(), order=10),),
        buttons={AskForItem: explain.ask_for_item, Stop: explain.press_stop},
        on_text=explain.explain_text,
        on_edit=explain.explain_again,
    ),
    Feature(name="feedback", buttons={Judge: feedback.take_verdict}),
    Feature(
        name="versions",
        buttons={
            Deepen: versions.change_depth,
            Rephrase: versions.change_way,
            TellAnew: versions.tell_anew,
        },
    ),
    Feature(
        name="more",
        buttons={
            OpenMore: more.open_more,
            CloseMore: more.close_more,
            ShowSources: more.show_sources,
            ShowQuestions: more.show_questions,
            AskNext: follow_ups.ask_next,
        },
    ),
    Feature(
        name="terms",
        commands=(Command("term", _("Look up a word"), terms.look_up),),
        buttons={ShowWords: terms.show_words, ShowWord: terms.show_word, ShowTerm: terms.show_term},
        deep_links=(DeepLink(terms.LINK, terms.open_linked),),
    ),
    Feature(
        name="history",
        commands=(Command("history", _("Your last explanations"), history.show_history),),
        menu=(MenuEntry(_("History"), OpenHistory(), order=30),),
        buttons={OpenHistory: history.show_history, Reopen: history.reopen},
    ),
    Feature(
        name="bookmarks",
        commands=(Command("bookmarks", _("What you saved"), bookmarks.show_bookmarks),),
        menu=(MenuEntry(_("Saved"), OpenBookmarks(), order=40),),
        buttons={OpenBookmarks: bookmarks.show_bookmarks, Keep: bookmarks.keep},
    ),
    Feature(
        name="language",
        commands=(Command("language", _("Change the language"), language.show_languages, always=True),),
        menu=(MenuEntry(_("Language"), OpenLanguages(), order=80),),
        buttons={OpenLanguages: language.show_languages, SetLanguage: language.choose_language},
    ),
    Feature(
        name="limits",
        commands=(Command("limits", _("What is left today"), limits.show_limits, always=True),),
    ),
    Feature(
        name="help",
        commands=(Command("help", _("What I can do"), help.show_help),),
        menu=(MenuEntry(_("Help"), OpenHelp(), order=90),),
        buttons={OpenHelp: help.show_help},
    ),
    Feature(
        name="admin_stats",
        commands=(Command("admin_stats", _("Numbers for staff"), admin_stats.show_stats, staff_only=True),),
    ),
)

for feature in FEATURES:
    registry.register(feature)
