"""Items that people keep.

The person's row is locked while it is decided, so two taps at the same time, on whatever versions of an
item, are one after the other.
"""

from django.db import transaction

from botapp.exceptions import NotFound
from botapp.models import Bookmark, Person
from botapp.queries.explanations import received
from botapp.queries.kept import bookmarks_of


@transaction.atomic
def save(explanation_id: int, *, person_id: int) -> bool:
    """Keep the item of an answer as this answer tells it; whether it was not kept before.

    Raises NotFound if the person never got it.
    """
    if not received(explanation_id, person_id=person_id):
        raise NotFound
    _lock(person_id)
    if bookmarks_of(explanation_id, person_id=person_id).exists():
        return False
    return Bookmark.objects.get_or_create(explanation_id=explanation_id, person_id=person_id)[1]


@transaction.atomic
def unsave(explanation_id: int, *, person_id: int) -> bool:
    """Stop keeping the item of an answer, whichever version was saved; whether it was kept."""
    _lock(person_id)
    return bool(bookmarks_of(explanation_id, person_id=person_id).delete()[0])


def _lock(person_id: int) -> None:
    Person.objects.select_for_update().filter(pk=person_id).first()
