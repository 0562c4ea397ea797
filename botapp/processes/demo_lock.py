"""One demo on one database: a second would be given no message, because the first one's bot takes them."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import filelock
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

_A_LOOK = 0.5  # seconds; longer than anybody has the lock who only looks whether a demo runs


@dataclass(frozen=True, slots=True)
class Running:
    """A demo at work: its process, and its ports if they could be read."""

    pid: int | None = None
    sandbox: int | None = None


class AnotherRuns(Exception):
    """`running` has the lock."""

    def __init__(self, running: Running) -> None:
        super().__init__()
        self.running = running


@contextmanager
def hold(*, sandbox: int) -> Iterator[None]:
    """Be the demo of this database, with the chat on port `sandbox`. Raises AnotherRuns."""
    body = json.dumps({"pid": os.getpid(), "sandbox": sandbox}).encode()
    lock = filelock.FileLock(
        _path(), preserve_lock_file=True, on_acquired=lambda descriptor: _write(descriptor, body)
    )
    try:
        lock.acquire(timeout=_A_LOOK, poll_interval=_A_LOOK / 10)
    except filelock.Timeout:
        raise AnotherRuns(_read()) from None
    except OSError:  # a folder that can't be written to: go without
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError):
            os.truncate(_path(), 0)  # whoever only looks has the lock for a moment and is not this demo
        lock.release()


def running() -> Running | None:
    """The demo that has the lock now. Makes no file and writes nothing, but has the lock while it looks."""
    if not _path().exists():
        return None
    lock = filelock.FileLock(_path(), preserve_lock_file=True)
    try:
        lock.acquire(blocking=False)
    except OSError as error:
        return _read() if isinstance(error, filelock.Timeout) else None
    lock.release()
    return None


def _path() -> Path:
    """Beside an SQLite database; for another one, in the checkout."""
    database = settings.DATABASES[DEFAULT_DB_ALIAS]
    if "sqlite" in database["ENGINE"]:
        return Path(f"{database['NAME']}.demo.lock")
    return Path(settings.BASE_DIR) / f"rvx-demo-{Path(database['NAME']).name}.lock"


def _write(descriptor: int, body: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, body, 0)


def _read() -> Running:
    with suppress(OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        stored = json.loads(_path().read_bytes())
        return Running(int(stored["pid"]), int(stored["sandbox"]))
    return Running()
