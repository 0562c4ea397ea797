"""What the table of places says is understood, and what readers are shown leads back to itself."""

import pytest
from django.utils.translation import override

from botapp.queries import places, time_zones


def test_every_name_of_the_table_is_understood():
    rows = [line.split("\t") for line in places.TABLE.read_text(encoding="utf-8").splitlines()[2:]]
    names = [name for _kind, _zones, said in rows for name in said.split("|")]
    assert len(names) > 5_000
    assert [name for name in names if not time_zones.meant(name)] == []


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_a_zone_s_own_label_leads_back_to_its_time(language):
    with override(language):
        lost = [zone for zone in places.every_zone() if not time_zones.meant(time_zones.label(zone))]
    assert lost == []
