import pytest

from botapp.exceptions import Banned, NotAllowed, NotFound
from botapp.models import Person
from botapp.queries.people import facts, known
from botapp.services import gates
from botapp.services.people import Guest, greet, greet_all, note_seen, set_depth, set_language

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ru", "ru"),
        ("uk-UA", "uk"),
        ("en-US", "en"),
        ("be", "ru"),
        ("kk", "ru"),
        ("de", "en"),
        ("", "ru"),
        (None, "ru"),
    ],
)
def test_a_new_person_gets_the_language_of_their_telegram(code, language):
    assert greet(7, first_name="Ada", language_code=code).language == language


def test_the_choice_of_a_language_outlives_the_next_message():
    ada = greet(7, first_name="Ada", language_code="ru")
    set_language(ada.id, language="uk")
    assert greet(7, first_name="Ada", language_code="ru").language == "uk"


def test_the_same_person_is_one_row_and_a_new_name_is_kept():
    first = greet(7, first_name="Ada", username="ada", source="ref-1")
    second = greet(7, first_name="Ada L.", username="ada", source="ref-2")
    assert (second.id, second.first_name) == (first.id, "Ada L.")
    assert Person.objects.get().source == "ref-1"


def test_greeting_somebody_unchanged_writes_nothing(django_assert_num_queries):
    greet(7, first_name="Ada", username="ada", last_name="L")
    with django_assert_num_queries(1):
        greet(7, first_name="Ada", username="ada", last_name="L", language_code="en")


def test_a_crowd_is_greeted_by_one_query_and_newcomers_by_four(django_assert_num_queries):
    crowd = [Guest(number, first_name="Guest") for number in range(1, 40)]
    with django_assert_num_queries(4):
        made = greet_all(crowd)
    with django_assert_num_queries(1):
        assert greet_all(crowd[::-1]) == made[::-1]


def test_names_that_no_database_takes_are_mended():
    ada = greet(7, first_name="<b>A\x00da\ud800" + "x" * 300, username=None)
    assert facts(ada.id).first_name.startswith("<b>Ada\ufffdx")
    assert len(ada.first_name) == 128


def test_depth_is_chosen_and_nonsense_refused():
    ada = greet(7)
    assert set_depth(ada.id, depth="pro").depth == "pro"
    for wrong in (lambda: set_depth(ada.id, depth="deep"), lambda: set_language(ada.id, language="xx")):
        with pytest.raises(NotFound):
            wrong()
    assert facts(ada.id).depth == "pro"


def test_nobody_is_known_before_they_wrote():
    assert known(7) is None
    with pytest.raises(NotFound):
        facts(1)


def test_a_sign_of_life_is_noted():
    ada = greet(7)
    Person.objects.update(seen_at=None)
    note_seen([ada.id])
    assert Person.objects.get().seen_at is not None


def test_signs_of_life_of_many_are_noted_by_one_statement(django_assert_num_queries):
    ids = [greet(number).id for number in (7, 8, 9)]
    Person.objects.update(seen_at=None)
    with django_assert_num_queries(1):
        note_seen([ids[0], ids[1], ids[0]])
    assert list(Person.objects.filter(seen_at=None).values_list("pk", flat=True)) == [ids[2]]


def test_a_ban_closes_the_door_for_staff_too(settings):
    settings.ADMIN_IDS = (7,)
    mallory = greet(7)
    assert mallory.is_staff
    Person.objects.update(is_banned=True)
    with pytest.raises(Banned):
        gates.check(facts(mallory.id))
    with pytest.raises(Banned):
        gates.check_ban(facts(mallory.id))


def test_an_allow_list_lets_in_those_on_it_and_staff(settings):
    settings.ALLOWED_USER_IDS, settings.ADMIN_IDS = (7,), (8,)
    gates.check(greet(7))
    gates.check(greet(8))
    with pytest.raises(NotAllowed):
        gates.check(greet(9))
    gates.check_ban(greet(9))
