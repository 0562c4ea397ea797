from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from botapp.exceptions import AlreadyAnswered, AlreadyWriting, NoMoreVersions, NotFound, RvxError
from botapp.models import DailyUsage, Generation
from botapp.queries import versions as counts
from botapp.queries.explanations import describe
from botapp.services import versions
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer

QUESTIONS = ["What is a bridge?", "Who pays?"]


@pytest.fixture(autouse=True)
def unhurried(settings):
    settings.FLOOD_SECONDS = 0


def given(telegram_id=1001, **values):
    """A person and an answer that they received in a message of its own."""
    person = a_person(telegram_id)
    answer = an_answer(answer={"headline": "Short", "follow_ups": QUESTIONS}, **values)
    an_owed_answer(person, state="done", explanation=answer, message_id=1, depth=answer.depth)
    return person, answer


def anew(answer, person, message_id=None):
    return versions.tell_anew(answer.pk, person_id=person.pk, chat_id=7, message_id=message_id, language="en")


def follow(answer, person, number=0):
    return versions.ask(answer.pk, number, person_id=person.pk, chat_id=7, language="en")


@pytest.mark.django_db
def test_the_next_version_keeps_depth_way_origin_and_thread():
    card = an_answer(source_text="The card")
    person, answer = given(depth="pro", mode="steps", origin="Reuters")
    Generation.objects.update(thread=card)
    made = Generation.objects.get(pk=anew(answer, person))
    assert (made.depth, made.mode, made.variant) == ("pro", "steps", 1)
    assert (made.origin, made.thread_id) == ("Reuters", card.pk)


@pytest.mark.django_db
def test_the_number_goes_on_from_the_version_that_is_shown():
    person, answer = given(variant=2)
    assert Generation.objects.get(pk=anew(answer, person)).variant == 3


@pytest.mark.django_db
def test_the_seventh_new_version_is_refused_and_costs_nothing():
    person, answer = given()
    made = [anew(answer, person, 100 + number) for number in range(versions.MOST_NEW)]
    assert counts.left(describe(answer), person_id=person.pk) == 0
    with pytest.raises(NoMoreVersions):
        anew(answer, person)
    assert DailyUsage.objects.get().used == len(made) == 6


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["failed", "stopped"])
def test_what_came_to_nothing_does_not_count(state):
    person, answer = given()
    Generation.objects.filter(pk=anew(answer, person)).update(state=state)
    assert counts.left(describe(answer), person_id=person.pk) == 6


@pytest.mark.django_db
def test_versions_of_another_person_do_not_count():
    person, answer = given()
    bob = a_person(8)
    an_owed_answer(bob, state="done", explanation=answer, variant=1)
    assert counts.left(describe(answer), person_id=person.pk) == 6


@pytest.mark.django_db
def test_an_answer_that_a_person_never_got_is_not_told_anew():
    _, answer = given()
    with pytest.raises(NotFound):
        anew(answer, a_person(8))
    with pytest.raises(NotFound):
        follow(answer, a_person(9))


@pytest.mark.django_db
def test_a_suggested_question_is_asked_once_in_the_thread_of_its_card():
    person, answer = given()
    asked = Generation.objects.get(pk=follow(answer, person, 1))
    assert (asked.source_text, asked.kind, asked.thread_id) == ("Who pays?", "question", answer.pk)
    with pytest.raises(AlreadyWriting):
        follow(answer, person, 1)
    Generation.objects.filter(pk=asked.pk).update(state="done")
    with pytest.raises(AlreadyAnswered):
        follow(answer, person, 1)
    assert DailyUsage.objects.get().used == 1


@pytest.mark.django_db
def test_a_question_that_came_to_nothing_can_be_asked_again():
    person, answer = given()
    Generation.objects.filter(pk=follow(answer, person)).update(state="stopped")
    assert follow(answer, person)


@pytest.mark.django_db
def test_a_number_without_a_question_is_not_found():
    person, answer = given()
    with pytest.raises(NotFound):
        follow(answer, person, len(QUESTIONS))


def attempt(work):
    try:
        return work()
    except RvxError as error:
        return error.code
    finally:
        connections.close_all()


def test_twelve_taps_at_the_same_time_make_six_versions(live_db):
    person, answer = given()
    with ThreadPoolExecutor(6) as pool:
        taps = [pool.submit(attempt, lambda n=n: anew(answer, person, 100 + n)) for n in range(12)]
    outcomes = [tap.result() for tap in taps]
    assert outcomes.count("no_more_versions") == 6
    assert sorted(Generation.objects.filter(variant__gt=0).values_list("variant", flat=True)) == list(
        range(1, 7)
    )
    assert DailyUsage.objects.get().used == 6


def test_a_question_that_is_tapped_twice_at_the_same_time_is_asked_once(live_db):
    person, answer = given()
    with ThreadPoolExecutor(4) as pool:
        taps = [pool.submit(attempt, lambda: follow(answer, person)) for _ in range(4)]
    assert [tap.result() for tap in taps].count("already_writing") == 3
    assert DailyUsage.objects.get().used == 1
