"""One demo a database; whoever only looks whether one runs is in nobody's way."""

import os
import threading
import time
from pathlib import Path

import filelock
import pytest

from botapp.processes.demo_lock import AnotherRuns, Running, hold, running


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    """The lock of a database that nobody else uses."""
    path = tmp_path / "rvx.sqlite3.demo.lock"
    monkeypatch.setattr("botapp.processes.demo_lock._path", lambda: path)
    return path


def test_a_second_demo_is_refused_and_told_of_the_first(place):
    with hold(sandbox=8100):
        assert running() == Running(os.getpid(), 8100)
        with pytest.raises(AnotherRuns) as refused, hold(sandbox=8200):
            pass
    assert refused.value.running == Running(os.getpid(), 8100)
    assert running() is None


def test_a_demo_that_has_ended_is_named_no_more(place):
    with hold(sandbox=8100):
        pass
    with filelock.FileLock(place, preserve_lock_file=True):
        assert running() == Running()
        with pytest.raises(AnotherRuns) as refused, hold(sandbox=8200):
            pass
    assert refused.value.running == Running()


def test_a_demo_starts_while_somebody_looks_whether_one_runs(place):
    look = filelock.FileLock(place, preserve_lock_file=True, thread_local=False)
    look.acquire()
    threading.Timer(0.1, look.release).start()
    begun = time.monotonic()
    with hold(sandbox=8100):
        assert running() == Running(os.getpid(), 8100)
    assert time.monotonic() - begun >= 0.05
