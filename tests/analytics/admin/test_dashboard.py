"""The admin's first page."""

import pytest
from django.test import Client

from analytics.models import Event
from analytics.services.record import record

pytestmark = pytest.mark.django_db


def test_a_new_installation_says_that_nothing_happened_yet(admin_client: Client) -> None:
    page = admin_client.get("/admin/", headers={"accept-language": "en"}).content.decode()
    assert "Nothing has happened in the last two weeks" in page


def test_todays_figures_stand_on_the_page(admin_client: Client) -> None:
    for _ in range(37):
        record(Event.Kind.LESSON, person_id=5)
    response = admin_client.get("/admin/", headers={"accept-language": "en"})
    page = response.content.decode()
    assert "Nothing has happened" not in page
    lessons = next(card for card in response.context["cards"] if card["title"] == "Lessons")
    assert (lessons["today"], lessons["yesterday"]) == (37, 0)
    assert ">37<" in "".join(page.split())


def test_a_lesson_written_on_request_is_a_lesson_and_no_explanation(admin_client: Client) -> None:
    record(Event.Kind.EXPLANATION, person_id=5, subject="lesson")
    response = admin_client.get("/admin/", headers={"accept-language": "en"})
    figures = {card["title"]: card["today"] for card in response.context["cards"]}
    assert figures == {"People": 1, "Explanations": 0, "Lessons": 1, "Errors": 0}
    assert response.context["days"][0].lessons == 1


def test_the_page_costs_the_same_with_one_event_and_with_many(
    admin_client: Client, django_assert_max_num_queries: object
) -> None:
    for person in range(20):
        record(Event.Kind.EXPLANATION, person_id=person)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        admin_client.get("/admin/")


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    response = client.get("/admin/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")
