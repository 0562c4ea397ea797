"""What a program's request costs its key and the person it asks for."""

import pytest

from analytics.models import Event
from botapp.exceptions import Banned, DailyLimitReached, NotAllowed, TooFast
from botapp.models import ApiKey, Person
from botapp.queries.allowances import allowance, today
from botapp.queries.counters import counters
from botapp.services import api_calls, api_keys
from botapp.services.people import greet

pytestmark = pytest.mark.django_db
FACTS = {"language": "en", "depth": "normal"}


@pytest.fixture(autouse=True)
def no_flood_control(settings):
    settings.FLOOD_SECONDS = 0


@pytest.fixture
def ada() -> int:
    return greet(7, first_name="Ada").id


@pytest.fixture
def key() -> ApiKey:
    row = api_keys.create("tests")[0]
    row.daily_limit = 2
    row.save()
    return row


def spent(key: ApiKey) -> int:
    return ApiKey.objects.get(pk=key.pk).used_today


def settle(admission, **facts) -> None:
    api_calls.settle(admission, **({"subject": "news", "degraded": False, "cached": False} | facts))


def test_a_request_for_nobody_costs_the_key_only(key):
    admission = api_calls.admit(key, telegram_id=None)
    assert (admission.person, admission.charged_on) == (None, None)
    assert spent(key) == 1


def test_a_request_for_a_stranger_is_charged_to_them_and_chooses_nothing_for_them(key):
    admission = api_calls.admit(key, telegram_id=31337)
    stranger = Person.objects.get(telegram_id=31337)
    assert (admission.person, admission.person_id) == (None, stranger.pk)
    assert allowance(stranger.pk).used == 1
    api_calls.give_back(admission)
    assert allowance(stranger.pk).used == 0


def test_a_stranger_has_the_daily_limit_of_everybody(key, settings):
    settings.DAILY_LIMIT = 1
    assert api_calls.admit(key, telegram_id=31337)
    with pytest.raises(DailyLimitReached):
        api_calls.admit(key, telegram_id=31337)
    assert spent(key) == 1


@pytest.mark.parametrize("telegram_id", [31337, 7])
def test_a_stranger_outside_the_circle_is_refused_and_not_noted(key, settings, telegram_id):
    settings.ALLOWED_USER_IDS = (8,)
    with pytest.raises(NotAllowed):
        api_calls.admit(key, telegram_id=telegram_id)
    assert (spent(key), Person.objects.count()) == (0, 0)


@pytest.mark.parametrize("name", ["ALLOWED_USER_IDS", "ADMIN_IDS"])
def test_a_stranger_of_the_circle_or_the_staff_gets_in(key, settings, name):
    settings.ALLOWED_USER_IDS = (8,)
    setattr(settings, name, (31337,))
    assert api_calls.admit(key, telegram_id=31337)


def test_a_refused_stranger_leaves_no_trace(key, settings):
    ApiKey.objects.update(daily_limit=1)
    api_calls.admit(key, telegram_id=None)
    with pytest.raises(DailyLimitReached):
        api_calls.admit(ApiKey.objects.get(), telegram_id=31337)
    assert not Person.objects.exists()


def test_a_stranger_who_was_banned_meanwhile_is_refused(key):
    api_calls.admit(key, telegram_id=31337)
    Person.objects.update(is_banned=True)
    with pytest.raises(Banned):
        api_calls.admit(key, telegram_id=31337)


def test_a_stranger_who_writes_at_last_gets_the_language_of_their_telegram(key):
    api_calls.admit(key, telegram_id=31337)
    met = greet(31337, first_name="Olena", language_code="uk", source="post")
    row = Person.objects.get()
    assert (met.language, row.source, row.first_name) == ("uk", "post", "Olena")
    assert row.seen_at
    assert api_calls.admit(key, telegram_id=31337).person == met
    greet(31337, first_name="Olena", language_code="en")
    assert Person.objects.get().language == "uk"


def test_a_request_for_somebody_known_costs_both(key, ada):
    admission = api_calls.admit(key, telegram_id=7)
    assert (admission.person.id, admission.charged_on) == (ada, today())
    assert (spent(key), allowance(ada).used) == (1, 1)


def test_a_banned_person_is_refused_and_nobody_is_charged(key, ada):
    Person.objects.update(is_banned=True)
    with pytest.raises(Banned):
        api_calls.admit(key, telegram_id=7)
    assert (spent(key), allowance(ada).used) == (0, 0)


