"""The counters that /health shows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from botapp.queries.counters import counters
from botapp.services import usage

NOTHING = {
    "requests_total": 0,
    "requests_success": 0,
    "requests_errors": 0,
    "requests_fallback": 0,
    "requests_rate_limited": 0,
}


@pytest.mark.django_db
def test_nothing_was_asked_at_first():
    assert counters() == NOTHING


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outcome", "moved"),
    [
        (lambda: usage.count_answered(degraded=False), {"requests_success": 1}),
        (lambda: usage.count_answered(degraded=True), {"requests_success": 1, "requests_fallback": 1}),
        (usage.count_failed, {"requests_errors": 1}),
        (usage.count_rate_limited, {"requests_rate_limited": 1}),
    ],
)
def test_each_outcome_is_one_request_and_its_own_counter(outcome, moved):
    outcome()
    assert counters() == NOTHING | {"requests_total": 1} | moved


@pytest.mark.django_db
def test_every_request_has_exactly_one_outcome():
    for outcome in (usage.count_failed, usage.count_rate_limited, usage.count_failed):
        outcome()
    usage.count_answered(degraded=True)
    seen = counters()
    parts = ("requests_success", "requests_errors", "requests_rate_limited")
    assert seen["requests_total"] == sum(seen[part] for part in parts) == 4


@pytest.mark.django_db
def test_what_is_rolled_back_was_not_counted():
    with transaction.atomic():
        usage.count_failed()
        transaction.set_rollback(True)
    assert counters() == NOTHING


def test_many_at_once_are_all_counted(live_db):
    def go(_: int) -> None:
        try:
            usage.count_answered(degraded=False)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(go, range(24)))
    assert counters() == NOTHING | {"requests_total": 24, "requests_success": 24}
