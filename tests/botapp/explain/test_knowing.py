"""One reading of what staff keep for all who begin at the same time."""

import asyncio

from botapp.background import run_coroutine
from botapp.bridge import run_service
from botapp.explain import knowing
from botapp.models import Term


async def _read_beside(change):
    """Fifty at once, then a change, then fifty more while the first ones may still be reading."""
    first = [asyncio.ensure_future(knowing.read_current("en")) for _ in range(50)]
    await run_service(change)
    second = [asyncio.ensure_future(knowing.read_current("en")) for _ in range(50)]
    return await asyncio.gather(*first), await asyncio.gather(*second)


def test_those_who_begin_together_get_the_same_and_an_edit_is_seen_by_all_after_it(live_db):
    term = Term.objects.create(slug="test-word", name_en="word", meaning_en="Before.", is_active=True)
    try:
        change = Term.objects.filter(pk=term.pk).update
        first, second = run_coroutine(_read_beside(lambda: change(meaning_en="After.")), timeout=20)
        assert len(set(map(id, first))) == len(set(map(id, second))) == 1
        meanings = {known.slug: known.meaning for known in second[0].knowledge.terms}
        assert meanings["test-word"] == "After."
    finally:
        term.delete()


def test_whoever_goes_away_leaves_the_others_their_reading(live_db):
    async def read():
        gone, stays = (asyncio.ensure_future(knowing.read_current("en")) for _ in range(2))
        await asyncio.sleep(0)
        gone.cancel()
        return await stays

    assert run_coroutine(read(), timeout=20).knowledge.terms
