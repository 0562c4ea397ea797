"""An answer owed to one person in one chat."""

import pytest

from botapp.models import Generation
from botapp.services import answer_claims, endings, generations, unsent_answers
from tests.botapp.models.plans import on_sqlite, plans
from tests.botapp.models.rows import NOW, a_person, an_answer, an_owed_answer, refused

pytestmark = pytest.mark.django_db


def test_two_answers_can_not_grow_in_one_message():
    ada = a_person()
    an_owed_answer(ada, message_id=5)
    with refused("chat_id", "message_id"):
        an_owed_answer(ada, message_id=5)


def test_the_message_is_free_again_when_the_first_is_over():
    ada = a_person()
    first = an_owed_answer(ada, message_id=5)
    for state in ("done", "failed", "stopped"):
        Generation.objects.filter(pk=first.pk).update(state=state)
        again = an_owed_answer(ada, message_id=5)
        with refused("chat_id", "message_id"):
            Generation.objects.filter(pk=first.pk).update(state="waiting")
        again.delete()


def test_the_same_number_in_another_chat_is_another_message():
    ada = a_person()
    an_owed_answer(ada, message_id=5)
    an_owed_answer(ada, message_id=5, chat_id=-100)
    an_owed_answer(ada, message_id=6)
    assert Generation.objects.filter(state="waiting").count() == 3


def test_answers_whose_message_is_not_sent_yet_do_not_hinder_one_another():
    ada = a_person()
    an_owed_answer(ada)
    an_owed_answer(ada)
    assert Generation.objects.filter(message_id=None).count() == 2


@pytest.mark.parametrize("field", ["chat_id", "source_text", "kind", "language", "depth"])
def test_an_answer_is_owed_for_something_to_somewhere(field):
    with refused(field):
        an_owed_answer(a_person(), **{field: None})


def test_attempts_are_never_below_zero():
    an_owed_answer(a_person())
    with refused("attempts"):
        Generation.objects.update(attempts=-1)


def test_a_new_one_waits_unclaimed_uncharged_and_unstopped():
    row = an_owed_answer(a_person())
    row.refresh_from_db()
    assert (row.state, row.claim, row.claimed_until, row.attempts) == ("waiting", None, None, 0)
    assert (row.stop_requested, row.charged_on, row.message_id, row.explanation) == (False, None, None, None)


def test_its_line_holds_nothing_of_the_text():
    row = an_owed_answer(a_person(), source_text="Ada's letter")
    assert str(row) == f"#{row.pk} waiting"


def test_groups_and_channels_with_their_big_negative_numbers_fit():
    row = an_owed_answer(a_person(), chat_id=-1_002_345_678_901_234, message_id=2**40)
    row.refresh_from_db()
    assert (row.chat_id, row.message_id) == (-1_002_345_678_901_234, 2**40)


def test_a_person_with_an_answer_in_flight_can_leave_and_the_run_finds_out():
    ada = a_person()
    job = answer_claims.take(an_owed_answer(ada, message_id=5).pk)
    ada.delete()
    assert not answer_claims.renew(job)
    assert not endings.finish(job, explanation_id=an_answer().pk, cached=False)


def _begin(person_id: int) -> int:
    return generations.begin(
        person_id, chat_id=7, message_id=5, text="An item", kind="news", language="en", depth="normal"
    )


@on_sqlite
@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda: answer_claims.take_open(8), "generation_open"),
        (lambda: unsent_answers.drop(), "generation_open"),
        (lambda: _begin(a_person().pk), "generation_one_open_a_message"),
    ],
)
def test_what_waits_is_found_without_reading_what_is_over(ask, index):
    found = plans(ask, table="botapp_generation", word="waiting")
    assert found
    assert f"USING INDEX {index}" in found[0]


def test_a_claim_that_ran_out_is_taken_over_and_a_fresh_one_is_not():
    pk = an_owed_answer(a_person(), message_id=5).pk
    assert answer_claims.take(pk) is not None
    assert answer_claims.take(pk) is None
    Generation.objects.update(claimed_until=NOW)
    assert answer_claims.take(pk).attempts == 2
