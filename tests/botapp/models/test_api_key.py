"""A program's key, of which only the digest is kept."""

import pytest
from django.apps import apps

from botapp.models import ApiKey
from botapp.services.api_keys import create
from tests.botapp.models.rows import refused

pytestmark = pytest.mark.django_db


def test_a_name_stands_for_one_key():
    ApiKey.objects.create(name="Newsroom", digest="1" * 64)
    with refused("name"):
        ApiKey.objects.create(name="Newsroom", digest="2" * 64)


def test_a_digest_stands_for_one_key():
    ApiKey.objects.create(name="Newsroom", digest="1" * 64)
    with refused("digest"):
        ApiKey.objects.create(name="Archive", digest="1" * 64)


@pytest.mark.parametrize("field", ["daily_limit", "used_today", "total_requests"])
def test_requests_and_limits_are_never_below_zero(field):
    ApiKey.objects.create(name="Newsroom", digest="1" * 64)
    with refused(field):
        ApiKey.objects.update(**{field: -1})


def test_a_new_key_is_on_has_no_limit_and_was_never_used():
    key = ApiKey.objects.create(name="Newsroom", digest="1" * 64)
    key.refresh_from_db()
    assert (key.is_active, key.daily_limit, key.used_on, key.last_used_at) == (True, None, None, None)
    assert (key.used_today, key.total_requests) == (0, 0)
    assert key.is_authenticated


def test_the_key_itself_stands_nowhere_in_its_row_nor_its_line():
    row, raw = create("Newsroom")
    secret = raw.removeprefix("rvx_key_")
    kept = [str(value) for value in ApiKey.objects.filter(pk=row.pk).values_list().get()]
    assert [value for value in [*kept, str(row)] if raw in value or secret in value] == []
    assert raw.startswith(row.prefix)
    assert len(row.prefix) < len(raw) / 2


def test_what_recognises_a_key_can_not_be_typed_over_in_a_form():
    shown = {field.name for field in apps.get_model("botapp.ApiKey")._meta.fields if field.editable}
    assert shown & {"digest", "prefix", "used_on", "used_today", "total_requests", "last_used_at"} == set()
