"""The row of each running `runbot`, so that other processes tell leader, standby and dead apart."""

import uuid
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from botapp.delivery.identity import Identity
from botapp.models import Runner
from botapp.models.lease import DatabaseClock

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Post:
    """What the row says beside the identity: for which bot, and what it answers with."""

    bot_id: int
    ai: str = ""


def sign_in(identity: Identity, post: Post, *, role: str) -> None:
    """Write or refresh the row; rows of processes not seen for a day go."""
    if Runner.objects.filter(holder=identity.holder).update(role=role, seen_at=DatabaseClock()):
        return
    Runner.objects.annotate(age=DatabaseClock() - F("seen_at")).filter(age__gt=_KEPT_SECONDS).delete()
    Runner.objects.create(
        holder=identity.holder,
        bot_id=post.bot_id,
        role=role,
        host=identity.host,
        pid=identity.pid,
        version=identity.version,
        ai=post.ai[:64],
        started_at=timezone.now(),
        seen_at=DatabaseClock(),
    )


def sign_out(holder: uuid.UUID) -> None:
    """Remove the row: the process ended in good order."""
    Runner.objects.filter(holder=holder).delete()
