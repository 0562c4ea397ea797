"""The totals of /health, by their public names."""

import pytest

from analytics.services.record import count
from botapp.queries.counters import counters
from botapp.services import usage

pytestmark = pytest.mark.django_db
NAMES = [
    "requests_total",
    "requests_success",
    "requests_errors",
    "requests_fallback",
    "requests_rate_limited",
]


def _moved(move) -> dict[str, int]:
    before = counters()
    move()
    return {name: value - before[name] for name, value in counters().items() if value != before[name]}


def test_a_new_installation_shows_every_counter_as_zero():
    assert counters() == dict.fromkeys(NAMES, 0)


@pytest.mark.parametrize(
    ("move", "names"),
    [
        (lambda: usage.count_answered(degraded=False), {"requests_total", "requests_success"}),
        (
            lambda: usage.count_answered(degraded=True),
            {"requests_total", "requests_success", "requests_fallback"},
        ),
        (usage.count_failed, {"requests_total", "requests_errors"}),
        (usage.count_rate_limited, {"requests_total", "requests_rate_limited"}),
    ],
)
def test_each_outcome_moves_its_counters_by_one(move, names):
    assert _moved(move) == dict.fromkeys(names, 1)
    assert _moved(move) == dict.fromkeys(names, 1)


def test_every_request_is_in_the_total_once():
    for move in (usage.count_failed, usage.count_rate_limited, lambda: usage.count_answered(degraded=True)):
        move()
    found = counters()
    outcomes = ("requests_success", "requests_errors", "requests_rate_limited")
    assert found["requests_total"] == sum(found[name] for name in outcomes) == 3


def test_what_others_count_is_not_shown():
    count("something_else")
    assert list(counters()) == NAMES


def test_one_query_for_all_of_them(django_assert_num_queries):
    with django_assert_num_queries(1):
        counters()
    usage.count_answered(degraded=True)
    with django_assert_num_queries(1):
        counters()
