"""One start at a time prepares the database: two lock holders in processes and threads of their own."""

import threading
import time

import pytest
from django.conf import settings
from django.db import connection, connections

from botapp.processes import startup_lock as module
from botapp.processes.startup_lock import startup_lock


@pytest.fixture(autouse=True)
def database(db, monkeypatch):
    """The lock belongs to the database that the tests use, whichever it is."""
    described = {**settings.DATABASES["default"], "NAME": connection.settings_dict["NAME"]}
    monkeypatch.setitem(settings.DATABASES, "default", described)


def test_a_second_holder_waits_for_the_first_and_says_so(caplog):
    caplog.set_level("INFO")
    order = []

    def second() -> None:
        with startup_lock():
            order.append("second")
        connections.close_all()

    with startup_lock():
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.25)
        order.append("first")
    thread.join(timeout=5)
    assert order == ["first", "second"]
    assert caplog.messages.count("Another start is preparing the database: waiting for it.") == 1


def test_waiting_has_an_end():
    with startup_lock():
        failures = []

        def second() -> None:
            try:
                with startup_lock(patience=0.1):
                    pass
            except TimeoutError as error:
                failures.append(error)

        thread = threading.Thread(target=second)
        thread.start()
        thread.join(timeout=5)
    assert len(failures) == 1


def test_the_lock_is_free_again_after_a_failure():
    with pytest.raises(ZeroDivisionError), startup_lock():
        _ = 1 // 0
    with startup_lock(patience=0.1):
        pass


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_the_lock_may_have_an_address_of_its_own(monkeypatch):
    d = connection.settings_dict
    url = f"postgres://{d['USER']}:{d['PASSWORD']}@{d['HOST']}:{d['PORT']}/{d['NAME']}"
    monkeypatch.setattr(settings, "LOCK_DATABASE_URL", url)
    held = (
        "SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database "
        "WHERE locktype = 'advisory' AND datname = current_database() AND objid = %s"
    )
    with startup_lock(), connection.cursor() as cursor:
        cursor.execute(held, [module._KEY])
        assert cursor.fetchone()[0] == 1
