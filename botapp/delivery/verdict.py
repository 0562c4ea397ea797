"""When a standby may lead: the one place where the takeover rules stand."""

import uuid
from dataclasses import dataclass

from botapp.delivery.lease import LeaseState


@dataclass(frozen=True)
class LockView:
    """What the asking process knows of the lock.

    `required`: nobody leads without it where it can be had (the file beside SQLite).
    """

    identity: str
    is_held: bool
    can_be_had: bool
    required: bool


def reason_to_lead(state: LeaseState, lock: LockView, *, me: uuid.UUID, patience: float) -> str | None:
    """`first`, `released`, `died` or `expired`; None means wait.

    A free lock is a death certificate only for a holder whose lease names that very lock and still
    runs: a living one that could not write its defeat keeps the lock until its lease has ended.
    `patience` (seconds) is how long a released lease is left to whoever holds the lock.
    """
    if lock.required and lock.can_be_had and not lock.is_held:
        return None
    if state.holder is None:
        return _reason_for_free(state, lock, patience)
    if state.holder == me:
        return "expired"
    if state.seconds_left <= 0:
        return "expired"
    return "died" if lock.is_held and state.lock and state.lock == lock.identity else None


def _reason_for_free(state: LeaseState, lock: LockView, patience: float) -> str | None:
    """Whoever holds the lock goes first; without one the lease alone decides, a little later."""
    if not lock.is_held and lock.can_be_had and state.seconds_left > -patience:
        return None
    return "released" if state.epoch else "first"
