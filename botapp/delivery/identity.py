"""Who a process is, precisely enough that its number alone is never trusted."""

import os
import socket
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psutil


@dataclass(frozen=True)
class Identity:
    """One running `runbot`. `place` names kernel and pid namespace: pids compare only within one."""

    holder: uuid.UUID
    host: str
    pid: int
    started: float
    place: str
    version: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "holder": str(self.holder),
            "host": self.host,
            "pid": self.pid,
            "started": self.started,
            "place": self.place,
        }

    @classmethod
    def from_json(cls, stored: Any) -> "Identity | None":
        """The identity written in a lock file, or None if nobody's stands there."""
        try:
            return cls(
                uuid.UUID(stored["holder"]),
                str(stored["host"]),
                int(stored["pid"]),
                float(stored["started"]),
                str(stored["place"]),
            )
        except (KeyError, TypeError, ValueError):
            return None


def myself(version: str = "") -> Identity:
    """The identity of this process, with a holder made anew at each call."""
    started = psutil.Process().create_time()
    return Identity(uuid.uuid4(), socket.gethostname(), os.getpid(), started, _place(), version)


def stopped_process(other: Identity) -> psutil.Process | None:
    """`other`'s process if it is certainly that one and the system says that it is stopped."""
    if other.place != _place() or not other.place or other.host != socket.gethostname():
        return None
    try:
        process = psutil.Process(other.pid)
        same = abs(process.create_time() - other.started) < 0.05
        return process if same and process.status() == psutil.STATUS_STOPPED else None
    except psutil.Error:
        return None


@cache
def _place() -> str:
    """Boot and pid namespace; empty where the system does not tell, so that nobody is ever ended there."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""
