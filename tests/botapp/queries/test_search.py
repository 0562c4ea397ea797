"""What is found, by what, and what it costs."""

from importlib import import_module

import pytest
from django.db import connection

from botapp.models import Explanation, Generation, Person, Search, SearchEntry
from botapp.queries.search import Piece, found, wanted
from botapp.services import searches
from botapp.services.search_entries import add, fill

pytestmark = pytest.mark.django_db
MIGRATION = import_module("botapp.migrations.0014_search")


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(telegram_id=1, language="en")


def _given(person: Person, text: str, **answer: object) -> Explanation:
    row = Explanation.objects.create(
        language="en", depth="normal", source_text=text, answer={"headline": "H", **answer}, state="ready"
    )
    Generation.objects.create(
        person=person, chat_id=1, message_id=row.pk, source_text=text, kind="news", language="en",
        depth="normal", state="done", explanation=row,
    )  # fmt: skip
    add(row.pk)
    return row


def _ids(person: Person, text: str) -> list[int]:
    return [line.explanation_id for line in found(wanted(text), person_id=person.pk).lines]


def test_the_answer_is_searched_too_but_not_what_is_general_in_it(ada: Person) -> None:
    row = _given(
        ada,
        "A listing.",
        what_happened=[{"text": "Solana got a market.", "source_sentence": 1}],
        background={"slug": "listing", "how_it_works": "Exchanges decide."},
        follow_ups=["Where else?"],
    )
    assert _ids(ada, "solana") == [row.pk]
    assert _ids(ada, "exchanges") == _ids(ada, "else") == _ids(ada, "listing exchanges") == []


def test_what_explained_nothing_is_not_found(ada: Person) -> None:
    _given(ada, "Hello there.", answered=False)
    assert _ids(ada, "hello") == []
    assert fill() == 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ёлка подешевела", "елки"), ("ПАДЕНИЕ биржи", "биржа"), ("ставки", "Ставка"),
        ("Ціна біткоїна зросла", "біткоїни"), ("Straße", "STRASSE"), ("Ｂｔｃ rose", "btc"),
        ("up 12.5%", "12.5%"), ("snake_case", "snake case"),
    ],
)  # fmt: skip
def test_both_databases_find_the_same(ada: Person, text: str, word: str) -> None:
    row = _given(ada, text)
    assert _ids(ada, word) == [row.pk]


def test_a_fragment_is_the_surrounding_of_the_first_hit(ada: Person) -> None:
    _given(ada, "x " * 200 + "Kraken\n\n  paid the SEC " + "y " * 200)
    (hit,) = found(wanted("sec kraken"), person_id=ada.pk).lines
    hits = [piece for piece in hit.fragment if piece.is_hit]
    assert hits == [Piece("Kraken", True), Piece("SEC", True)]
    shown = "".join(piece.text for piece in hit.fragment)
    assert "Kraken paid the SEC" in shown
    assert shown.startswith("…x x")
    assert shown.endswith("y…")
    assert len(shown) < 160


def test_what_was_got_twice_is_found_once_at_its_last_time(ada: Person) -> None:
    first, second = _given(ada, "Kraken one"), _given(ada, "Kraken two")
    again = Generation.objects.get(explanation=first)
    again.pk = None
    again.save()
    assert _ids(ada, "kraken") == [first.pk, second.pk]


def test_an_item_stands_once_at_however_many_depths_it_was_explained(ada: Person) -> None:
    rows = [_given(ada, "Kraken paid", what_happened=[{"text": word}]) for word in ("one", "two", "three")]
    other = _given(ada, "Kraken won")
    Generation.objects.filter(explanation__in=rows).update(message_id=rows[0].pk)
    assert _ids(ada, "kraken") == [other.pk, rows[2].pk]
    assert _ids(ada, "two") == [rows[1].pk], "as it was when it had the word"


def test_the_pages_join_without_gap_and_double(ada: Person) -> None:
    rows = [_given(ada, f"Kraken {number}").pk for number in range(5)]
    seen, before = [], None
    for _ in range(3):
        page = found(wanted("kraken"), person_id=ada.pk, after=before, limit=2)
        seen += [line.explanation_id for line in page.lines]
        before = page.older
    assert seen == rows[::-1]
    assert before is None


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_however_much_is_found(
    ada: Person, number: int, django_assert_num_queries: object
) -> None:
    for n in range(number):
        _given(ada, f"Kraken {n}")
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(_ids(ada, "kraken")) == number


