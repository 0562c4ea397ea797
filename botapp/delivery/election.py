"""Who leads: one thread that owns the lock and the lease for the whole life of a `runbot`.

A standby looks at the lock and the row several times a second; a leader renews both. The thread has
a database connection of its own with a short busy timeout, survives a database that is away, and
tells the event loop what happened through a Listener.
"""

import logging
import select
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

import psutil
import psycopg
from django.db import Error as DatabaseError
from django.db import connection, connections

from botapp.delivery import lease, runners
from botapp.delivery.exceptions import LeaseLost
from botapp.delivery.heart import Heart
from botapp.delivery.identity import Identity, stopped_process
from botapp.delivery.leadership import TTL_WITHOUT_LOCK
from botapp.delivery.lease import LeaseState
from botapp.delivery.lock import Lock
from botapp.delivery.lock_seeker import LockSeeker
from botapp.delivery.runners import Post
from botapp.delivery.verdict import reason_to_lead
from botapp.models import Runner

logger = logging.getLogger(__name__)
LOOK_SECONDS = 0.1
SIGN_SECONDS = 1.0


class Listener(Protocol):
    """Called on the election's thread."""

    def led(self, taken: lease.Taken, deadline: float) -> None: ...

    def renewed(self, deadline: float) -> None: ...

    def lost(self, why: str) -> None: ...

    def waits(self, state: LeaseState) -> None: ...

    def woken(self) -> None:
        """Another process stored updates."""
        ...

    def broke(self, why: str) -> None:
        """The thread ended by a fault of its own: nobody can be elected here any more."""
        ...


@dataclass
class _Lead:
    """Monotonic times: past `deadline` it leads no more, past `over` its lease has ended for everybody."""

    epoch: int
    deadline: float
    over: float


