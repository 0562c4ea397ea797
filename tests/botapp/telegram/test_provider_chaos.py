"""What a person in the chat sees of a service that fails in the middle of an answer."""

import pytest

from botapp.models import Explanation
from tests.kit.provider_chaos import ADAPTERS, HOWS, Row, server, use
from tests.kit.scripted_ai import Good

ITEM = (
    "The SEC sued Binance on Monday with 13 charges. The exchange denies them. Bitcoin fell by 5% to $25,400."
)
SAID = {
    "timeout": "The AI took too long",
    "unavailable": "The AI can't be reached just now",
    "malformed": "The AI's answer could not be read",
    "blocked": "The AI declined to answer this text",
}


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("adapter", ADAPTERS)
def test_the_card_is_whole_and_says_how_it_was_made(chat, settings, adapter, how):
    row = Row(adapter, how, "statement")
    with server(adapter) as service:
        use(settings, adapter, service.base_url, timeout=0.4 if how == "stall" else 20.0)
        service.script(row.behaviour)
        reply = chat.say(ITEM)
        service.release()
        assert SAID[row.failure] in reply.text
        assert "Still writing" not in reply.text
        assert "13 charges" in reply.text
        assert len(reply.messages) == 1
        # A second try may grow to what stands there already.
        assert [refusal for refusal in reply.refusals if "is not modified" not in refusal] == []
        waits = "Tell me when the AI is back" in reply.buttons
        assert waits is (row.failure in ("timeout", "unavailable"))
        assert not Explanation.objects.filter(key__isnull=False).exists()

        use(settings, adapter, service.base_url, model="another")
        service.script(Good(pieces=3))
        assert "without it" not in chat.say(ITEM).text


def test_a_busy_service_is_not_asked_again_before_the_time_it_named(chat, settings):
    with server("openai-compatible") as service:
        use(settings, "openai-compatible", service.base_url)
        service.script(Row("openai-compatible", "busy", "start").behaviour, Good())
        assert SAID["unavailable"] in chat.say(ITEM).text
        assert SAID["unavailable"] in chat.say(ITEM.replace("13", "14")).text
        assert len(service.requests) == 1
