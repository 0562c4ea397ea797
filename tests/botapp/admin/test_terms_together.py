"""Two editors at the same moment: a spelling still leads to one term only."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection, connections, transaction
from django.test import Client

from botapp.models import Term
from tests.botapp.admin.test_knowledge import a_term, listed, page, saved
from tests.kit.waiting import until

WAITS = 0.5  # seconds in which whoever does not wait has saved
ONE, OTHER = "a-quux", "a-xyzzy"  # on the first page of the list
Refusals = dict[str, list[str]]
Act = Callable[..., Refusals]


@pytest.fixture
def editors(live_db: None) -> Iterator[list[Client]]:
    before = set(Term.objects.values_list("pk", flat=True))
    yield [_editor(name) for name in ("grace", "heidi")]
    Term.objects.exclude(pk__in=before).delete()
    User.objects.all().delete()
    Session.objects.all().delete()


def _editor(name: str) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(User.objects.create_superuser(name, password="x"))
    return client


def added(client: Client, slug: str) -> Refusals:
    texts = {
        f"{part}_{code}": f"{slug} {code}" for part in ("name", "meaning") for code in ("ru", "uk", "en")
    }
    sent = texts | {"slug": slug, "is_active": "on", "forms_en": "Razzmatazz"}
    response = client.post(page(Term, "add"), sent)
    return {} if response.status_code == 302 else dict(response.context["adminform"].form.errors)


def changed(client: Client, slug: str) -> Refusals:
    return saved(client, Term.objects.get(slug=slug), is_active=True)


def switched_on(client: Client, slug: str) -> Refusals:
    refused = listed(client, Term, **{slug: True})
    return refused[0] if refused else {}


@pytest.mark.parametrize("second", [added, changed])
@pytest.mark.parametrize("first", [added, changed, switched_on])
def test_the_second_one_is_refused_with_the_name_of_the_first_ones_term(
    editors: list[Client], first: Act, second: Act
) -> None:
    (said,) = [fault for faults in _together(editors, first, second).values() for fault in faults]
    assert said.startswith(f"The term “{ONE} en” has this already: Razzmatazz.")
    assert _in_use() == [ONE]


@pytest.mark.parametrize("first", [added, changed, switched_on])
def test_a_list_switches_no_second_one_on(editors: list[Client], first: Act) -> None:
    """One that was opened before shows the first one off, and saves it so."""
    refused = _together(editors, first, switched_on)
    assert _in_use() == ([ONE] if refused else [OTHER])


def _together(editors: list[Client], first: Act, second: Act) -> Refusals:
    """What the second editor is refused, who saves before the first one's term is committed."""
    for slug, act in ((ONE, first), (OTHER, second)):
        if act is not added:
            a_term(slug, "Razzmatazz", is_active=False)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            assert first(editors[0], ONE) == {}
            other = pool.submit(_and_close, second, editors[1], OTHER)
            _until_it_waits(other)
        return other.result(20)


def _until_it_waits(other: "Future[Refusals]") -> None:
    if connection.vendor == "postgresql":
        until(lambda: other.done() or _somebody_waits())
    assert not wait([other], timeout=WAITS).done


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return cursor.fetchone() is not None


def _in_use() -> list[str]:
    return list(Term.objects.filter(slug__in=(ONE, OTHER), is_active=True).values_list("slug", flat=True))


def _and_close(act: Act, *args: Any) -> Refusals:
    try:
        return act(*args)
    finally:
        connections.close_all()
