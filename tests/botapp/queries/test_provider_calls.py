from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from botapp.ai.base import Usage
from botapp.ai.calls import Call
from botapp.models import ProviderCall
from botapp.queries.provider_calls import Totals, totals
from botapp.services.provider_calls import Entry, keep
from tests.botapp.models.rows import an_answer

pytestmark = pytest.mark.django_db


def call(provider="gemini", outcome="ok", tokens=(1000, 200), **facts):
    facts = {"model": "m", "kind": "news", "seconds": 2.0, "first_byte": 0.5, "is_repair": False, **facts}
    return Call(provider=provider, outcome=outcome, usage=Usage(*tokens), **facts)


def test_calls_are_kept_with_their_cost_in_millionths_of_a_dollar(settings):
    settings.GEMINI_API_KEY, settings.GEMINI_INPUT_PRICE, settings.GEMINI_OUTPUT_PRICE = "k", 0.3, 2.5
    answer = an_answer()
    keep([Entry(call("gemini-legacy", is_repair=True), answer.pk), Entry(call("groq", first_byte=None))])
    first, second = ProviderCall.objects.order_by("provider")
    assert (first.provider, first.cost, first.is_repair) == ("gemini", 800, True)
    assert (first.duration_ms, first.first_byte_ms, first.explanation) == (2000, 500, answer)
    assert (second.provider, second.cost, second.first_byte_ms) == ("groq", None, None)


def test_a_call_whose_explanation_is_gone_is_kept_all_the_same():
    keep([Entry(call(), 10**9)])
    assert ProviderCall.objects.get().explanation is None


def test_the_last_day_is_added_up_for_each_service(settings):
    settings.GEMINI_API_KEY, settings.GEMINI_INPUT_PRICE = "k", 1.0
    outcomes = ("ok", "stopped", "timeout", "malformed")
    keep([*(Entry(call(outcome=outcome)) for outcome in outcomes), Entry(call("groq", first_byte=None))])
    old = ProviderCall.objects.create(provider="old", model="m", kind="news", outcome="ok", duration_ms=1)
    ProviderCall.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(hours=25))
    assert totals() == (
        Totals("gemini", 4, 2, 4000, 800, 0.004, 0.5),
        Totals("groq", 1, 0, 1000, 200, None, None),
    )


def test_the_overview_of_the_admin_shows_them(admin_client):
    keep([Entry(call("groq", "timeout"))])
    page = admin_client.get(reverse("admin:index"), headers={"accept-language": "en"}).content.decode()
    assert "groq" in page
    assert "Cost, US dollars" in page
