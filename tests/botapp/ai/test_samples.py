"""The sample set: what holds for every item, with the glossary and the kinds that RVX ships."""

import pytest

from tests.botapp.ai.long_items import LongItem
from tests.botapp.ai.measuring import measured
from tests.botapp.ai.sample_items import SAMPLES

each_sample = pytest.mark.parametrize(
    "item", SAMPLES, ids=[f"{n}-{item.language}-{item.kind}" for n, item in enumerate(SAMPLES)]
)


def test_the_set_is_large_and_even():
    assert len(SAMPLES) >= 30
    for language in ("ru", "uk", "en"):
        own = [item for item in SAMPLES if item.language == language]
        assert len(own) >= 10
        assert len({item.kind for item in own}) >= 5


@each_sample
def test_a_sample_keeps_all_that_matters(item: LongItem):
    found = measured(item)
    assert found.lead_kept
    assert found.numbers_kept == set(item.numbers)
    assert found.numbers_shown == set(item.numbers)
    assert found.unsupported == []
    assert found.kind == item.kind
    assert found.terms_missing == set()
    assert found.flags == ()
