"""Addresses and rows that nobody could have clicked: a redirect or a refusal, never a fault of the server."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from analytics.admin.page import Page
from botapp.models import Person, Term

pytestmark = pytest.mark.django_db
MODELS = list(admin.site._registry)
HUGE = "9" * 40
KEYS = ["abc", HUGE, "١٢/١٢"]


def name(model: type) -> str:
    return model._meta.label_lower  # type: ignore[attr-defined]  # a model's


def address(model: Any, page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_every_page_of_ours_has_the_base(model: type) -> None:
    assert isinstance(admin.site._registry[model], Page)


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_an_action_on_what_is_no_row_is_refused(admin_client: Client, model: type) -> None:
    for key in KEYS:
        sent = {"action": "delete_selected", "_selected_action": [key], "post": "yes"}
        assert admin_client.post(address(model, "changelist"), sent).status_code in (400, 403), key


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_a_list_saved_with_what_is_no_row_is_refused(admin_client: Client, model: Any) -> None:
    for key in KEYS:
        sent = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "_save": "Save"}
        sent[f"form-0-{model._meta.pk.name}"] = key
        assert admin_client.post(address(model, "changelist"), sent).status_code in (400, 403), key


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_a_row_that_is_none_is_not_found(admin_client: Client, model: type) -> None:
    for key in KEYS:
        for page in ("change", "delete", "history"):
            assert admin_client.get(address(model, page, key)).status_code in (302, 403, 404), (page, key)


def queries(model: Any) -> Iterator[dict[str, str]]:
    """What could stand in a list's address: its own filters, the key, the dates above it."""
    page = admin.site._registry[model]
    fields = [field if isinstance(field, str) else field[0] for field in page.list_filter]
    for lookup in (*fields, *(f"{field}__in" for field in fields), "id", "id__in", "p", "o", "nonsense"):
        yield {lookup: HUGE}
    for part in ("year", "month", "day") if page.date_hierarchy else ():
        yield {f"{page.date_hierarchy}__{part}": HUGE}
    yield from ({f"{field}__year": "99999"} for field in fields if field.endswith("_at"))
    texts = [
        field.name for field in model._meta.fields if field.get_internal_type() in ("CharField", "TextField")
    ]
    for field, said in product(texts, ("abc", " ")):
        yield {f"{field}__range": said}
    yield from ({f"{field}__regex": "[]"} for field in texts)
    yield {"q": "a\x00"}


@pytest.mark.parametrize("model", MODELS, ids=name)
def test_a_list_asked_for_what_no_column_holds_is_shown_bare(admin_client: Client, model: Any) -> None:
    for query in queries(model):
        assert admin_client.get(address(model, "changelist"), query).status_code in (200, 302, 400), query


def test_rows_that_are_gone_meanwhile_change_nothing(admin_client: Client) -> None:
    ada = Person.objects.create(telegram_id=1, first_name="Ada")
    sent = {"action": "ban", "_selected_action": [ada.pk, ada.pk + 1000]}
    assert admin_client.post(address(Person, "changelist"), sent).status_code == 302
    ada.refresh_from_db()
    assert ada.is_banned
    sent = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": "2000000000", "_save": "Save"}
    assert admin_client.post(address(Term, "changelist"), sent).status_code in (200, 302)
