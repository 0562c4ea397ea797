"""One line a card, newest first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from botapp.exceptions import NotFound
from botapp.models import Bookmark, Explanation, Generation, Person
from botapp.queries.history import card_in, latest, saved
from botapp.queries.kept import is_saved, kept, number_kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(telegram_id=1, language="en")


def _answer(headline: str, depth: str = "normal", **more: object) -> Explanation:
    answer = {"headline": headline, **more}
    return Explanation.objects.create(
        language="en", depth=depth, source_text=headline, answer=answer, state="ready"
    )


def _card(person: Person, message_id: int, answer: Explanation) -> None:
    Generation.objects.create(
        person=person, chat_id=1, message_id=message_id, source_text="x", kind="news", language="en",
        depth=answer.depth, state="done", explanation=answer,
    )  # fmt: skip


def _headlines(person: Person, limit: int = 10) -> list[str]:
    return [line.headline for line in latest(person.pk, limit).lines]


def test_another_depth_of_a_card_is_not_another_line(ada: Person) -> None:
    _card(ada, 1, _answer("Listing"))
    _card(ada, 2, _answer("Hack"))
    _card(ada, 1, _answer("Listing, simpler", "simple"))
    assert _headlines(ada) == ["Listing, simpler", "Hack"]


def test_what_explained_nothing_is_left_out_and_takes_no_place(ada: Person) -> None:
    for number, answered in enumerate([True, True, False, True, False]):
        _card(ada, number, _answer(f"Item {number}", answered=answered))
    assert _headlines(ada, 2) == ["Item 3", "Item 1"]


def test_an_answer_that_came_from_the_cache_twice_stands_once(ada: Person) -> None:
    same = _answer("Hack")
    _card(ada, 1, same)
    _card(ada, 2, same)
    assert _headlines(ada) == ["Hack"]


def test_only_the_last_ones_are_listed_and_nobody_elses(ada: Person) -> None:
    bob = Person.objects.create(telegram_id=2)
    for number in range(5):
        _card(ada, number, _answer(f"Item {number}"))
    _card(bob, 99, _answer("Bob's"))
    assert _headlines(ada, 3) == ["Item 4", "Item 3", "Item 2"]


def test_history_takes_two_queries_however_long_it_is(ada: Person, django_assert_num_queries: object) -> None:
    for number in range(6):
        _card(ada, number, _answer(f"Item {number}"))
    with django_assert_num_queries(2):  # type: ignore[operator]
        latest(ada.pk)


@pytest.mark.parametrize("cards", [1, 3])
def test_history_costs_the_same_with_one_card_and_with_three(
    ada: Person, cards: int, django_assert_num_queries: object
) -> None:
    for number in range(cards):
        _card(ada, number, _answer(f"Item {number}"))
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(latest(ada.pk).lines) == cards


def test_what_failed_or_is_still_written_has_no_line(ada: Person) -> None:
    for number, state in enumerate(("pending", "failed")):
        answer = _answer(f"Item {number}")
        _card(ada, number, answer)
        Explanation.objects.filter(pk=answer.pk).update(state=state)
    assert _headlines(ada) == []


def test_an_answer_without_ai_says_so_in_its_line(ada: Person) -> None:
    answer = _answer("Hack")
    Explanation.objects.filter(pk=answer.pk).update(degraded=True)
    _card(ada, 1, answer)
    assert [line.degraded for line in latest(ada.pk).lines] == [True]


def _keep(person: Person, *answers: Explanation) -> None:
    for answer in answers:
        Bookmark.objects.create(person=person, explanation=answer)


def test_what_was_kept_last_stands_first(ada: Person) -> None:
    old, new = _answer("Old"), _answer("New")
    _keep(ada, new, old)
    assert [line.headline for line in saved(ada.pk).lines] == ["Old", "New"]
    assert [line.explanation_id for line in saved(ada.pk, 1).lines] == [old.pk]


def test_a_line_of_what_is_kept_says_when_it_was_kept(ada: Person) -> None:
    _keep(ada, _answer("Hack"))
    (line,) = saved(ada.pk).lines
    assert line.created_at == Bookmark.objects.get().created_at


def test_nobody_sees_what_others_keep(ada: Person) -> None:
    bob, answer = Person.objects.create(telegram_id=2), _answer("Hack")
    _keep(bob, answer)
    assert saved(ada.pk).lines == ()
    assert is_saved(answer.pk, person_id=bob.pk)
    assert not is_saved(answer.pk, person_id=ada.pk)


def test_an_answer_that_was_deleted_is_kept_no_more(ada: Person) -> None:
    gone, stays = _answer("Gone"), _answer("Stays")
    _keep(ada, gone, stays)
    gone.delete()
    assert [line.headline for line in saved(ada.pk).lines] == ["Stays"]


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_however_much_is_kept(
    ada: Person, number: int, django_assert_num_queries: object
) -> None:
    _keep(ada, *(_answer(f"Item {n}") for n in range(number)))
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(saved(ada.pk).lines) == number


def test_only_the_page_is_read_however_much_is_kept(ada: Person) -> None:
    _keep(ada, *(_answer(f"Item {number}") for number in range(30)))
    with CaptureQueriesContext(connection) as captured:
        assert len(kept(ada.pk, 11)) == 11
    assert "LIMIT 11" in captured.captured_queries[0]["sql"]
    assert number_kept(ada.pk) == 30


def test_an_item_that_was_kept_twice_before_is_listed_and_counted_once(ada: Person) -> None:
    simple, other = _answer("Hack"), _answer("Listing")
    deep = Explanation.objects.create(
        language="en", depth="pro", source_text="Hack", answer={"headline": "Deep"}, state="ready"
    )
    _keep(ada, simple, other, deep)
    assert _pages(saved, ada, 1) == [["Deep"], ["Listing"]]
    assert number_kept(ada.pk) == 2


def test_the_same_question_about_two_cards_is_two_items(ada: Person) -> None:
    cards = [_answer("Hack"), _answer("Listing")]
    for number, card in enumerate(cards):
        told = Explanation.objects.create(
            kind="question", language="en", source_text="why?", answer={"headline": "So"}, state="ready"
        )
        _card(ada, number, told)
        Generation.objects.filter(explanation=told).update(kind="question", thread=card)
        _keep(ada, told)
    assert [(line.headline, line.about) for line in saved(ada.pk).lines] == [
        ("Why?", "Listing"),
        ("Why?", "Hack"),
    ]
    assert len(latest(ada.pk).lines) == number_kept(ada.pk) == 2


def _pages(read: object, person: Person, limit: int) -> list[list[str]]:
    found, before = [], None
    while True:
        page = read(person.pk, limit, before=before)  # type: ignore[operator]
        found.append([line.headline for line in page.lines])
        before = page.older
        if before is None:
            return found


def test_the_pages_of_a_history_join_without_gap_and_double(ada: Person) -> None:
    for number in range(5):
        _card(ada, number, _answer(f"Item {number}"))
    assert _pages(latest, ada, 2) == [["Item 4", "Item 3"], ["Item 2", "Item 1"], ["Item 0"]]


def test_what_was_got_again_does_not_stand_on_an_older_page_too(ada: Person) -> None:
    same = _answer("Hack")
    _card(ada, 1, same)
    _card(ada, 2, _answer("Listing"))
    _card(ada, 3, same)
    assert _pages(latest, ada, 1) == [["Hack"], ["Listing"]]


def test_the_pages_of_what_is_kept_join_without_gap_and_double(ada: Person) -> None:
    _keep(ada, *(_answer(f"Item {number}") for number in range(4)))
    assert _pages(saved, ada, 2) == [["Item 3", "Item 2"], ["Item 1", "Item 0"]]


def test_the_card_of_a_message_is_its_present_one_and_nobody_elses(ada: Person) -> None:
    bob = Person.objects.create(telegram_id=2)
    _card(ada, 1, _answer("Listing"))
    simpler = _answer("Listing, simpler", "simple")
    _card(ada, 1, simpler)
    last = _answer("Hack")
    _card(ada, 2, last)
    _card(ada, 3, _answer("Hello", answered=False))
    assert card_in(1, 1, person_id=ada.pk) == simpler.pk
    assert card_in(1, None, person_id=ada.pk) == last.pk
    for message_id, person in ((3, ada), (9, ada), (1, bob), (None, bob)):
        with pytest.raises(NotFound):
            card_in(1, message_id, person_id=person.pk)


def _question(person: Person, number: int, text: str, about: Explanation | None = None) -> Explanation:
    told = Explanation.objects.create(
        kind="question", language="en", source_text=text, answer={"headline": "So"}, state="ready"
    )
    _card(person, number, told)
    Generation.objects.filter(explanation=told).update(kind="question", thread=about)
    return told


def test_questions_that_look_alike_are_lines_of_their_own(ada: Person) -> None:
    long = "what " * 40
    cards = [_answer("Very " * 20 + str(number)) for number in range(2)]
    told = [_question(ada, number, "why?", card) for number, card in enumerate(cards)]
    told += [_question(ada, 2 + number, f"{long}{number}", cards[0]) for number in range(2)]
    _keep(ada, *told)
    for read in (latest, saved):
        lines = read(ada.pk).lines
        assert [line.explanation_id for line in lines] == [row.pk for row in reversed(told)]
        assert len({(line.headline, line.about) for line in lines}) == 2


def test_a_question_asked_again_and_again_hides_nothing(ada: Person) -> None:
    for number in range(5):
        _question(ada, number, f"old {number}?")
    for number in range(31):
        _question(ada, 10 + number, "same?")
    assert _headlines(ada) == ["Same?", "Old 4?", "Old 3?", "Old 2?", "Old 1?", "Old 0?"]
    assert _pages(latest, ada, 4) == [["Same?", "Old 4?", "Old 3?", "Old 2?"], ["Old 1?", "Old 0?"]]


def test_whatever_explained_nothing_in_a_row_hides_nothing(ada: Person) -> None:
    _card(ada, 0, _answer("Hack"))
    for number in range(8):
        _card(ada, 1 + number, _answer(f"Hello {number}", answered=False))
    assert _headlines(ada, 2) == ["Hack"]


def test_all_that_is_kept_can_be_reached(ada: Person) -> None:
    card = _answer("Hack")
    _keep(ada, *(_question(ada, number, "what " * 40 + str(number), card) for number in range(14)))
    assert [len(page) for page in _pages(saved, ada, 10)] == [10, 4]
    assert number_kept(ada.pk) == 14


@pytest.mark.parametrize("number", [1, 6])
def test_questions_take_one_query_more(ada: Person, number: int, django_assert_num_queries: object) -> None:
    card = _answer("Hack")
    _keep(ada, *(_question(ada, place, f"why {place}?", card) for place in range(number)))
    for read in (latest, saved):
        with django_assert_num_queries(3):  # type: ignore[operator]
            assert len(read(ada.pk).lines) == number
