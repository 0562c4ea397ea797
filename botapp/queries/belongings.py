"""What belongs to a person: the one list that deleting and handing out a person's data go by.

A table is found here by itself if it has a foreign key to Person (lessons' tables have), or a number
named `person_id`, `chat_id` or `telegram_id`. What hangs on such rows goes with them by its own foreign
key. By name stand here only the tables that point at people in another way.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, IntegerField, Model, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from botapp.models import Effect, Explanation, Generation, Pace, Person, SentMessage, StoredUpdate

OVER = (StoredUpdate.State.DONE, StoredUpdate.State.DEAD)


@dataclass(frozen=True)
class Owner:
    """Whose things. Found while the ways to them are there: `explanations`, answers that nobody else got,
    and `groups`, chats in which others may have replied to such an answer.
    """

    person_id: int
    telegram_id: int
    explanations: tuple[int, ...] = ()
    groups: tuple[int, ...] = ()


@dataclass(frozen=True)
class Belonging:
    """Rows of one table. Nothing is asked of the database until `rows` is read."""

    rows: QuerySet[Model]

    @property
    def model(self) -> type[Model]:
        return self.rows.model


def owner(telegram_id: int) -> Owner | None:
    """The person with this Telegram id, None if nobody knows them."""
    person_id = Person.objects.filter(telegram_id=telegram_id).values_list("pk", flat=True).first()
    if person_id is None:
        return None
    in_groups = Generation.objects.filter(person_id=person_id, chat_id__lt=0).order_by("chat_id")
    return Owner(
        person_id,
        telegram_id,
        explanations=tuple(_only_theirs(person_id).values_list("pk", flat=True)),
        groups=tuple(in_groups.values_list("chat_id", flat=True).distinct()),
    )


def belongings(whose: Owner) -> Iterator[Belonging]:
    """Every table with the rows that are a person's, theirs itself last."""
    updates = updates_of(whose.telegram_id, groups=whose.groups)
    yield Belonging(Effect.objects.filter(update__in=updates))
    yield Belonging(SentMessage.objects.filter(Q(update__in=updates) | Q(chat_id=whose.telegram_id)))
    yield Belonging(updates)
    yield Belonging(Pace.objects.filter(name=f"person:{whose.person_id}"))
    yield Belonging(_mentions_in_the_admin(whose.person_id))
    yield from _pointing_at(whose.person_id)
    yield from _numbered(whose)
    yield Belonging(Explanation.objects.filter(pk__in=whose.explanations))
    yield Belonging(Person.objects.filter(pk=whose.person_id))


def counts(whose: Owner) -> dict[str, int]:
    """How many rows each table has, under its label ("botapp.Turn"); all of them, also those with none."""
    return {one.model._meta.label: one.rows.count() for one in belongings(whose)}


def updates_of(telegram_id: int, *, groups: Collection[int] = ()) -> QuerySet[StoredUpdate]:
    """Updates that are over, with something of this person in them, be it in a reply of somebody else.

    Of `groups` all that is done, because it may quote an answer. Reads the payloads of the last two days.
    An update that waits still is of the time after.
    """
    lane = Q(lane__in=[f"chat:{telegram_id}", f"user:{telegram_id}"])
    in_group = Q(lane__startswith="group:", lane__endswith=f":{telegram_id}")
    theirs = lane | in_group | _numbering(telegram_id)
    for group in groups:
        theirs |= _numbering(group) & Q(state=StoredUpdate.State.DONE)
    over = StoredUpdate.objects.filter(state__in=OVER).annotate(_text=Cast("payload", TextField()))
    return over.filter(theirs)


def _numbering(number: int) -> Q:
    """Both databases write a payload as text with one space after the colon."""
    return Q(_text__contains=f'"id": {number},') | Q(_text__contains=f'"id": {number}}}')


def _only_theirs(person_id: int) -> QuerySet[Explanation]:
    """Answers given to this person alone, and what is left of those that came to nothing."""
    mine = Generation.objects.filter(person_id=person_id)
    sent, read = mine.exclude(source_text=""), mine.exclude(read_text="")
    given = Generation.objects.filter(explanation=OuterRef("pk"))
    of_theirs = Q(Exists(given.filter(person_id=person_id)))
    of_theirs |= Q(source_text__in=sent.values("source_text")) | Q(source_text__in=read.values("read_text"))
    return Explanation.objects.filter(of_theirs).exclude(Exists(given.exclude(person_id=person_id)))


def _mentions_in_the_admin(person_id: int) -> QuerySet[LogEntry]:
    """What staff did to a person is logged under the person's name."""
    kind = ContentType.objects.get_for_model(Person)
    entries = LogEntry.objects.filter(content_type=kind, object_id=str(person_id))
    return entries.exclude(object_repr=f"#{person_id}")


def _pointing_at(person_id: int) -> Iterator[Belonging]:
    for relation in Person._meta.related_objects:
        model = relation.related_model
        yield Belonging(model._default_manager.filter(**{relation.field.name: person_id}))


def _numbered(whose: Owner) -> Iterator[Belonging]:
    """Tables that know a person by a bare number."""
    known = {Person, SentMessage, *(relation.related_model for relation in Person._meta.related_objects)}
    numbers = {
        "person_id": whose.person_id,
        "chat_id": whose.telegram_id,
        "telegram_id": whose.telegram_id,
    }
    for model in apps.get_models():
        fields = {field.name for field in model._meta.concrete_fields if isinstance(field, IntegerField)}
        for name in numbers.keys() & fields if model not in known else ():
            yield Belonging(model._default_manager.filter(**{name: numbers[name]}))
