"""Two items, and how tests of conversations ask about them."""

BINANCE = "The SEC sued Binance on Monday with 13 charges. The exchange denies them."
EULER = "Hackers drained the Euler protocol of $197 million on Tuesday. Its token fell by 45%."


def card(chat, item):
    """The message that explains an item."""
    return chat.say(item).messages[0]["message_id"]


def told(gemini):
    """What the model was told last, besides our instructions."""
    return gemini.requests[-1].user
