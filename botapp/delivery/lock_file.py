"""The lock beside SQLite: a PID file held by flock, never unlinked, the holder as JSON inside.

The file carries an id of its own that outlives its holders. A file that was removed and made anew
has another id, so its being free proves nothing about a leader who held the old one.
"""

import json
import logging
import os
import uuid
from pathlib import Path
from typing import Any

import filelock

from botapp.delivery.identity import Identity
from botapp.delivery.verdict import LockView

logger = logging.getLogger(__name__)
_MOST_BYTES = 4096


class FileLock:
    """Without an identity it signs nothing and makes no file: for who only asks whether it is free."""

    def __init__(self, path: Path, identity: Identity | None) -> None:
        self._path = path
        self._me = identity
        self._id = ""
        self._can_be_had = True
        self._lock = filelock.FileLock(
            path,
            thread_local=False,
            fallback_to_soft=False,
            preserve_lock_file=True,
            on_acquired=self._sign,
        )

    def attempt(self) -> bool:
        if self._lock.is_locked:
            return True
        if self._me is None and not self._path.exists():
            self._can_be_had = os.access(self._path.parent, os.W_OK)
            return False
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout:
            self._can_be_had = True
            return False
        except OSError as error:
            self._say_once(error)
            return False
        self._can_be_had = True
        return True

    def check(self) -> bool:
        """Held, and the file is still the one at the path: who unlinks it lets a second holder in."""
        if not self._lock.is_locked:
            return False
        if self._read().get("lock") == self._id:
            return True
        logger.error("The lock file %s was replaced while it was held; leave it alone.", self._path.name)
        self.release()
        return False

    def release(self) -> None:
        if self._lock.is_locked:
            self._lock.release()

    def view(self) -> LockView:
        return LockView(
            identity=f"file:{self._id}" if self._id else "",
            is_held=self._lock.is_locked,
            can_be_had=self._can_be_had,
            required=True,
        )

    def fileno(self) -> int | None:
        return None

    def heard(self) -> bool:
        return False

    def holder(self) -> Identity | None:
        return Identity.from_json(self._read().get("holder"))

    def _read(self) -> dict[str, Any]:
        try:
            return _parsed(self._path.read_bytes())
        except OSError:
            return {}

    def _sign(self, descriptor: int) -> None:
        """Write who holds it, keeping the id that the file already has."""
        self._id = _parsed(os.pread(descriptor, _MOST_BYTES, 0)).get("lock") or ""
        if self._me is None:
            return
        self._id = self._id or uuid.uuid4().hex
        body = json.dumps({"lock": self._id, "pid": self._me.pid, "holder": self._me.as_json()}).encode()
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, body, 0)

    def _say_once(self, error: OSError) -> None:
        if self._can_be_had:
            logger.error(
                "No lock file can be had in %s (%s): a takeover after a crash takes as long as the lease. "
                "Set LOCK_DIR to a writable directory on a local disk.",
                self._path.parent,
                error.strerror or type(error).__name__,
            )
        self._can_be_had = False


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
