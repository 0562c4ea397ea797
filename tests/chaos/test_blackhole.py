"""The database's host vanishes without a word: nobody hangs on it, all go on when it is there again."""

import sys
import time

import pytest
from django.db import connection

from tests.chaos.conftest import PATIENCE
from tests.kit.chaos.blackhole import Blackhole
from tests.kit.chaos.fleet import READY, database_url
from tests.kit.chaos.verdict import answered_after, wait_until_done

# Longer than the limits of settings.DATABASES: at its end no thread waits for the old connections.
GONE_SECONDS = 8.0
GOES_ON_WITHIN = 8.0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is a file")
@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux drops the packets")
def test_a_database_that_vanishes_without_a_reset_hangs_nobody(fleet, traffic, calls, verdict):
    port = int(connection.settings_dict["PORT"] or 5432)
    url = database_url().replace(f":{port}/", ":{}/")
    with Blackhole(port) as way:
        bot = fleet.start(DATABASE_URL=url.format(way.port)).until(READY)
        traffic.write("count")
        wait_until_done(traffic.said, PATIENCE)
        way.vanish()
        waiting = traffic.write("count")
        time.sleep(GONE_SECONDS)
        way.come_back()
        came_back_at = time.monotonic()
        wait_until_done(traffic.said, PATIENCE)
        answered_at = waiting.at + answered_after(waiting, calls())
        assert answered_at - came_back_at < GOES_ON_WITHIN
        found = verdict(traffic)
        assert found.is_clean, found
        assert bot.is_alive
        bot.terminate()
        assert bot.wait(10) == 0