def test_the_index_follows_its_rows(ada: Person) -> None:
    row = _given(ada, "Kraken")
    SearchEntry.objects.update(words="binance")
    assert (_ids(ada, "kraken"), _ids(ada, "binance")) == ([], [row.pk])
    SearchEntry.objects.all().delete()
    assert _ids(ada, "binance") == []
    _given(ada, "Ripple").delete()
    assert not SearchEntry.objects.exists()


def test_the_database_uses_its_index(ada: Person) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(
                "EXPLAIN SELECT id FROM botapp_searchentry"
                " WHERE array_to_tsvector(string_to_array(words, ' ')) @@ '''x'''::tsquery"
            )
            assert "botapp_searchindex" in str(cursor.fetchall())


def test_the_index_can_be_dropped_and_made_again(ada: Person) -> None:
    for _ in range(2):
        for statement in (*MIGRATION.DROP[connection.vendor], *MIGRATION.MAKE[connection.vendor]):
            with connection.cursor() as cursor:
                cursor.execute(statement)
    assert _ids(ada, "kraken") == []
    row = _given(ada, "Kraken")
    assert _ids(ada, "kraken") == [row.pk]


def test_the_last_searches_of_a_person_are_kept(ada: Person) -> None:
    bob = Person.objects.create(telegram_id=2)
    searches.remember(bob.pk, text="kraken")
    made = [searches.remember(ada.pk, text=str(number)) for number in range(searches.KEPT + 2)]
    assert list(Search.objects.filter(person=ada).values_list("pk", flat=True)) == made[:1:-1]
    assert Search.objects.filter(person=bob).count() == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Суд оштрафовал биржу.", "штраф"), ("Суд назначил штраф.", "оштрафовать"),
        ("Суд оштрафував біржу.", "штраф"), ("Кошельки заблокировали.", "блокировка"),
        ("Регулятор штрафует банки.", "оштрафовали"),
    ],
)  # fmt: skip
def test_a_word_is_found_by_another_of_its_root(ada: Person, text: str, word: str) -> None:
    row = _given(ada, text)
    (hit,) = found(wanted(word), person_id=ada.pk).lines
    assert hit.explanation_id == row.pk
    assert [piece.text for piece in hit.fragment if piece.is_hit], "the word of its root is marked"


def test_words_that_only_look_like_one_root_are_not_found(ada: Person) -> None:
    _given(ada, "Выпуск токенов и поставка оборудования.")
    assert _ids(ada, "запуск") == _ids(ada, "ставка") == []


def test_what_has_the_word_itself_stands_before_what_has_its_root_only(ada: Person) -> None:
    itself = [_given(ada, f"Суд назначил штраф {number}").pk for number in range(3)]
    by_root = [_given(ada, f"Суд оштрафовал биржу {number}").pk for number in range(3)]
    assert _ids(ada, "штраф") == itself[::-1] + by_root[::-1]
    seen, place = [], None
    for _ in range(4):
        page = found(wanted("штраф"), person_id=ada.pk, after=place, limit=2)
        seen += [line.explanation_id for line in page.lines]
        place = page.older
        if place is None:
            break
    assert seen == itself[::-1] + by_root[::-1]


def test_a_card_with_the_word_stands_once_though_a_later_depth_has_its_root_only(ada: Person) -> None:
    itself = _given(ada, "Суд назначил штраф")
    deeper = _given(ada, "Суд оштрафовал биржу")
    Generation.objects.update(message_id=1)
    assert _ids(ada, "штраф") == [itself.pk]
    assert _ids(ada, "штрафовать") == [deeper.pk]


def test_every_word_may_be_found_by_its_root(ada: Person) -> None:
    row = _given(ada, "Суд оштрафовал биржу и заблокировал кошелёк.")
    assert _ids(ada, "штраф блокировка биржи") == [row.pk]
    assert _ids(ada, "штраф блокировка банка") == []


def test_three_queries_at_most_however_much_is_found(ada: Person, django_assert_num_queries: object) -> None:
    for number in range(3):
        _given(ada, f"Суд оштрафовал биржу {number}")
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(_ids(ada, "штраф")) == 3
