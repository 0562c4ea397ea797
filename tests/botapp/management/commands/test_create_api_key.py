import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from botapp.models import ApiKey
from botapp.services.api_keys import authenticate

pytestmark = pytest.mark.django_db


def make(*args: str) -> str:
    out = io.StringIO()
    call_command("create_api_key", *args, stdout=out)
    return out.getvalue()


def test_the_key_is_printed_once_and_works():
    raw = make("website", "--owner", "Ada").strip()
    assert re.fullmatch(r"rvx_key_[\w-]{32,}", raw)
    key = authenticate(raw)
    assert (key.name, key.owner_name) == ("website", "Ada")


def test_only_its_digest_is_kept():
    raw = make("website").strip()
    kept = [str(value) for value in ApiKey.objects.values_list().get()]
    assert not any(raw in value or raw[20:] in value for value in kept)
    assert raw.startswith(ApiKey.objects.get().prefix)


def test_two_keys_are_never_the_same_and_never_have_one_name():
    assert make("one") != make("two")
    with pytest.raises(CommandError, match="one"):
        make("one")
    assert ApiKey.objects.count() == 2


def test_a_refusal_speaks_english_as_the_command_line_does():
    make("one")
    with override("ru"), pytest.raises(CommandError, match=r"^[ -~“”]+$"):
        make("one")


def test_a_key_needs_a_name():
    with pytest.raises(CommandError, match="name"):
        make("  ")
