"""The PID file beside SQLite."""

import json
import logging
import os
import signal
import subprocess
import sys

import pytest

from botapp.delivery import identity
from botapp.delivery.lock_file import FileLock

HOLDER = """
import sys, time
from pathlib import Path
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
import django; django.setup()
from botapp.delivery import identity
from botapp.delivery.lock_file import FileLock
lock = FileLock(Path(sys.argv[1]), identity.myself())
print(lock.attempt(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rvx-bot-1.pid"


def lock_at(path):
    return FileLock(path, identity.myself())


@pytest.fixture
def other_process(path):
    """Another process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline().strip() == "True"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_it_says_in_the_file_who_holds_it(path):
    lock = lock_at(path)
    assert lock.attempt()
    body = json.loads(path.read_text())
    assert body["pid"] == os.getpid()
    assert lock.holder().pid == os.getpid()
    assert lock.view().is_held
    lock.release()


def test_a_second_one_does_not_get_it_and_can_read_who_has_it(path, other_process):
    second = lock_at(path)
    assert not second.attempt()
    assert second.view().can_be_had
    assert not second.view().is_held
    assert second.holder().pid == other_process.pid


def test_it_is_free_at_once_when_its_holder_is_killed_and_names_the_same_lock(path, other_process):
    known = json.loads(path.read_text())["lock"]
    other_process.kill()
    other_process.wait()
    second = lock_at(path)
    assert second.attempt()
    assert second.view().identity == f"file:{known}"
    assert second.holder().pid == os.getpid()
    second.release()


def test_a_stopped_holder_is_recognised_and_a_running_one_is_left_alone(path, other_process):
    holder = lock_at(path).holder()
    assert identity.stopped_process(holder) is None
    other_process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, other_process.pid, os.WSTOPPED | os.WNOWAIT)
    assert identity.stopped_process(holder).pid == other_process.pid


@pytest.mark.parametrize("change", [{"started": 1.0}, {"place": "another container"}, {"host": "elsewhere"}])
def test_a_stopped_process_is_never_taken_for_another_one(path, other_process, change):
    other_process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, other_process.pid, os.WSTOPPED | os.WNOWAIT)
    stored = lock_at(path).holder().as_json() | change
    assert identity.stopped_process(identity.Identity.from_json(stored)) is None


def test_given_back_it_can_be_had_by_the_next_one_and_the_file_stays(path):
    first, second = lock_at(path), lock_at(path)
    first.attempt()
    first.release()
    assert path.exists()
    assert second.attempt()
    second.release()


def test_a_file_that_was_made_anew_is_another_lock(path):
    first = lock_at(path)
    first.attempt()
    path.unlink()
    second = lock_at(path)
    assert second.attempt()
    assert second.view().identity != first.view().identity
    assert not first.check()
    assert not first.view().is_held
    assert second.check()
    second.release()


def test_a_torn_file_holds_nobody_and_is_written_again(path):
    path.write_text('{"lock": "abc", "hol')
    lock = lock_at(path)
    assert lock.holder() is None
    assert lock.attempt()
    assert lock.holder().pid == os.getpid()
    lock.release()


def test_a_child_of_the_holder_does_not_keep_it(path):
    first, second = lock_at(path), lock_at(path)
    first.attempt()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    first.release()
    assert second.attempt()
    second.release()
    child.communicate(b"\n")


def test_where_it_cannot_be_had_one_error_names_the_cure(tmp_path, caplog):
    folder = tmp_path / "folder"
    folder.write_text("not a folder")
    lock = lock_at(folder / "file.pid")
    assert not lock.attempt()
    assert not lock.attempt()
    assert not lock.view().can_be_had
    errors = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "LOCK_DIR" in errors[0]
    assert lock.holder() is None
    folder.unlink()
    folder.mkdir()
    assert lock.attempt()
    assert lock.view().can_be_had
    lock.release()
