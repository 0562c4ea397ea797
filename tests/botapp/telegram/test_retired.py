"""Commands of old: each still gets a sentence that leads somewhere."""

import re

import pytest
from django.conf import settings
from django.utils import translation

from botapp.telegram.features import discover
from botapp.telegram.retired import SUCCESSORS, successor

NAMED = re.compile(r"/([a-z_]+)")


def test_every_old_command_is_answered_once_with_its_own_sentence(chat):
    for name, sentence in SUCCESSORS.items():
        reply = chat.say(f"/{name}")
        with translation.override("en"):
            assert reply.text.startswith(str(sentence)), name
        assert reply.count("sendMessage") == 1, name
        assert reply.refusals == [], name


@pytest.mark.parametrize("name", ["explain", "drops", "clear_cache"])
def test_what_follows_an_old_command_changes_nothing(chat, name):
    plain = chat.say(f"/{name}").text
    assert chat.say(f"/{name} Bitcoin <b>fell</b> by 5% to $60,000 today").text == plain
    assert chat.say(f"/{name.upper()}@rvx_test_bot").text == plain


def test_the_commands_that_sentences_name_are_alive():
    alive = {command.name for command in discover().commands()}
    with translation.override("en"):
        named = {name for sentence in SUCCESSORS.values() for name in NAMED.findall(str(sentence))}
    assert named
    assert named <= alive


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_every_sentence_names_the_same_command_in_every_language(code):
    for sentence in set(SUCCESSORS.values()):
        with translation.override("en"):
            expected = NAMED.findall(str(sentence))
        with translation.override(code):
            said = str(sentence)
        assert NAMED.findall(said) == expected
        if code != "en":
            assert re.search("[а-яіїєґ]", said, re.IGNORECASE), said


@pytest.mark.parametrize(
    ("name", "known"),
    [("start_anything", True), ("quest_7", True), ("startle", False), ("questionnaire", False), ("", False)],
)
def test_whole_families_are_recognised_by_their_beginning(name, known):
    assert (successor(name) is not None) is known
