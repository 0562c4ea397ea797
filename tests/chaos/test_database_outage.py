"""The database goes away for a moment, under traffic: everybody goes on when it is back."""

import sqlite3
import time

import psutil
import pytest
from django.db import connection

from tests.chaos.conftest import PATIENCE
from tests.kit.chaos.verdict import answered_after, wait_until_done

TIMES = 4
LOCKED = 3.0


def answers_again(traffic, calls):
    """Seconds until somebody who writes now is answered."""
    one = traffic.write("count")
    wait_until_done([one], PATIENCE)
    return answered_after(one, calls())


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_every_session_of_the_bots_is_ended_again_and_again(fleet, pair, traffic, calls, verdict):
    traffic.start()
    for _ in range(TIMES):
        time.sleep(0.3)
        assert end_sessions_of(pair)
    traffic.stop()
    assert answers_again(traffic, calls) < 5
    found = verdict(traffic)
    assert found.is_clean, found
    assert all(bot.is_alive for bot in pair)
    fleet.until_led_by(*pair)


def end_sessions_of(bots):
    """How many there were; those of the tests go on."""
    ports = [
        link.laddr.port for bot in bots for link in psutil.Process(bot.pid).net_connections() if link.raddr
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND client_port = ANY(%s)",
            [ports],
        )
        return cursor.fetchone()[0]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_another_writer_keeps_the_file_to_itself(fleet, pair, traffic, calls, verdict):
    traffic.start()
    time.sleep(0.3)
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    time.sleep(LOCKED)
    other.execute("ROLLBACK")
    other.close()
    traffic.stop()
    assert answers_again(traffic, calls) < 5
    found = verdict(traffic)
    assert found.is_clean, found
    assert all(bot.is_alive for bot in pair)
    fleet.until_led_by(*pair)
