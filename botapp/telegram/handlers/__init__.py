"""What botapp itself adds to the bot. Other apps do the same in their own `telegram.handlers`."""

from django.utils.translation import gettext_lazy as _

from botapp.telegram.features import Command, DeepLink, Feature, MenuEntry, registry
from botapp.telegram.handlers import (
    admin_stats,
    ask,
    bookmarks,
    conversation,
    detect,
    explain,
    export,
    feedback,
    follow_ups,
    forget_me,
    help,  # noqa: A004 (the feature is called that)
    history,
    language,
    limits,
    more,
    other_text,
    profile,
    promises,
    search,
    settings,
    start,
    switch,
    teach,
    terms,
    versions,
)
from botapp.telegram.keyboards.card import CloseMore, Deepen, Judge, Keep, OpenMore, Reopen, Stop
from botapp.telegram.keyboards.conversation import ClearHistory
from botapp.telegram.keyboards.explain import AskForItem
from botapp.telegram.keyboards.forget_me import EraseMe, KeepMe
from botapp.telegram.keyboards.help import OpenHelp
from botapp.telegram.keyboards.history import (
    DropBookmark,
    OlderBookmarks,
    OlderHistory,
    OpenBookmarks,
    OpenHistory,
)
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
from botapp.telegram.keyboards.other_text import ExplainAnyway
from botapp.telegram.keyboards.promises import Await
from botapp.telegram.keyboards.search import MoreFound
from botapp.telegram.keyboards.settings import Choose, OpenSettings, OpenTimeZones
from botapp.telegram.keyboards.switch import SwitchKind
from botapp.telegram.keyboards.teach import ChooseTopic, OpenTopics, Teach, TeachBelow
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
    Feature(name="ask", commands=(Command("ask", _("Ask a question"), ask.ask),)),
    Feature(name="other_text", buttons={ExplainAnyway: other_text.explain_anyway}),
    Feature(name="switch", buttons={SwitchKind: switch.switch_kind}),
    Feature(
        name="conversation",
        commands=(
            Command("new", _("Begin a new conversation"), conversation.begin_anew),
            Command("clear_history", _("Delete our conversations"), conversation.ask_to_clear),
            Command("context_stats", _("What I remember of our talk"), conversation.show_context),
        ),
        buttons={ClearHistory: conversation.clear},
    ),
    Feature(
        name="forget_me",
        commands=(Command("forget_me", _("Delete all my data"), forget_me.ask, always=True),),
        buttons={EraseMe: forget_me.erase, KeepMe: forget_me.keep},
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
    Feature(name="promises", buttons={Await: promises.promise}),
    Feature(
        name="history",
        commands=(Command("history", _("Your last explanations"), history.show_history, is_main=True),),
        menu=(MenuEntry(_("History"), OpenHistory(), order=30),),
        buttons={
            OpenHistory: history.show_history,
            OlderHistory: history.show_history,
            Reopen: history.reopen,
        },
    ),
    Feature(
        name="search",
        commands=(Command("search", _("Find an explanation by its words"), search.search),),
        buttons={MoreFound: search.show_more},
    ),
    Feature(
        name="bookmarks",
        commands=(
            Command("bookmark", _("Save the last card, or the one you reply to"), bookmarks.keep_card),
            Command("bookmarks", _("What you saved"), bookmarks.show_bookmarks),
        ),
        menu=(MenuEntry(_("Saved"), OpenBookmarks(), order=40),),
        buttons={
            OpenBookmarks: bookmarks.show_bookmarks,
            OlderBookmarks: bookmarks.show_bookmarks,
            DropBookmark: bookmarks.drop,
            Keep: bookmarks.keep,
        },
    ),
    Feature(
        name="language",
        commands=(Command("language", _("Change the language"), language.show_languages, always=True),),
        menu=(MenuEntry(_("Language"), OpenLanguages(), order=80),),
        buttons={OpenLanguages: language.show_languages, SetLanguage: language.choose_language},
    ),
    Feature(
        name="limits",
        commands=(Command("limits", _("What is left today"), limits.show_limits, always=True, is_main=True),),
    ),
    Feature(
        name="profile",
        commands=(
            Command("profile", _("Who you are to me"), profile.show_profile),
            Command("stats", _("Your own numbers"), profile.show_numbers),
            Command("export", _("All that I keep of you, as a file"), export.export),
        ),
    ),
    Feature(
        name="settings",
        commands=(
            Command("settings", _("Language, depth and time zone"), settings.show_settings, is_main=True),
            Command("timezone", _("Where you live"), settings.show_time_zones),
        ),
        buttons={
            OpenSettings: settings.show_settings,
            OpenTimeZones: settings.show_time_zones,
            Choose: settings.choose,
        },
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
    Feature(
        name="teach",
        commands=(Command("teach", _("A short lesson on a topic"), teach.teach),),
        buttons={
            OpenTopics: teach.show_topics,
            ChooseTopic: teach.show_levels,
            Teach: teach.teach_here,
            TeachBelow: teach.teach_below,
        },
    ),
    Feature(
        name="detect",
        commands=(
            Command("detect", _("Signs of fraud in a message"), detect.detect, is_main=True),
            Command("tips", _("Ten rules against fraud"), detect.show_tips),
        ),
    ),
)

for feature in FEATURES:
    registry.register(feature)
