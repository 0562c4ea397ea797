"""Whose a cue is: what ships shares none, so that an editor may save each of its kinds."""

import pytest

from botapp.models import EventKind
from botapp.queries.event_kinds import lines, with_cues, with_names

pytestmark = pytest.mark.django_db


def test_no_two_of_the_kinds_that_ship_share_a_name_or_a_cue() -> None:
    kinds = list(EventKind.objects.all())
    for number, kind in enumerate(kinds):
        others = kinds[number + 1 :]
        for cues in lines(vars(kind), "cues").values():
            assert with_cues(cues, others) == {}
        assert (
            with_names([name for said in lines(vars(kind), "name").values() for name in said], others) == {}
        )
