"""The small writes of many updates in one transaction, and one by one when that fails."""

import logging
import uuid

import pytest
from django.db import IntegrityError, OperationalError
from django.utils import timezone

from botapp.delivery import commits
from botapp.delivery.commits import Done, Note, Sent, commit
from botapp.models import Leadership, SentMessage, StoredUpdate
from tests.botapp.delivery.kit import BOT

pytestmark = pytest.mark.django_db
TOKEN = uuid.uuid4()


def claimed(number, token=TOKEN):
    return StoredUpdate.objects.create(
        bot_id=BOT, update_id=number, lane="x", state="claimed", claim=token, received_at=timezone.now()
    ).pk


def events(items):
    """A write of many, as analytics has them."""
    Leadership.objects.bulk_create(
        [Leadership(bot_id=BOT, epoch=n, holder=TOKEN, pid=1, began_at=timezone.now()) for n in items]
    )


def failing(items):
    raise IntegrityError("a note that fails")


def state(pk):
    return StoredUpdate.objects.get(pk=pk).state


def test_a_group_is_one_transaction_of_few_statements(django_assert_max_num_queries):
    pks = [claimed(number) for number in range(30)]
    sent = [Sent(pk, "answer", 1, pk) for pk in pks]
    done = [Done(pk, TOKEN, [Note(events, pk)]) for pk in pks]
    with django_assert_max_num_queries(6):
        assert commit([*sent, *done]) == []
    assert StoredUpdate.objects.filter(state="done", claim=None, finished_at__isnull=False).count() == 30
    assert SentMessage.objects.count() == 30
    assert Leadership.objects.count() == 30


def test_done_is_done_without_an_earlier_error():
    pk = claimed(1)
    StoredUpdate.objects.update(error="ValueError")
    commit([Done(pk, TOKEN)])
    assert StoredUpdate.objects.get().error == ""


def test_an_update_that_another_run_has_is_not_touched_and_its_notes_are_not_written():
    mine, theirs = claimed(1), claimed(2, uuid.uuid4())
    assert commit([Done(mine, TOKEN, [Note(events, 1)]), Done(theirs, TOKEN, [Note(events, 2)])]) == []
    assert (state(mine), state(theirs)) == ("done", "claimed")
    assert [line.epoch for line in Leadership.objects.all()] == [1]


def test_a_note_that_fails_costs_only_itself(caplog):
    good, bad = claimed(1), claimed(2)
    commit([Done(good, TOKEN, [Note(events, 1)]), Done(bad, TOKEN, [Note(failing, 2)])])
    assert (state(good), state(bad)) == ("done", "done")
    assert Leadership.objects.count() == 1
    assert [record.levelno for record in caplog.records if "were lost" in record.message] == [logging.ERROR]


def test_a_journal_entry_of_a_second_run_changes_nothing():
    pk = claimed(1)
    commit([Sent(pk, "answer", 1, 10)])
    commit([Sent(pk, "answer", 1, 11), Sent(pk, "more", 1, 12)])
    assert dict(SentMessage.objects.values_list("step", "message_id")) == {"answer": 10, "more": 12}


def test_while_the_database_is_away_everything_waits_in_its_order(monkeypatch):
    pks = [claimed(1), claimed(2)]

    def away(items):
        raise OperationalError("gone")

    entries = [Done(pk, TOKEN) for pk in pks]
    monkeypatch.setattr(commits, "_finish", away)
    assert commit(entries) == entries
    monkeypatch.undo()
    assert commit(entries) == []
    assert [state(pk) for pk in pks] == ["done", "done"]


def test_a_failed_attempt_keeps_its_claim_and_says_when_it_goes_on():
    pk = claimed(1)
    commit([commits.failed(pk, TOKEN, attempts=2, error="ValueError at x.py:1", not_before=timezone.now())])
    row = StoredUpdate.objects.get()
    assert (row.state, row.attempts, row.error, row.claim) == ("claimed", 2, "ValueError at x.py:1", TOKEN)
    assert row.not_before is not None


def test_given_up_and_handed_back_let_the_claim_go():
    one, two = claimed(1), claimed(2)
    commit([commits.dead(one, TOKEN, attempts=4, error="E"), commits.back(two, TOKEN, attempts=1)])
    assert (state(one), state(two)) == ("dead", "new")
    assert set(StoredUpdate.objects.values_list("claim", "claimed_by", "claimed_until")) == {
        (None, None, None)
    }
    assert StoredUpdate.objects.get(pk=two).attempts == 1
