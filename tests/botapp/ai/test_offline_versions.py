"""What would be told anew without AI, compared with what readers get, for the whole sample set."""

from dataclasses import replace

import pytest

from botapp.ai.base import Prompt
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.provider import explained
from botapp.ai.offline.versions import tells_nothing_new
from tests.botapp.ai.sample_items import SAMPLES
from tests.kit.knowledge import knowledge

each_sample = pytest.mark.parametrize("item", SAMPLES, ids=range(len(SAMPLES)))
MODES = ("plain", "examples", "analogy", "steps", "check")
ONE = "Binance opened a new office in the city of Dubai."


def prompt(text, language="en", **wanted):
    return Prompt(text, language, knowledge=knowledge(language), **wanted)


@each_sample
def test_a_card_is_its_own_repetition_and_its_steps_are_none(item):
    card = prompt(item.text, item.language)
    assert tells_nothing_new(card, explained(card), mode="plain")
    assert not tells_nothing_new(replace(card, mode="steps"), explained(card), mode="plain")


@each_sample
@pytest.mark.parametrize("depth", ["simple", "pro"])
def test_another_depth_is_new_exactly_if_a_reader_sees_something_else(item, depth):
    card = prompt(item.text, item.language)
    other = replace(card, depth=depth)
    same = explained(card) == explained(other)
    assert tells_nothing_new(other, explained(card), mode="plain") == same


@each_sample
@pytest.mark.parametrize("mode", MODES[1:])
def test_a_way_is_new_exactly_if_it_is_not_left_to_the_ai(item, mode):
    card = prompt(item.text, item.language)
    other = replace(card, mode=mode)
    said = PHRASES[item.language]
    lacking = {said.no_analogy, said.no_example, said.no_checks, said.one_event}
    told = explained(other)
    assert tells_nothing_new(other, explained(card), mode="plain") == bool(lacking & {*told.illustration})


@each_sample
def test_versions_end_where_the_text_ends(item):
    card = shown = prompt(item.text, item.language)
    for variant in range(1, 20):
        other = replace(card, variant=variant)
        if tells_nothing_new(other, explained(shown), mode="plain"):
            break
        assert explained(other).what_happened != explained(card).what_happened
        shown = other
    assert variant < 10


@pytest.mark.parametrize("mode", MODES[1:])
@pytest.mark.parametrize("depth", ["simple", "normal", "pro"])
def test_of_one_sentence_there_is_only_one_card(depth, mode):
    card = explained(prompt(ONE))
    assert tells_nothing_new(prompt(ONE, depth=depth), card, mode="plain")
    assert tells_nothing_new(prompt(ONE, depth=depth, variant=1), card, mode="plain")
    assert tells_nothing_new(prompt(ONE, depth=depth, mode=mode), card, mode="plain")


def test_the_way_back_shows_what_other_ways_hide():
    text = f"{ONE} It pays $2 million a year for it."
    shown = explained(prompt(text, mode="analogy"))
    assert not tells_nothing_new(prompt(text), shown, mode="analogy")


def test_questions_to_check_oneself_come_again_only_while_there_are_new_ones():
    item = SAMPLES[1]
    card = prompt(item.text, item.language, mode="check")
    told = [explained(replace(card, variant=number)).checks for number in range(3)]
    assert told[0] != told[1]
    assert not tells_nothing_new(replace(card, variant=1), explained(card), mode="check")
    assert tells_nothing_new(replace(card, variant=9), explained(replace(card, variant=8)), mode="check")
