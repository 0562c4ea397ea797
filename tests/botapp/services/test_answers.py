import pytest

from botapp.models import Explanation, Generation, Turn
from botapp.services import answer_claims, generations, people
from botapp.services.answers import settle

pytestmark = pytest.mark.django_db


@pytest.fixture
def explanation():
    return Explanation.objects.create(
        state="ready", language="en", depth="normal", source_text="x", answer={"headline": "H"}
    )


def _job(text, settings):
    settings.FLOOD_SECONDS = 0
    person = people.greet(1, first_name="Ada", language_code="en")
    number = generations.begin(person.id, chat_id=1, text=text, kind="news", language="en", depth="normal")
    return answer_claims.take(number)


def test_an_answer_ends_the_generation_and_leaves_two_turns(explanation, settings):
    job = _job("Bitcoin rose.", settings)
    assert settle(job, explanation_id=explanation.pk, cached=False, answer="It went up.")
    assert Generation.objects.get().state == Generation.State.DONE
    turns = Turn.objects.order_by("id").values_list("role", "text")
    assert list(turns) == [("person", "Bitcoin rose."), ("rvx", "It went up.")]


def test_the_same_text_again_does_not_go_on_with_the_conversation(explanation, settings):
    for _ in range(2):
        settle(_job("Bitcoin rose.", settings), explanation_id=explanation.pk, cached=False, answer="Up.")
    assert Turn.objects.count() == 2


def test_whoever_lost_the_claim_leaves_nothing(explanation, settings):
    job = _job("Bitcoin rose.", settings)
    answer_claims.hand_back(job)
    assert not settle(job, explanation_id=explanation.pk, cached=False, answer="Up.")
    assert not Turn.objects.exists()
