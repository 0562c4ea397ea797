"""How long a stored update lives: texts go two days after its end, its number stays.

Telegram delivers an update again for a day at most, so what is kept longer only has to say "done".
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from botapp.models import Effect, SentMessage, StoredUpdate

KEPT = timedelta(hours=48)
PIECE = 500


def blank_old(*, piece: int = PIECE) -> int:
    """Blank payload, effects and journal of at most `piece` old rows; returns how many. Sync, short."""
    ended = Q(state=StoredUpdate.State.DONE) | Q(state=StoredUpdate.State.DEAD)
    old = StoredUpdate.objects.filter(ended, payload__isnull=False, finished_at__lt=timezone.now() - KEPT)
    pks = list(old.order_by("finished_at").values_list("pk", flat=True)[:piece])
    with transaction.atomic():
        Effect.objects.filter(update_id__in=pks).delete()
        SentMessage.objects.filter(update_id__in=pks).delete()
        StoredUpdate.objects.filter(pk__in=pks).update(payload=None)
    return len(pks)