def test_the_circle_of_the_bot_holds_for_programs_too(key, ada, settings):
    settings.ALLOWED_USER_IDS = (8,)
    with pytest.raises(NotAllowed):
        api_calls.admit(key, telegram_id=7)
    assert spent(key) == 0
    assert api_calls.admit(key, telegram_id=None)


def test_the_person_without_allowance_does_not_cost_the_key(key, ada):
    Person.objects.update(daily_limit=0)
    with pytest.raises(DailyLimitReached):
        api_calls.admit(key, telegram_id=7)
    assert spent(key) == 0


def test_a_person_who_is_too_fast_does_not_cost_the_key(key, ada, settings):
    settings.FLOOD_SECONDS, settings.FLOOD_BURST = 30.0, 1
    api_calls.admit(key, telegram_id=7)
    with pytest.raises(TooFast):
        api_calls.admit(key, telegram_id=7)
    assert (spent(key), allowance(ada).used) == (1, 1)


def test_a_key_without_allowance_does_not_cost_the_person(key, ada):
    for _ in range(2):
        api_calls.admit(key, telegram_id=None)
    with pytest.raises(DailyLimitReached) as refusal:
        api_calls.admit(key, telegram_id=7)
    assert refusal.value.facts["limit"] == 2
    assert allowance(ada).used == 0


def test_the_keys_day_begins_anew_at_midnight(key, time_machine):
    time_machine.move_to("2026-03-01 23:59:50+00:00")
    for _ in range(2):
        api_calls.admit(ApiKey.objects.get(pk=key.pk), telegram_id=None)
    time_machine.move_to("2026-03-02 00:00:10+00:00")
    api_calls.admit(ApiKey.objects.get(pk=key.pk), telegram_id=None)
    assert spent(key) == 1


def test_what_came_to_nothing_is_given_back_to_both(key, ada):
    admission = api_calls.admit(key, telegram_id=7)
    api_calls.give_back(admission)
    assert (spent(key), allowance(ada).used) == (0, 0)
    assert not Event.objects.exists()


def test_giving_back_twice_gives_no_more_than_was_taken(key, ada):
    admission = api_calls.admit(key, telegram_id=7)
    for _ in range(2):
        api_calls.give_back(admission)
    assert (spent(key), allowance(ada).used) == (0, 0)


def test_what_was_taken_yesterday_goes_back_to_yesterday(key, ada, time_machine):
    time_machine.move_to("2026-03-01 23:59:59+00:00")
    late = api_calls.admit(key, telegram_id=7)
    time_machine.move_to("2026-03-02 00:00:10+00:00")
    api_calls.admit(ApiKey.objects.get(pk=key.pk), telegram_id=7)
    api_calls.give_back(late)
    assert allowance(ada).used == 1


def test_an_answer_is_one_event_with_codes_only(key, ada):
    settle(api_calls.admit(key, telegram_id=7), degraded=True, facts=FACTS)
    event = Event.objects.get()
    assert (event.kind, event.person_id, event.subject, event.source) == ("explanation", ada, "news", "api")
    assert event.facts == {"degraded": True, "cached": False, **FACTS}
    assert allowance(ada).used == 1


def test_an_answer_from_the_cache_costs_the_key_but_not_the_person(key, ada):
    settle(api_calls.admit(key, telegram_id=7), cached=True, facts={})
    assert (spent(key), allowance(ada).used) == (1, 0)


def test_an_answer_for_nobody_is_an_event_of_nobody(key):
    settle(api_calls.admit(key, telegram_id=None), cached=True, facts={})
    assert Event.objects.get().person_id is None


@pytest.mark.parametrize(
    ("status", "degraded", "moved"),
    [
        (200, False, {"requests_success": 1, "requests_fallback": 0}),
        (200, True, {"requests_success": 1, "requests_fallback": 1}),
        (399, False, {"requests_success": 1}),
        (400, False, {"requests_errors": 1, "requests_success": 0}),
        (429, False, {"requests_rate_limited": 1, "requests_errors": 0}),
        (500, False, {"requests_errors": 1}),
    ],
)
def test_a_call_is_counted_by_its_status(key, status, degraded, moved):
    api_calls.record_call(key, path="/explain_news", status=status, milliseconds=12.34, degraded=degraded)
    seen = counters()
    assert seen["requests_total"] == 1
    assert {name: seen[name] for name in moved} == moved
    event = Event.objects.get()
    assert event.facts == {"status": status, "ms": 12.3, "key": key.pk}


def test_a_path_that_is_far_too_long_is_cut_and_not_an_error(key):
    api_calls.record_call(key, path="/" + "x" * 5000, status=404, milliseconds=1)
    assert len(Event.objects.get().subject) == 100
