"""Polls and quizzes."""

import itertools
from typing import Any

from botapp.sandbox.errors import bad_request
from botapp.sandbox.methods.content import keyboard_content, send
from botapp.sandbox.methods.registry import Asked, method

LEAST_OPTIONS, MOST_OPTIONS = 2, 12
LONGEST_QUESTION, LONGEST_OPTION = 300, 100
TYPES = ("regular", "quiz")
_numbers = itertools.count(5_000_000_000_001)


@method("sendPoll")
def send_poll(asked: Asked) -> dict[str, Any]:
    params = asked.params
    question = params.text("question")
    if not 1 <= len(question) <= LONGEST_QUESTION:
        raise bad_request("poll question must be non-empty and not longer than 300 characters")
    options = _options(params.structure("options"))
    poll = {
        "id": str(next(_numbers)),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": params.flag("is_anonymous") if "is_anonymous" in params.raw else True,
        "type": params.text("type") or "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting"),
        "members_only": False,
    }
    if poll["type"] not in TYPES:
        raise bad_request("unsupported poll type specified")
    if poll["type"] == "quiz":
        poll["correct_option_ids"] = _correct_options(asked, len(options))
        if params.text("explanation"):
            poll["explanation"] = params.text("explanation")
    return send(asked.bot, params, {"poll": poll})


@method("stopPoll")
def stop_poll(asked: Asked) -> dict[str, Any]:
    chat = asked.bot.open_chat(asked.params.raw.get("chat_id"))
    message = chat.message(asked.params.integer("message_id"), missing="message with poll to stop not found")
    if "poll" not in message or not asked.bot.is_own(message):
        raise bad_request("message is not a poll")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    poll = {**message["poll"], "is_closed": True}
    changes = {"poll": poll, "reply_markup": None, **keyboard_content(asked.params)}
    asked.bot.change_message(chat, message, changes, edited=False)
    return poll


def _options(options: Any) -> list[dict[str, Any]]:
    if not isinstance(options, list) or not LEAST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise bad_request(f"poll must have {LEAST_OPTIONS} to {MOST_OPTIONS} options")
    texts = [option.get("text") if isinstance(option, dict) else option for option in options]
    if not all(isinstance(text, str) and 1 <= len(text) <= LONGEST_OPTION for text in texts):
        raise bad_request("poll options length must not exceed 100")
    return [
        {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(texts)
    ]


def _correct_options(asked: Asked, count: int) -> list[int]:
    """The right answers of a quiz; the single `correct_option_id` of older clients is understood too."""
    correct = asked.params.structure("correct_option_ids")
    if correct is None:
        correct = [asked.params.integer("correct_option_id", -1)]
    if not correct or not all(isinstance(number, int) and 0 <= number < count for number in correct):
        raise bad_request("wrong correct option ID specified")
    return sorted(correct)