class Election:
    def __init__(
        self, identity: Identity, post: Post, lock: Lock, listener: Listener, heart: Heart, *, ttl: float
    ) -> None:
        self._me = identity
        self._post = post
        self._lock = lock
        self._seeker = LockSeeker(lock)
        self._listener = listener
        self._heart = heart
        self._full_ttl = ttl
        self._lead: _Lead | None = None
        self._named_by: _Lead | None = None
        self._stopping = threading.Event()
        self._bell, self._rope = socket.socketpair()
        self._signed_at = float("-inf")
        self._troubles = 0
        self._thread = threading.Thread(target=self._run, name="election", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Give lease and lock back at once and end the thread; returns without waiting."""
        self._stopping.set()
        with suppress(OSError):
            self._rope.send(b"!")

    def join(self, seconds: float) -> bool:
        """Wait for the thread's end; False if `seconds` were not enough."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def _ttl(self) -> float:
        return self._full_ttl if self._lock.view().is_held else min(self._full_ttl, TTL_WITHOUT_LOCK)

    def _run(self) -> None:
        try:
            self._take_part()
        except Exception as error:
            logger.critical("The election ended by a fault of its own.", exc_info=error)
            self._break(f"{type(error).__name__} in the election")
        finally:
            self._seeker.close()
            self._lock.release()
            connections.close_all()
            self._bell.close()
            self._rope.close()

    def _take_part(self) -> None:
        while not self._stopping.is_set():
            seconds = self._survive(self._lead_on if self._lead else self._stand_by)
            self._wait(LOOK_SECONDS if seconds is None else seconds)
        self._survive(self._leave)

    def _break(self, why: str) -> None:
        if self._lead:
            self._give_up(why)
        if not self._stopping.is_set():
            self._listener.broke(why)

    def _survive(self, turn: Callable[[], float]) -> float | None:
        """psycopg.Error is not django.db.Error; the thread outlives both, and a removed lease row."""
        try:
            _be_impatient()
            seconds = turn()
        except (DatabaseError, psycopg.Error, OSError, LeaseLost) as error:
            self._say_trouble(error)
            connections.close_all()
            self._give_up_if_late("the database did not answer in time")
            self._let_go()  # to one that reaches the database
            return None
        self._troubles = 0
        return seconds

    # --- standby ---

    def _stand_by(self) -> float:
        if self._heart.age() > self._patience:
            self._let_go()  # to one whose event loop goes on
            return LOOK_SECONDS
        self._try_lock()
        state = lease.read(self._post.bot_id)
        # Before anything is written: it may have been stopped in the middle of a transaction.
        self._end_if_stopped(state)
        self._sign(Runner.Role.STANDBY)
        if self._verdict(state) and self._take():
            return 0.0
        self._let_go()
        if state.holder and state.holder != self._me.holder:
            self._listener.waits(state)
        return LOOK_SECONDS

    def _try_lock(self) -> None:
        """At once where it can be had: this is what makes a takeover quick."""
        if self._seeker.is_at_it:
            return
        if self._lock.view().can_be_had:
            self._lock.attempt()
        else:
            self._seeker.seek()

    def _take(self) -> bool:
        before, ttl = time.monotonic(), self._ttl
        taken = lease.take(
            self._post.bot_id,
            identity=self._me,
            lock=self._lock_name,
            ttl=ttl,
            verdict=self._verdict,
        )
        if taken is None:
            return False
        self._lead = _Lead(taken.epoch, before + ttl, time.monotonic() + ttl)
        self._named_by = None
        self._listener.led(taken, self._lead.deadline)
        self._signed_at = float("-inf")
        return True

    def _verdict(self, state: LeaseState) -> str | None:
        return reason_to_lead(state, self._lock.view(), me=self._me.holder, patience=self._full_ttl)

    def _end_if_stopped(self, state: LeaseState) -> None:
        """The file beside SQLite stays locked by a process that is stopped: only then is it ended."""
        view = self._lock.view()
        holder = self._lock.holder()
        if view.is_held or not view.required or state.seconds_left > 0 or holder is None:
            return
        if process := stopped_process(holder):
            logger.warning("The leader (PID %s) is stopped and its lease has ended: ending it.", holder.pid)
            with suppress(psutil.Error):  # gone meanwhile, or somebody else's
                process.kill()

    # --- leader ---

    def _lead_on(self) -> float:
        lead = self._lead
        if lead is None:
            return 0.0
        if self._heart.age() > self._patience:
            self._give_up_if_late("its event loop is blocked")
            return LOOK_SECONDS
        if time.monotonic() >= lead.deadline:
            self._give_up("its renewal was late")
            return 0.0
        before, ttl = time.monotonic(), self._ttl
        renewed = lease.renew(
            self._post.bot_id, epoch=lead.epoch, holder=self._me.holder, lock=self._lock_name, ttl=ttl
        )
        if not renewed:
            self._give_up("another process took the lead")
            return LOOK_SECONDS
        lead.deadline, lead.over = before + ttl, time.monotonic() + ttl
        self._listener.renewed(lead.deadline)
        self._sign(Runner.Role.LEADER)
        return 0.0 if self._has_lost_lock() else ttl / 5

    def _has_lost_lock(self) -> bool:
        """After the renewal, because the lock's server may keep us waiting while the lease's does not.

        True: the lease names a lock that is free now, which must not stay so.
        """
        was_held = self._lock.view().is_held
        if self._seeker.is_at_it or self._lock.check():
            return False
        self._seeker.seek()
        return was_held

    def _give_up_if_late(self, why: str) -> None:
        if self._lead and time.monotonic() >= self._lead.deadline:
            self._give_up(why)

    def _give_up(self, why: str) -> None:
        self._named_by, self._lead = self._lead, None
        self._let_go()
        self._listener.lost(why)

    def _let_go(self) -> None:
        """Release the lock, but not while the lease of this living process names it."""
        if self._lead or not self._lock.view().is_held:
            return
        if self._named_by is None or time.monotonic() > self._named_by.over or self._is_forgotten():
            self._named_by = None
            self._lock.release()

    def _is_forgotten(self) -> bool:
        """False while the database does not answer."""
        try:
            _be_impatient()
            if self._named_by:
                lease.forget_lock(self._post.bot_id, epoch=self._named_by.epoch, holder=self._me.holder)
        except (DatabaseError, psycopg.Error):
            return False
        return True

    def _leave(self) -> float:
        if self._lead:
            released = lease.release(self._post.bot_id, epoch=self._lead.epoch, holder=self._me.holder)
            self._lock.release()
            if released:
                logger.info("Bot lock released")
        runners.sign_out(self._me.holder)
        return 0.0

    # --- both ---

    @property
    def _patience(self) -> float:
        return min(1.0, self._full_ttl / 2)

    @property
    def _lock_name(self) -> str:
        view = self._lock.view()
        return view.identity if view.is_held else ""

    def _sign(self, role: str) -> None:
        if time.monotonic() - self._signed_at >= SIGN_SECONDS:
            runners.sign_in(self._me, self._post, role=role)
            self._signed_at = time.monotonic()

    def _wait(self, seconds: float) -> None:
        """Until the time is up, the bell rings, or something happens to the lock's own session."""
        end = time.monotonic() + seconds
        while self._has_only_heard(max(0.0, end - time.monotonic())):
            self._listener.woken()

    def _has_only_heard(self, seconds: float) -> bool:
        """News of stored updates is no reason to renew: there may be many of them."""
        watched = select.poll()  # select.select knows no descriptor above 1023
        watched.register(self._bell, select.POLLIN)
        if (number := self._lock.fileno()) is not None:
            watched.register(number, select.POLLIN)
        rang = [descriptor for descriptor, _ in watched.poll(seconds * 1000)]
        return self._bell.fileno() not in rang and self._lock.heard()

    def _say_trouble(self, error: Exception) -> None:
        """One renewal that had to stand back behind another writer is no news."""
        self._troubles += 1
        if self._troubles == 2:
            logger.warning("The election waits for the database: %s", type(error).__name__)


def _be_impatient() -> None:
    """A renewal must not wait long behind another writer."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA busy_timeout=500")
    elif connection.vendor == "postgresql":
        connection.cursor().execute("SET statement_timeout = 500")
