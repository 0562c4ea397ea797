"""Rows that are right, to be broken on purpose, and the words with which the database refuses them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from botapp.ai.base import Turn
from botapp.models import Explanation, Generation, Person, StoredUpdate
from botapp.models import Turn as StoredTurn
from botapp.queries.turns import recall

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
BOT = 4242


@contextmanager
def refused(*words: str) -> Iterator[None]:
    """Both databases refuse what is done inside, naming these columns or this constraint."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    assert [word for word in words if word not in str(caught.value)] == []


def a_person(telegram_id: int = 1001, **values: Any) -> Person:
    return Person.objects.create(telegram_id=telegram_id, **{"first_name": "Ada", "language": "en", **values})


def an_answer(**values: Any) -> Explanation:
    given = {"language": "en", "depth": "normal", "source_text": "An item", "state": "ready"}
    return Explanation.objects.create(**{**given, "answer": {"headline": "Short"}, **values})


def an_owed_answer(person: Person, **values: Any) -> Generation:
    given = {"chat_id": 7, "source_text": "An item", "kind": "news", "language": "en", "depth": "normal"}
    return Generation.objects.create(person=person, **{**given, **values})


def an_update(number: int = 1, **values: Any) -> StoredUpdate:
    given = {"bot_id": BOT, "lane": "chat:7", "payload": {"update_id": number}, "received_at": NOW}
    return StoredUpdate.objects.create(update_id=number, **{**given, **values})


def a_turn(person_id: int, role: str, text: str, **values: Any) -> StoredTurn:
    return StoredTurn.objects.create(person_id=person_id, role=StoredTurn.Role(role), text=text, **values)


def told(person_id: int, *, chat_id: int = 7) -> tuple[Turn, ...]:
    """What the next question in a chat is told of what was said before."""
    return recall(person_id, chat_id=chat_id, thread_id=None).history
