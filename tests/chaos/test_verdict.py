"""The judge of the other tests finds what it is there for."""

from dataclasses import replace

import pytest
from django.utils import timezone

from analytics.models import Event
from botapp.models import DailyUsage, Generation, Person, SentMessage, StoredUpdate
from botapp.sandbox.journal import Call
from tests.kit.chaos.features import SOURCE
from tests.kit.chaos.traffic import Said
from tests.kit.chaos.verdict import answered_after, gap_after, judge, wait_until_done

pytestmark = pytest.mark.django_db
FIRST = Said(update_id=901, chat_id=7, number=1, kind="count", at=10.0, message_id=31)
SECOND = Said(update_id=902, chat_id=7, number=2, kind="count", at=10.1, message_id=32)
TWO = Said(update_id=903, chat_id=7, number=3, kind="two", at=10.2, message_id=33)
NEWS = Said(update_id=904, chat_id=7, number=4, kind="news", at=10.3, message_id=34)


def done(*said, state="done"):
    for one in said:
        StoredUpdate.objects.create(
            bot_id=1, update_id=one.update_id, lane="7", state=state, received_at=timezone.now()
        )
        if one.kind == "count":
            counted(one)


def counted(one):
    Event.objects.create(kind=Event.Kind.START, subject=str(one.number), source=SOURCE, at=timezone.now())


def sent(*texts, chat=7, reply_to=None):
    more = {"reply_parameters": {"message_id": reply_to}} if reply_to else {}
    return [
        Call(
            n,
            1,
            "sendMessage",
            {"chat_id": chat, "text": text, **more},
            11.0 + n,
            "a",
            200,
            11.5 + n,
            "",
            50 + n,
        )
        for n, text in enumerate(texts)
    ]


def poll(at, ended_at, connection, status=200):
    return Call(0, 1, "getUpdates", {}, at, connection, status, ended_at)


def test_what_is_answered_once_and_in_order_is_clean():
    done(FIRST, SECOND, TWO)
    found = judge([FIRST, SECOND, TWO], sent("1", "2", "3 a", "3 b"))
    assert found.is_clean
    assert str(found) == (
        "3 said, 0 lost, 0 double effects, 0 out of order, 0 duplicate sends, 0 conflicts, 0 overlaps"
    )


@pytest.mark.parametrize(
    ("state", "answers", "why"),
    [
        (None, [], "not stored"),
        ("new", ["1"], "new"),
        ("dead", ["1"], "dead"),
        ("done", [], "no answer"),
        ("done", ["2"], "no answer"),
    ],
)
def test_what_is_not_done_or_not_answered_is_lost(state, answers, why):
    if state:
        done(FIRST, state=state)
    found = judge([FIRST], sent(*answers))
    assert found.lost == [f"count 1: {why}"]
    assert not found.is_clean
    assert "1 lost" in str(found)


def test_an_answer_that_was_cut_off_is_none():
    done(FIRST)
    (call,) = sent("1")
    assert judge([FIRST], [replace(call, status=-1)]).lost == ["count 1: no answer"]


def test_an_answer_without_its_effect_is_lost_and_half_an_answer_too():
    done(FIRST, TWO)
    Event.objects.all().delete()
    assert judge([FIRST, TWO], sent("1", "3 a")).lost == ["count 1: no effect", "two 3: no answer"]


def test_an_effect_that_is_there_twice_is_found():
    done(FIRST)
    counted(FIRST)
    assert judge([FIRST], sent("1")).double_effects == ["count 1: 2 rows"]


def test_an_item_is_owed_and_charged_once():
    done(NEWS)
    ada = Person.objects.create(telegram_id=7)
    card = sent("The figure is 100007.", reply_to=34)
    owed = {
        "person": ada,
        "chat_id": 7,
        "source_text": "x",
        "kind": "news",
        "language": "en",
        "state": "done",
    }
    Generation.objects.create(**owed)
    usage = DailyUsage.objects.create(person=ada, day=timezone.now().date(), used=1)
    assert judge([NEWS], card).is_clean
    assert judge([NEWS], []).lost == ["news 4: no card"]
    DailyUsage.objects.filter(pk=usage.pk).update(used=2)
    Generation.objects.create(**owed)
    assert judge([NEWS], card).double_effects == [
        "chat 7: 2 answers to 1 items",
        "chat 7: charged 2 times for 1 items",
    ]


def test_a_second_message_is_a_duplicate_and_no_violation_of_the_order():
    done(FIRST, SECOND)
    found = judge([FIRST, SECOND], sent("1", "2", "1", "1"))
    assert found.duplicate_sends == ["1: 1", "1: 1"]
    assert found.order_violations == []
    assert found.is_clean


def test_a_duplicate_of_what_stood_in_the_journal_is_needless():
    done(FIRST)
    journaled = {"update": StoredUpdate.objects.get(), "step": "answer", "chat_id": 7}
    row = SentMessage.objects.create(**journaled, message_id=51)
    assert judge([FIRST], sent("1", "1")).needless == [], "the last one is what the journal knows"
    SentMessage.objects.filter(pk=row.pk).update(message_id=50)
    assert judge([FIRST], sent("1", "1")).needless == ["1: 1"]


def test_first_answers_out_of_order_are_found():
    done(FIRST, SECOND, TWO)
    found = judge([FIRST, SECOND, TWO], sent("2", "1", "3 b", "3 a"))
    assert found.order_violations == ["chat 7: 1 after 2", "chat 7: 3 after 3"]


def test_polls_of_two_clients_at_one_time_overlap():
    calls = [poll(1.0, 2.0, "a"), poll(1.99, 3.0, "b"), poll(2.5, 2.6, "a"), poll(3.5, 0.0, "b", status=0)]
    assert judge([], calls).overlaps == [(calls[1], calls[2])], "a hundredth of a second is no overlap"
    assert judge([], [poll(1.0, 0.0, "a", status=0), poll(9.0, 9.1, "b")]).overlaps
    assert not judge([], [poll(1.0, 2.0, "a"), poll(1.5, 3.0, "a")]).overlaps


def test_a_409_is_a_conflict_and_a_poll_cut_off_is_none():
    calls = [poll(1.0, 2.0, "a", status=409), poll(3.0, 4.0, "b", status=-1)]
    assert judge([], calls).conflicts == calls[:1]


def test_gaps_and_delays_are_counted_from_the_moment_given():
    assert gap_after([poll(1.0, 2.0, "a"), poll(5.5, 6.0, "b")], 4.0) == 1.5
    assert gap_after([], 4.0) == float("inf")
    assert answered_after(FIRST, sent("1")) == 1.5
    assert answered_after(SECOND, sent("1")) == float("inf")


def test_nobody_waits_for_ever_for_what_is_not_done():
    done(FIRST, state="claimed")
    with pytest.raises(AssertionError, match="1 updates open"):
        wait_until_done([FIRST], 0.05)
    with pytest.raises(AssertionError, match="1 updates not stored"):
        wait_until_done([FIRST, SECOND], 0.05)
