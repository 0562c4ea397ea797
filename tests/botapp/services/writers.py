"""Writers of answers in the tests: one question, one answer, whoever falls silent, and locked rows."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

from django.db import connections, transaction
from django.utils import timezone

from botapp.ai.base import Prompt, Reply
from botapp.ai.schema import Explanation as Answer
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer
from botapp.services import explanations, reservations, tickets
from botapp.services.explanations import Written
from botapp.services.reservations import Place, Question
from botapp.services.tickets import Ticket

KEY = "k" * 64
PROMPT = Prompt("Bitcoin rose.", language="en")


def reply(headline: str = "Up", **facts) -> Reply:
    facts = {"provider": "gemini", "model": "m-1", "complete": True} | facts
    return Reply(Answer(headline=headline), **facts)


def reserve(key: str, prompt: Prompt) -> Place:
    (place,) = reservations.reserve([Question(key, prompt)])
    return place


def tickets_of(count: int, *, since: int = 0) -> list[Ticket]:
    places = reservations.reserve(
        [Question(f"{number:064}", PROMPT) for number in range(since, since + count)]
    )
    return [place for place in places if isinstance(place, Ticket)]


def store(ticket: Place, *, prompt: Prompt, reply: Reply) -> StoredAnswer:
    assert isinstance(ticket, Ticket)
    written = Written(ticket, prompt, reply)
    (answer,) = explanations.store([written])
    return answer or explanations.store_alone(written)


def renew(ticket: Place) -> int:
    assert isinstance(ticket, Ticket)
    return tickets.renew([ticket])


def run_out() -> None:
    """Let every writer have been silent for too long."""
    Explanation.objects.filter(state="pending").update(pending_until=timezone.now() - timedelta(seconds=1))


@contextmanager
def locked(ticket: Ticket) -> Iterator[None]:
    """Another session holds the row."""
    holds, ends = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Explanation.objects.select_for_update().get(pk=ticket.id)
            holds.set()
            ends.wait(10)
        connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        assert holds.wait(10)
        try:
            yield
        finally:
            ends.set()
            held.result()
