"""The fault table: every row with what it must keep and how long its long version may take."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["sqlite", "postgresql"]
BOTH: tuple[Kind, ...] = ("sqlite", "postgresql")
NONE_LOST = "0 lost, 0 double effects, 0 out of order"


@dataclass(frozen=True)
class Row:
    """`seconds`: the time limit. `own_server`: it ends PostgreSQL, or needs one
    with settings of its own, so it gets one for itself; `is_durable`: one with fsync.
    """

    name: str
    fault: str
    must: str
    seconds: int
    databases: tuple[Kind, ...] = BOTH
    own_server: bool = False
    is_durable: bool = False


ROWS = {
    row.name: row
    for row in (
        Row(
            "kill",
            "kill -9 of the leader × 50 under 60 updates/s, standby waiting",
            f"first getUpdates of the new leader p95 < 500 ms, max < 2 s; {NONE_LOST}",
            300,
        ),
        Row(
            "kill_without_lock",
            "the same without the lock (pgbouncer; lock file refused)",
            f"first getUpdates < TTL (1.5 s) + 0.5 s; {NONE_LOST}",
            180,
        ),
        Row(
            "failpoints",
            "kill -9 exactly between answer and store, store and offset, effect and send, send and "
            "journal, journal and done",
            f"{NONE_LOST}; a duplicate send only between send and journal, exactly 1",
            240,
        ),
        Row(
            "pause",
            "SIGSTOP longer than the TTL, then SIGCONT",
            "takeover < TTL + 1 s; the old one steps down < 1 s and polls no more; "
            f"{NONE_LOST}, answers that stream included",
            120,
        ),
        Row(
            "terminate",
            "pg_terminate_backend on every session × 10",
            f"going again < 2 s, no thread dead; {NONE_LOST}",
            120,
            ("postgresql",),
        ),
        Row(
            "restart",
            "immediate restart of the server × 3",
            f"going again < 2 s after it is back, no thread dead; {NONE_LOST}",
            120,
            ("postgresql",),
            own_server=True,
        ),
        Row(
            "locked",
            "file locked 30 s by another writer",
            f"going again < 2 s after it is free, no thread dead; {NONE_LOST}",
            120,
            ("sqlite",),
        ),
        Row(
            "away",
            "database away for 30 s",
            f"nothing confirmed that is not committed; recovers by itself; {NONE_LOST}",
            120,
            ("postgresql",),
            own_server=True,
        ),
        Row(
            "blackhole",
            "the database's host vanishes for 10 s without a reset",
            f"going again < 8 s after it is back, no thread hangs; {NONE_LOST}",
            120,
            ("postgresql",),
        ),
        Row(
            "deploy",
            "start new, SIGTERM old, handlers of 3 s",
            f"gap < 1 s, never two live clients in getUpdates, 0 × 409; {NONE_LOST}",
            120,
        ),
        Row("terminate_then_kill", "SIGTERM, then SIGKILL after 1 s with 100 queued", NONE_LOST, 90),
        Row("malformed", "malformed update first in a batch of 100", "the other 99 handled < 1 s", 60),
        Row(
            "misbehaviour",
            "handler raises; hangs in an await, in a thread (step or none, several at once), in the loop",
            "retried, then dead; other lanes' p95 ≤ +20 % or +20 ms; the loop: leadership passes on",
            360,
        ),
        Row(
            "webhook",
            "webhook already set",
            "exit ≠ 0 with a sentence, deleteWebhook never called",
            60,
        ),
        Row("redelivery", "500 stored updates delivered again", "0 effects repeated", 90),
        Row(
            "backlog",
            "backlog of 10,000 at start",
            f"≥ 1,000/s into the inbox, memory flat; {NONE_LOST}",
            180,
        ),
        Row(
            "namespaces",
            "two containers (own pid namespaces, both pid 1), one volume",
            f"exactly one leader; kill -9 and restart works; {NONE_LOST}",
            120,
        ),
        Row(
            "stranger",
            "foreign poller on the token for 30 s, under traffic and idle",
            "alarm once, no exit, recovery < 5 s",
            180,
        ),
        Row(
            "stop_button",
            "Stop pressed, /stop sent while the lane's answer streams",
            "reaches the generation < 1 s; each is stopped, once, and nothing is left open",
            90,
        ),
        Row(
            "cost",
            "cost of delivery",
            "push → reply p50 ≤ stock python-telegram-bot + 5 ms; store ≤ 0.2 ms an update in batches of 100",
            180,
            own_server=True,
            is_durable=True,
        ),
        Row(
            "stock",
            "kill -9 with 10 updates in work, stock python-telegram-bot beside RVX",
            "RVX loses 0",
            180,
        ),
        Row(
            "random_faults",
            "kill, pause, terminate, restart at random under 60 updates/s, 3 processes",
            f"{NONE_LOST}; memory, threads, descriptors flat",
            900,
        ),
    )
}
