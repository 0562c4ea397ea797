"""The answer to a pressed button."""

from botapp.sandbox import utf16
from botapp.sandbox.errors import bad_request
from botapp.sandbox.methods.registry import Asked, method

LONGEST_ANSWER = 200


@method("answerCallbackQuery")
def answer_callback_query(asked: Asked) -> bool:
    press = asked.bot.presses.get(asked.params.text("callback_query_id"))
    text = asked.params.text("text")
    if utf16.length(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = {
        "text": text,
        "show_alert": asked.params.flag("show_alert"),
        "url": asked.params.text("url"),
    }
    asked.bot.feed.tell(press.chat_id, "pressed", press_id=press.id, **press.answer)
    return True
