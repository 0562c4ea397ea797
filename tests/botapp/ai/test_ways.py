"""Ways of explaining: what a model is told, how its answer is read, what is made without it."""

import json
from dataclasses import replace

import pytest

from botapp.ai.base import Knowledge, Prompt
from botapp.ai.offline import OfflineProvider
from botapp.ai.offline.explainer import explain
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.partial import PartialAnswer
from botapp.ai.prompts import build
from botapp.ai.schema import Explanation
from tests.kit.knowledge import knowledge

HACK = (
    "Hackers drained the Harbor bridge on Monday. They took $285 million in Bitcoin within an hour. "
    "The team stopped the bridge. Then it called the police. It asks validators to wait."
)
MODES = ("plain", "examples", "analogy", "steps", "check")


def known(**pictures):
    """The small glossary, its kinds of events with these texts."""
    base = knowledge("en")
    events = tuple(
        replace(event, background=event.background.model_copy(update=pictures)) for event in base.events
    )
    return Knowledge(base.terms, events)


def prompt(mode, text=HACK, **facts):
    return Prompt(text, "en", mode=mode, **{"knowledge": known(), **facts})


def test_a_model_is_told_each_way_in_other_words():
    systems = [build(prompt(mode)).system for mode in MODES]
    assert len(set(systems)) == len(MODES)
    assert "Leave illustration and checks empty." in systems[0]
    assert all("no numbers" in system for system in systems[1:3])


def test_a_model_is_told_how_many_versions_a_person_has_read():
    assert "other version(s)" not in build(prompt("plain")).system
    assert "has read 2 other version(s)" in build(prompt("plain", variant=2)).system


def test_a_models_illustration_and_checks_grow_by_whole_lines():
    answer = {
        "headline": "H",
        "what_happened": [{"text": "One."}],
        "illustration": ["A baker sells bread.", "The oven breaks."],
        "checks": [{"question": "Who?", "answer": "A baker."}, {"question": "What?", "answer": "An oven."}],
    }
    partial, whole, seen = PartialAnswer(), Explanation.model_validate(answer), set()
    for letter in json.dumps(answer):
        shown = partial.feed(letter)
        if shown:
            assert whole.illustration[: len(shown.illustration)] == shown.illustration
            assert whole.checks[: len(shown.checks)] == shown.checks
            seen.add((len(shown.illustration), len(shown.checks)))
    assert {(1, 0), (2, 0), (2, 1), (2, 2)} <= seen
    assert partial.finish() == whole


def test_without_ai_the_steps_are_the_items_sentences_in_their_order():
    shown = explain(prompt("steps"))
    assert shown.illustration == (
        "Hackers drained the Harbor bridge on Monday.",
        "They took $285 million in Bitcoin within an hour.",
        "The team stopped the bridge.",
        "Then it called the police.",
        "It asks validators to wait.",
    )
    assert len(shown.what_happened) == 1


def test_one_event_has_no_steps_and_that_is_said():
    assert explain(prompt("steps", "Hackers drained a bridge today.")).illustration == (
        PHRASES["en"].one_event,
    )


def test_without_ai_questions_are_made_from_figures_and_words_with_their_answers():
    checks = explain(prompt("check")).checks
    assert ("Which number is missing: “They took … in Bitcoin within an hour”?", "$285 million") in [
        (check.question, check.answer) for check in checks
    ]
    assert ("What is Bitcoin?", "[en] what bitcoin means") in [(c.question, c.answer) for c in checks]


def test_an_item_without_figures_and_words_says_that_questions_take_the_ai():
    shown = explain(prompt("check", "The mayor opened a new park for children.", knowledge=Knowledge()))
    assert (shown.checks, shown.illustration) == ((), (PHRASES["en"].no_checks,))


@pytest.mark.parametrize(("mode", "field"), [("analogy", "analogy"), ("examples", "example")])
def test_without_ai_pictures_are_those_of_the_kind_of_event(mode, field):
    (line,) = explain(prompt(mode, knowledge=known(**{field: "A thief finds a door open."}))).illustration
    assert line.endswith("A thief finds a door open.")
    assert line.startswith(PHRASES["en"].another_case) == (mode == "examples"), (
        "it is not the item's own case"
    )


@pytest.mark.parametrize(("mode", "said"), [("analogy", "no_analogy"), ("examples", "no_example")])
@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_where_there_is_no_picture_a_line_says_that_it_takes_the_ai(mode, said, language):
    shown = explain(Prompt("The mayor opened a new park today.", language, mode=mode))
    assert shown.illustration == (getattr(PHRASES[language], said),)


def test_a_further_version_tells_what_the_first_one_left_out():
    first, second = (
        explain(prompt("plain", depth="simple")),
        explain(prompt("plain", depth="simple", variant=1)),
    )
    assert not set(first.what_happened) & set(second.what_happened)
    assert second.illustration == ()


def test_where_there_is_nothing_more_to_tell_a_further_version_says_so():
    assert explain(prompt("plain", variant=9)).illustration == (PHRASES["en"].same_words,)
    assert PHRASES["en"].same_words in explain(prompt("steps", variant=1)).illustration
    assert explain(prompt("plain", "Hackers drained a bridge today.")).illustration == ()


async def test_a_question_about_a_word_becomes_one_to_check_oneself():
    asked = prompt("check", "What is leverage?", kind="question")
    (reply,) = [reply async for reply in OfflineProvider().explain(asked)]
    assert not reply.explanation.checks
    assert reply.explanation.illustration == (PHRASES["en"].no_checks,)


def test_one_question_does_not_tell_the_answer_of_another():
    text = "Ether rose 4% to $3,740 on Tuesday after the upgrade. It had lost 9% a week before."
    checks = explain(prompt("check", text, knowledge=Knowledge())).checks
    assert len({check.question.split("“")[1].split()[0] for check in checks}) == len(checks) == 2
