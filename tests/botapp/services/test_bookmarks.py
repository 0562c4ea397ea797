"""An item is kept once, whichever of its versions was saved."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from botapp.exceptions import RvxError
from botapp.models import Bookmark, Explanation, Person
from botapp.queries.history import saved
from botapp.queries.kept import is_saved
from botapp.services import bookmarks
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer

VERSIONS: list[dict[str, object]] = [
    {"depth": "simple"},
    {"mode": "steps"},
    {"variant": 1},
    {"language": "uk"},
]


def got(person: Person, *, sent: str = "", read: str = "", thread: int | None = None, **facts) -> Explanation:
    """An answer that the person received, to a text, an article or a question."""
    answer = an_answer(**facts)
    an_owed_answer(
        person,
        state="done",
        explanation=answer,
        source_text=sent or answer.source_text,
        read_text=read,
        kind=answer.kind,
        thread_id=thread,
    )
    return answer


def save(answer: Explanation, person: Person) -> bool:
    return bookmarks.save(answer.pk, person_id=person.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("other", VERSIONS, ids=lambda facts: next(iter(facts)))
def test_every_version_of_an_item_is_saved_with_one_of_them(other):
    ada = a_person()
    first, second = got(ada), got(ada, **other)
    assert save(first, ada)
    assert not save(second, ada)
    assert is_saved(second.pk, person_id=ada.pk)
    assert [line.explanation_id for line in saved(ada.pk).lines] == [first.pk]
    assert bookmarks.unsave(second.pk, person_id=ada.pk)
    assert not is_saved(first.pk, person_id=ada.pk)


@pytest.mark.django_db
def test_other_texts_kinds_and_people_are_other_items():
    ada, bob = a_person(), a_person(8)
    kept = got(ada)
    others = [got(ada, source_text="Another item"), got(ada, kind="question")]
    an_owed_answer(bob, state="done", explanation=kept)
    save(kept, ada)
    assert [is_saved(other.pk, person_id=ada.pk) for other in others] == [False, False]
    assert not is_saved(kept.pk, person_id=bob.pk)
    assert not bookmarks.unsave(kept.pk, person_id=bob.pk)
    assert all(save(other, ada) for other in others)
    assert len(saved(ada.pk).lines) == 3


@pytest.mark.django_db
def test_a_question_about_another_card_is_another_item():
    ada = a_person()
    cards = [got(ada, source_text=text) for text in ("First", "Second")]
    why, other, nowhere = (
        got(ada, source_text="Why?", kind="question", thread=thread)
        for thread in (cards[0].pk, cards[1].pk, None)
    )
    deeper = got(ada, source_text="Why?", kind="question", thread=cards[0].pk, depth="pro")
    save(why, ada)
    seen = [is_saved(answer.pk, person_id=ada.pk) for answer in (why, deeper, other, nowhere)]
    assert seen == [True, True, False, False]
    save(nowhere, ada)
    assert len(saved(ada.pk).lines) == 2


@pytest.mark.django_db
def test_articles_and_pictures_are_told_apart_by_what_was_read():
    ada = a_person()
    first = got(ada, sent="https://example.org", read="An article", source_text="An article")
    deeper = got(ada, sent="An article", read="An article", source_text="An article", depth="pro")
    later = got(ada, sent="https://example.org", read="Another one", source_text="Another one")
    save(first, ada)
    assert is_saved(deeper.pk, person_id=ada.pk)
    assert not is_saved(later.pk, person_id=ada.pk)


@pytest.mark.django_db
def test_the_white_space_of_whoever_sent_it_first_does_not_count():
    ada = a_person()
    first = got(ada, sent="An  item", source_text="An item")
    deeper = got(ada, sent="An item", source_text="An\nitem", depth="pro")
    save(first, ada)
    assert is_saved(deeper.pk, person_id=ada.pk)


@pytest.mark.django_db
def test_what_is_still_being_written_belongs_to_its_item():
    ada = a_person()
    first, deeper = got(ada), an_answer(depth="pro")
    save(first, ada)
    owed = an_owed_answer(ada, depth="pro")
    assert is_saved(deeper.pk, person_id=ada.pk, writing=owed.pk)
    question = an_answer(kind="question", source_text="Why?")
    asked = an_owed_answer(ada, kind="question", source_text="Why?")
    assert not is_saved(question.pk, person_id=ada.pk, writing=asked.pk)


@pytest.mark.django_db
def test_two_versions_that_were_saved_before_stand_once_and_go_together():
    ada = a_person()
    first, second = got(ada), got(ada, depth="pro")
    for answer in (first, second):
        Bookmark.objects.create(person=ada, explanation=answer)
    assert [line.explanation_id for line in saved(ada.pk).lines] == [second.pk]
    bookmarks.unsave(second.pk, person_id=ada.pk)
    assert not Bookmark.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("versions", [1, 3])
def test_it_costs_the_same_however_many_versions_there_are(versions, django_assert_num_queries):
    ada = a_person()
    answers = [got(ada, variant=number) for number in range(versions)]
    with django_assert_num_queries(1):
        assert not is_saved(answers[-1].pk, person_id=ada.pk)
    save(answers[0], ada)
    with django_assert_num_queries(5):
        assert is_saved(answers[-1].pk, person_id=ada.pk)


def attempt(work: Callable[[], bool]) -> bool | str:
    try:
        return work()
    except RvxError as error:
        return error.code
    finally:
        connections.close_all()


def test_taps_on_all_versions_at_the_same_time_keep_the_item_once(live_db):
    ada = a_person()
    answers = [got(ada), *(got(ada, **facts) for facts in VERSIONS)]
    with ThreadPoolExecutor(5) as pool:
        taps = [pool.submit(attempt, lambda a=answer: save(a, ada)) for answer in answers * 2]
    assert sorted(tap.result() for tap in taps) == [False] * 9 + [True]
    assert Bookmark.objects.count() == 1


def test_taps_that_let_go_at_the_same_time_let_go_once(live_db):
    ada = a_person()
    answers = [got(ada), *(got(ada, **facts) for facts in VERSIONS)]
    save(answers[0], ada)
    with ThreadPoolExecutor(5) as pool:
        taps = [
            pool.submit(attempt, lambda a=answer: bookmarks.unsave(a.pk, person_id=ada.pk))
            for answer in answers
        ]
    assert sorted(tap.result() for tap in taps) == [False] * 4 + [True]
    assert not Bookmark.objects.exists()


def test_saving_and_letting_go_at_the_same_time_leaves_one_or_none(live_db):
    ada = a_person()
    first, second = got(ada), got(ada, depth="pro")
    acts = [lambda: save(first, ada), lambda: bookmarks.unsave(second.pk, person_id=ada.pk)]
    with ThreadPoolExecutor(4) as pool:
        taps = [pool.submit(attempt, act) for act in acts * 6]
    told = [tap.result() for tap in taps]
    assert set(told) <= {True, False}
    assert Bookmark.objects.count() == told[0::2].count(True) - told[1::2].count(True)
    assert Bookmark.objects.count() in (0, 1)
