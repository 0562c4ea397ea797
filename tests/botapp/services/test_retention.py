"""What is forgotten by itself, piece by piece, and what never is."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from analytics.models import Event
from botapp.models import AwaitedAnswer, Explanation, Generation, ProviderCall, Turn
from botapp.services import retention
from botapp.services.retention import prune
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)
HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def ada():
    return a_person()


def said(person, count=1, *, at=None):
    turns = Turn.objects.bulk_create([Turn(person=person, role="person", text=str(n)) for n in range(count)])
    if at:
        Turn.objects.filter(pk__in=[turn.pk for turn in turns]).update(created_at=at)


def owed(person, *, at, **values):
    row = an_owed_answer(person, **values)
    Generation.objects.filter(pk=row.pk).update(created_at=at)
    return row


def text_of(row) -> str:
    return Generation.objects.values_list("source_text", flat=True).get(pk=row.pk)


def test_a_conversation_is_kept_for_a_month(ada, now):
    said(ada, at=now - MONTH - HOUR)
    said(ada, at=now - MONTH + HOUR)
    assert prune(now) == retention.Pruned(turns=1, texts=0, more=True)
    assert prune(now) == retention.Pruned(turns=0, texts=0, more=False)
    assert Turn.objects.count() == 1


def test_of_a_long_conversation_the_last_turns_stay_and_nobody_else_loses_one(ada, now):
    bob = a_person(1002)
    said(ada, 203)
    said(bob, 200)
    assert prune(now).turns == 3
    kept = Turn.objects.filter(person=ada).order_by("id").values_list("text", flat=True)
    assert (len(kept), kept[0]) == (200, "3")
    assert Turn.objects.filter(person=bob).count() == 200


def test_one_call_takes_one_piece(ada, now):
    said(ada, 5, at=now - 2 * MONTH)
    said(ada, 204)
    for number in range(5):
        owed(ada, at=now - 2 * MONTH, state="done", message_id=number)
    done = [prune(now, piece=2) for _ in range(4)]
    assert [(piece.turns, piece.texts) for piece in done] == [(4, 2), (4, 2), (1, 1), (0, 0)]
    assert [piece.more for piece in done] == [True, True, True, False]
    assert Turn.objects.count() == 200


@pytest.mark.parametrize("state", ["done", "failed", "stopped"])
def test_the_item_of_an_answer_is_blanked_after_a_month_and_its_row_stays(ada, now, state):
    old = owed(ada, at=now - MONTH - HOUR, state=state)
    young = owed(ada, at=now - MONTH + HOUR, state=state)
    assert prune(now).texts == 1
    assert (text_of(old), text_of(young)) == ("", "An item")


def test_what_is_still_being_written_keeps_its_item(ada, now):
    row = owed(ada, at=now - 9 * MONTH, state="waiting")
    assert prune(now).texts == 0
    assert text_of(row) == "An item"


def test_explanations_and_events_stay(ada, now):
    answer = an_answer()
    Explanation.objects.update(created_at=now - 99 * MONTH)
    Event.objects.create(kind=Event.Kind.ERROR, source="telegram", at=now - 99 * MONTH)
    said(ada, at=now - 2 * MONTH)
    prune(now)
    assert Explanation.objects.get().source_text == answer.source_text
    assert Event.objects.count() == 1


def test_the_command_goes_on_until_nothing_is_left(ada, now, monkeypatch):
    monkeypatch.setattr(retention, "_PEOPLE", 1)
    for telegram_id in (1002, 1003):
        said(a_person(telegram_id), 201)
    said(ada, 3, at=now - 2 * MONTH)
    owed(ada, at=now - 2 * MONTH, state="done")
    out = StringIO()
    call_command("prune", stdout=out)
    assert out.getvalue() == "Forgotten: 5 turns of conversations, 1 items, 0 calls to AI services.\n"
    call_command("prune", stdout=out)
    assert out.getvalue().endswith("Forgotten: 0 turns of conversations, 0 items, 0 calls to AI services.\n")


def test_calls_to_ai_services_and_promises_are_forgotten_after_a_month(ada, now):
    explanation = an_answer()
    fields = {"provider": "groq", "model": "m", "kind": "news", "outcome": "ok", "duration_ms": 1}
    for at in (now - MONTH - HOUR, now):
        call = ProviderCall.objects.create(explanation=explanation, **fields)
        ProviderCall.objects.filter(pk=call.pk).update(created_at=at)
    AwaitedAnswer.objects.create(person=ada, explanation=explanation, asked_at=now - MONTH - HOUR)
    assert prune(now).calls == 2
    assert (ProviderCall.objects.count(), AwaitedAnswer.objects.count()) == (1, 0)
    assert Explanation.objects.exists()


@pytest.mark.parametrize("state", ["failed", "pending"])
def test_an_explanation_that_was_never_finished_goes_after_a_day(now, state):
    ready, live, _old, young = (
        an_answer(state=given, pending_until=until)
        for given, until in [("ready", None), ("pending", now + HOUR), (state, now - HOUR), (state, None)]
    )
    Explanation.objects.exclude(pk=young.pk).update(created_at=now - timedelta(days=1) - HOUR)
    assert prune(now).more
    assert set(Explanation.objects.all()) == {ready, live, young}
    assert not prune(now).more
