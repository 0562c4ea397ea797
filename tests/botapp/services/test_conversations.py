"""Turns that are told whole, and the summary of those that are not."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from botapp.ai import tokens
from botapp.ai.base import Prompt
from botapp.ai.prompts import build
from botapp.models import Conversation, Generation, Turn
from botapp.queries.conversations import context
from botapp.queries.turns import recall
from botapp.services import answer_claims, summaries
from botapp.services.answers import settle
from botapp.services.retention import prune
from botapp.services.summaries import Exchange
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer

CHAT = 1001


@pytest.fixture
def ada(db):
    return a_person(CHAT)


def exchange(person, text, answer, *, kind="question", thread=None, chat_id=CHAT):
    """One message and its answer, as the runner ends it; the explanation."""
    made = an_answer(kind=kind, source_text=text)
    owed = an_owed_answer(
        person, chat_id=chat_id, message_id=Generation.objects.count() + 1, source_text=text, kind=kind,
        thread=thread,
    )  # fmt: skip
    job = answer_claims.take(owed.pk)
    assert settle(job, explanation_id=made.pk, cached=False, answer=answer)
    return made


def remembered(person, thread=None, asking=""):
    return recall(person.pk, chat_id=CHAT, thread_id=thread and thread.pk, asking=asking)


@pytest.mark.parametrize("budget", [300, 1000, 3000])
def test_two_hundred_long_turns_never_exceed_the_budget(ada, settings, budget):
    settings.CONTEXT_TOKENS = budget
    card = exchange(ada, "Item. " * 900, "Headline\n" + "Statement. " * 90, kind="news")
    for number in range(99):
        asked, answered = f"Question {number}? " + "Why? " * number * 7, f"A\n{'Word ' * number * 9}"
        exchange(ada, asked, answered, thread=card)
        past = remembered(ada, card)
        assert past.tokens <= budget
        user = build(Prompt("And?", kind="question", history=past.history, summary=past.summary)).user
        assert tokens.estimate(user) <= budget + 100, "the fence and the names of the speakers"
    assert Turn.objects.count() == 200
    assert past.history[0].text.startswith("Item.")
    assert len(past.summary) > 100
    assert len(Conversation.objects.get().summary) <= summaries.LENGTH


def test_what_is_told_no_more_is_in_the_summary_once(ada):
    card = exchange(ada, "The SEC sued Binance.", "Binance was sued\nThe SEC sued it.", kind="news")
    for number in range(7):
        exchange(ada, f"What is {number}?", f"Answer\nIt is number {number}.", thread=card)
    past = remembered(ada, card)
    assert past.summary.splitlines() == [
        "Explained: Binance was sued",
        "Asked: What is 0?; answered: It is number 0.",
        "Asked: What is 1?; answered: It is number 1.",
    ]
    assert [turn.text for turn in past.history][:2] == ["The SEC sued Binance.", "Answer\nIt is number 2."]
    assert len(past.history) == 10


def test_a_turn_that_does_not_fit_is_summed_up_though_it_is_recent(ada, settings):
    settings.CONTEXT_TOKENS = 300
    exchange(ada, "First?", "Answer\n" + "Long. " * 500)
    exchange(ada, "Second?", "Answer\n" + "Long. " * 500)
    assert "Asked: First?" in remembered(ada).summary


def test_every_chat_has_its_own(ada):
    exchange(ada, "Here?", "Yes.")
    exchange(ada, "There?", "No.", chat_id=-5)
    assert [turn.text for turn in remembered(ada).history] == ["Here?", "Yes."]


def test_the_same_question_about_two_cards_is_two_turns(ada):
    cards = [exchange(ada, f"Item {n}.", f"Headline {n}", kind="news") for n in range(2)]
    for card in cards:
        exchange(ada, "How much?", "Answer", thread=card)
    assert Turn.objects.filter(text="How much?").count() == 2


def test_a_question_that_is_asked_again_is_not_told_of_itself(ada):
    card = exchange(ada, "Item.", "Headline", kind="news")
    exchange(ada, "How much?", "Seven.", thread=card)
    assert [turn.text for turn in remembered(ada, card, asking="How much?").history] == ["Item.", "Headline"]


def test_an_item_that_is_gone_is_not_told(ada):
    card = exchange(ada, "Item.", "Headline", kind="news")
    gone = card.pk
    card.delete()
    assert recall(ada.pk, chat_id=CHAT, thread_id=gone).history == ()


def test_the_summary_loses_the_lines_of_what_is_forgotten(ada):
    card = exchange(ada, "Item.", "Old headline", kind="news")
    for number in range(8):
        exchange(ada, f"What is {number}?", "Answer", thread=card)
    now = timezone.now()
    old = Turn.objects.order_by("id")[:4].values_list("pk", flat=True)
    Turn.objects.filter(pk__in=list(old)).update(created_at=now - timedelta(days=31))
    prune(now)
    summary = Conversation.objects.get().summary
    assert "Old headline" not in summary
    assert "What is 0?" not in summary
    assert "What is 1?" in summary


def test_a_conversation_goes_with_its_last_turn(ada):
    exchange(ada, "Here?", "Yes.")
    month_ago = timezone.now() - timedelta(days=31)
    Turn.objects.update(created_at=month_ago)
    Conversation.objects.update(started_at=month_ago)
    done = prune(timezone.now())
    assert (done.turns, done.conversations) == (2, 1)
    assert not Conversation.objects.exists()


def test_a_conversation_of_long_ago_that_goes_on_stays(ada):
    exchange(ada, "Here?", "Yes.")
    Conversation.objects.update(started_at=timezone.now() - timedelta(days=300))
    assert prune(timezone.now()).conversations == 0


@pytest.mark.parametrize("exchanges", [1, 12])
def test_remembering_takes_as_many_queries_however_long_it_was(ada, exchanges, django_assert_max_num_queries):
    for number in range(exchanges):
        exchange(ada, f"What is {number}?", "Answer")
    card = an_answer()
    with django_assert_max_num_queries(3):
        remembered(ada, card)
    with django_assert_max_num_queries(9):
        context(ada.pk, chat_id=CHAT)


@given(
    st.lists(st.tuples(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["news", "question"])))
)
def test_a_summary_has_a_bound_and_keeps_the_end(said):
    summary = summaries.extend("", [Exchange(*one) for one in said])
    assert len(summary) <= summaries.LENGTH
    assert summaries.extend(summary, []) == "\n".join(summary.splitlines())


@given(st.lists(st.text(max_size=2000), max_size=20), st.integers(0, 2000))
def test_what_fits_fits_by_the_estimate(texts, most):
    kept = tokens.latest(texts, most)
    assert sum(map(tokens.of_turn, kept)) <= most
    assert kept[:-1] == texts[: len(kept) - 1 if kept else 0]


@given(st.text(max_size=500), st.integers(0, 200))
def test_a_beginning_is_never_more_than_allowed(text, most):
    cut = tokens.beginning(text, most)
    assert tokens.estimate(cut) <= most
    assert text.startswith(cut.rstrip("…"))
