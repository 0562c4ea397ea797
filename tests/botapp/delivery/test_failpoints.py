"""Places where a rehearsal may end the process; only tests can."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from botapp.delivery import failpoints


@pytest.fixture
def reached():
    places = []
    failpoints.arm(places.append)
    yield places
    failpoints.arm(None)


def test_an_armed_place_is_told_to_the_rehearsal(reached):
    failpoints.reach("stored")
    failpoints.reach("sent")
    assert reached == ["stored", "sent"]


def test_a_place_that_nobody_armed_does_nothing():
    failpoints.reach("stored")


def test_no_code_of_the_product_arms_them():
    apps = ("botapp", "lessons", "analytics", "rvx_site")
    sources = [path for app in apps for path in Path(settings.BASE_DIR, app).rglob("*.py")]
    armed = [p.name for p in sources if re.search(r"\barm\(", p.read_text()) and p.stem != "failpoints"]
    assert len(sources) > 100
    assert armed == []
