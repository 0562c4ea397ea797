"""What people look for, kept so that they can turn the pages of what was found."""

from botapp.models import Search
from botapp.services.texts import clean

KEPT = 20  # of a person; a button of an older one is stale


def remember(person_id: int, *, text: str) -> int:
    """Keep what somebody looks for; its number."""
    made = Search.objects.create(person_id=person_id, text=clean(text))
    mine = Search.objects.filter(person_id=person_id).order_by("-id").values_list("pk", flat=True)
    Search.objects.filter(pk__in=list(mine[KEPT : 2 * KEPT])).delete()
    return made.pk
