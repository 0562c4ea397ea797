"""One answer, kept for the next reader of the same text."""

import pytest

from botapp.models import Bookmark, Explanation, Feedback, Generation, Turn
from botapp.queries.health import health
from tests.botapp.models.plans import on_sqlite, plans
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer, refused

pytestmark = pytest.mark.django_db


def test_equal_questions_are_answered_once():
    an_answer(key="k" * 64)
    with refused("key"):
        an_answer(key="k" * 64, state="pending", answer=None)


def test_answers_that_are_not_reusable_stand_side_by_side():
    an_answer(key=None)
    an_answer(key=None)
    assert Explanation.objects.count() == 2


def test_nothing_is_ready_without_an_answer():
    with refused("explanation_ready_has_answer"):
        an_answer(answer=None)
    waiting = an_answer(state="pending", answer=None)
    with refused("explanation_ready_has_answer"):
        Explanation.objects.filter(pk=waiting.pk).update(state="ready")


@pytest.mark.parametrize("state", ["pending", "failed"])
def test_what_is_not_ready_needs_no_answer(state):
    assert an_answer(state=state, answer=None).pk


def test_a_degraded_answer_is_never_served_as_the_real_one():
    with refused("explanation_degraded_not_reused"):
        an_answer(key="k", degraded=True)
    given_back = an_answer(key=None, degraded=True)
    with refused("explanation_degraded_not_reused"):
        Explanation.objects.filter(pk=given_back.pk).update(key="k")


def test_a_good_answer_can_not_become_degraded_and_keep_its_key():
    an_answer(key="k")
    with refused("explanation_degraded_not_reused"):
        Explanation.objects.update(degraded=True)


@pytest.mark.parametrize("counter", ["input_tokens", "output_tokens"])
def test_tokens_are_never_counted_below_zero(counter):
    with refused(counter):
        an_answer(**{counter: -1})


def test_a_new_row_waits_for_news_to_be_explained_and_has_cost_nothing():
    row = Explanation.objects.create(language="ru", depth="simple", source_text="x")
    row.refresh_from_db()
    assert (row.state, row.kind, row.key, row.answer) == ("pending", "news", None, None)
    assert (row.degraded, row.failure, row.input_tokens, row.output_tokens) == (False, "", 0, 0)
    assert (row.owner, row.pending_until, row.ready_at) == (None, None, None)


def test_an_answer_comes_back_from_the_database_as_it_was_put_in():
    answer = {"headline": "Биржа «Б» 🚀 \u2028", "numbers": [1, 2.5, None], "deep": {"a": []}}
    pk = an_answer(answer=answer).pk
    assert Explanation.objects.get(pk=pk).answer == answer


def test_a_deleted_answer_takes_verdicts_and_bookmarks_but_not_what_was_said():
    ada, explanation = a_person(), an_answer()
    Bookmark.objects.create(person=ada, explanation=explanation)
    Feedback.objects.create(person=ada, explanation=explanation, verdict="down")
    an_owed_answer(ada, explanation=explanation, state="done")
    Turn.objects.create(person=ada, role="rvx", text="Short", explanation=explanation)
    explanation.delete()
    assert (Bookmark.objects.count(), Feedback.objects.count()) == (0, 0)
    assert Generation.objects.get().explanation is None
    assert (Turn.objects.get().explanation, Turn.objects.get().text) == (None, "Short")


def test_its_line_in_the_admin_holds_neither_text_nor_answer():
    row = an_answer(source_text="Ada's letter", answer={"headline": "Secret"})
    assert str(row) == f"#{row.pk} en normal"


def test_the_newest_stand_first():
    rows = [an_answer().pk for _ in range(3)]
    assert list(Explanation.objects.values_list("pk", flat=True)) == rows[::-1]


@on_sqlite
def test_what_health_counts_is_read_from_an_index_and_not_from_the_answers():
    (plan,) = plans(health, table="botapp_explanation", word="COUNT(*)")
    assert "explanation_reusable" in plan


@on_sqlite
def test_an_answer_is_looked_up_by_its_key():
    (plan,) = plans(lambda: Explanation.objects.filter(key="k").first(), table="botapp_explanation")
    assert "(key=?)" in plan
