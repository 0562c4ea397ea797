"""Everything RVX can refuse or fail at: a code for machines, a sentence for people.

    RvxError
    ├── InvalidText        too short, too long, or nothing but links
    ├── Banned             staff closed the door to this person
    ├── NotAllowed         an allow-list is set and the person is not on it
    ├── ChannelRequired    a subscription is asked for first
    ├── DailyLimitReached  today's explanations are used up
    ├── TooFast            several requests within the flood window
    ├── NotFound           the thing behind a button or an id is gone
    ├── StaleButton        a button of an earlier step was pressed
    ├── AlreadyWriting     the answer in this message is still being written
    ├── AlreadyAnswered    this follow-up question has its answer in the chat
    ├── NoMoreVersions     an item was told in as many versions as there are
    ├── NameTaken          another API key has this name
    └── NoAnswer           no provider, not even the offline one, could answer

The docstring of a class says when; `sentence` is what a person reads, in the active language.
"""

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RvxError(Exception):
    """Base: `code` for machines, `sentence` with `%(name)s` places filled from keyword arguments."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400  # what the same refusal is over HTTP
    sentence: ClassVar[Promise | str] = _("That did not work. Please try again.")

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.code)
        self.facts = facts

    @property
    def message(self) -> str:
        """The sentence in the language that is active now."""
        return str(self.sentence) % self.facts


class InvalidText(RvxError):
    """The text can't be explained as it is."""

    code = "invalid_text"
    status = 422


class TextTooShort(InvalidText):
    """Fewer characters than an item needs: facts `minimum`."""

    code = "text_too_short"
    sentence = _("The text is too short to explain. Send at least %(minimum)s characters.")


class TextTooLong(InvalidText):
    """More characters than are taken: facts `maximum`."""

    code = "text_too_long"
    sentence = _("The text is too long. Send at most %(maximum)s characters.")


class Banned(RvxError):
    """Staff closed the door to this person."""

    code = "banned"
    status = 403
    sentence = _("Access to RVX is closed for this account.")


class NotAllowed(RvxError):
    """An allow-list is set and the person is not on it."""

    code = "not_allowed"
    status = 403
    sentence = _("This bot is open to a closed circle for now.")


class ChannelRequired(RvxError):
    """A subscription is asked for first: facts `link`."""

    code = "channel_required"
    status = 403
    sentence = _("Please join our channel first, then send your message again: %(link)s")


class DailyLimitReached(RvxError):
    """Today's explanations are used up: facts `limit`, `retry_after` (seconds). The day is UTC."""

    code = "daily_limit"
    status = 429
    sentence = _("That was the last of today's %(limit)s explanations. New ones come at 00:00 UTC.")


class TooFast(RvxError):
    """Several requests within the flood window: facts `seconds`."""

    code = "too_fast"
    status = 429
    sentence = _("One moment, please: I can take the next item in %(seconds)s s.")


class NotFound(RvxError):
    """The thing behind a button or an id is gone."""

    code = "not_found"
    status = 404
    sentence = _("I can't find that any more. Send the text again, please.")


class StaleButton(RvxError):
    """A button of an earlier step was pressed."""

    code = "stale_button"
    status = 409
    sentence = _("That button belongs to an earlier step and no longer works.")


class AlreadyWriting(RvxError):
    """The answer in this message is still being written."""

    code = "already_writing"
    status = 409
    sentence = _("I am still writing this one.")


class AlreadyAnswered(RvxError):
    """This follow-up question has its answer in the chat."""

    code = "already_answered"
    status = 409
    sentence = _("I have answered that one: look a little further down.")


class NoMoreVersions(RvxError):
    """An item was told in as many versions as there are: facts `most`."""

    code = "no_more_versions"
    status = 409
    sentence = _("Those were all %(most)s new versions of this item. Ask me about what is still unclear.")


class NameTaken(RvxError):
    """Another API key has this name: facts `name`."""

    code = "name_taken"
    status = 409
    sentence = _("There is a key with the name “%(name)s” already.")


class NoAnswer(RvxError):
    """No provider could answer: facts `retry_after` in seconds."""

    code = "no_answer"
    status = 503
    sentence = _("I can't explain this right now. Please try again in a minute.")
