"""What tests of a card need: an item with everything in it, and a model that answers it."""

import json

import pytest

from botapp.models import DailyUsage, Explanation
from tests.kit.scripted_ai import GoodAnswer, Obey

ITEM = (
    "Hackers drained $285 million from the Harbor bridge on Monday. "
    "They used a flaw in a smart contract. The team stopped the bridge within two hours."
)
LONG_ITEM = (
    f"{ITEM} The thieves sent the coins on through other networks. An audit of the code begins today. "
    "Other bridges looked at their contracts too. The token of the network fell at first and rose again. "
    "The founder thanked those who had helped during the night."
)
QUESTIONS = ("Who pays for the losses?", "What is a bridge?")


def written(source, **parts):
    """A model's answer to a source with these parts in it."""
    return json.dumps(GoodAnswer(source, follow_ups=QUESTIONS).data() | parts)


def way(*lines, checks=()):
    """A model that illustrates with these lines and asks these questions."""
    asked = [{"question": question, "answer": answer} for question, answer in checks]
    return Obey(lambda source: written(source, illustration=list(lines), checks=asked))


def data(message, label):
    """The callback data of a message's button."""
    keyboard = message["reply_markup"]["inline_keyboard"]
    return next(key["callback_data"] for row in keyboard for key in row if key["text"] == label)


def number():
    """The latest explanation's."""
    return Explanation.objects.latest("id").pk


def used():
    """What all were charged."""
    return sum(DailyUsage.objects.values_list("used", flat=True))


@pytest.fixture
def gemini(gemini):
    """A model on loopback whose answers have two questions to ask next."""
    gemini.script(way())
    return gemini
