import pytest
from django.utils import translation

from botapp.telegram.features import discover
from botapp.telegram.retired import SUCCESSORS


def test_help_names_every_listed_command(chat):
    text = chat.say("/help").text
    for command in discover().commands():
        with translation.override("en"):
            shown = f"/{command.name} — {command.description}" in text
        assert shown == (command.listed and not command.staff_only)


@pytest.mark.parametrize("who", ["Ada", "Bob", "Olena"])
def test_help_shows_five_commands_at_once_and_folds_the_rest(chats, who):
    (shown,) = chats(who).say("/help").messages
    folded = [e for e in shown["entities"] if e["type"] == "expandable_blockquote"]
    at_once, behind = shown["text"][: folded[0]["offset"]], shown["text"][folded[0]["offset"] :]
    named = [line.split()[0] for line in at_once.splitlines() if line.startswith("/")]
    assert named == ["/history", "/limits", "/settings", "/detect", "/learn"]
    assert len(at_once) < 500, "less than a phone's screen"
    assert behind.count("\n/") > 15
    assert shown["text"].rstrip().endswith(shown["text"][folded[-1]["offset"] :].rstrip())


def test_help_says_what_counts_towards_the_day(chat):
    assert "each new version of one and each answer counts towards your day" in chat.say("/help").text


def test_help_names_staff_commands_to_staff(chat, settings):
    settings.ADMIN_IDS = (chat.person.id,)
    assert "/admin_stats" in chat.say("/help").text


def test_an_unknown_command_is_answered_with_the_way_to_help(chat):
    reply = chat.say("/make_me_rich")
    assert "/make_me_rich" in reply.text
    assert "/help" in reply.text


@pytest.mark.parametrize(
    ("old", "successor"),
    [
        ("/start_blockchain_basics", "/learn"),
        ("/quest_42", "/learn"),
        ("/drops", "vouch"),
        ("/subscribe_drops", "no notices"),
        ("/notify_quests", "no notices"),
        ("/clear_cache", "nothing to clear"),
        ("/admin_metrics", "/admin_stats"),
        ("/ask", "question"),
        ("/save", "/bookmarks"),
    ],
)
def test_an_old_command_names_its_successor(chat, old, successor):
    assert successor in chat.say(old).text


def test_no_old_command_hides_a_living_one():
    assert {command.name for command in discover().commands()} & set(SUCCESSORS) == set()


def test_a_word_of_the_menu_typed_in_any_language_presses_its_button(chat):
    assert chat.say("help").rows == [["‹ Menu"]]
    assert chat.say("  LANGUAGE ").text == "Which language shall I speak?"
