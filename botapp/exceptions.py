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
    ├── MessageGone        a message that is to be changed was deleted, or is not the bot's
    ├── AlreadyWriting     the answer in this message is still being written
    ├── TooManyAwaited     a person waits for many answers already
    ├── UnknownTopic       a lesson on something that RVX has no material about
    ├── NothingToLookFor   a search without a letter or a digit
    ├── TooMuchToLookFor   a search that is too long
    ├── UnknownTimeZone    no time zone of this name, no city in one
    ├── AlreadyAnswered    this follow-up question has its answer in the chat
    ├── NoMoreVersions     an item was told in as many versions as there are
    ├── TakesAI            a version of an item that would say nothing new without AI
    ├── NameTaken          another API key has this name
    ├── NoAnswer           no provider, not even the offline one, could answer
    ├── PicturesNeedAI     no provider in use can read pictures
    ├── PictureUnreadable  no picture of a kind that can be read
    ├── PictureTooLarge    more bytes than are read
    ├── PictureWordless    nothing in it that could be explained
    └── LinkError          a link can't be read: botapp/web/errors.py has the branch

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


class OnlyLinks(InvalidText):
    """Nothing but links, where none is opened."""

    code = "only_links"
    sentence = _(
        "This is only a link, and links are not opened here. Send the text of the item itself, please."
    )


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


class MessageGone(RvxError):
    """The message can't be changed: it was deleted, or never was the bot's."""

    code = "message_gone"
    status = 409
    sentence = _("I can't change that message any more. Your explanations are in /history.")


class AlreadyWriting(RvxError):
    """The answer in this message is still being written."""

    code = "already_writing"
    status = 409
    sentence = _("I am still writing this one.")


class TooManyAwaited(RvxError):
    """A person waits for many answers already: facts `most`."""

    code = "too_many_awaited"
    status = 429
    sentence = _("You are waiting for %(most)s answers already. I'll write as soon as they are there.")


class UnknownTopic(RvxError):
    """A lesson on something that RVX has no material about: facts `topics`, the names of those it has."""

    code = "unknown_topic"
    status = 422
    sentence = _("I have no material on that. What I can teach: %(topics)s.")


class NothingToLookFor(RvxError):
    """A search without a letter or a digit."""

    code = "nothing_to_look_for"
    sentence = _("Tell me what to look for, for example: /search bitcoin")


class TooMuchToLookFor(RvxError):
    """A search with too many words: facts `maximum`."""

    code = "too_many_words"
    sentence = _("That is a lot to look for at once. Send at most %(maximum)s words, the rarest ones.")


class UnknownTimeZone(RvxError):
    """No time zone of this name, and no city in one."""

    code = "unknown_time_zone"
    sentence = _(
        "I don't know that place, so your time stays as it was. Send a large city, a country or "
        "the difference to UTC, for example: /timezone Odesa, /timezone Poland, /timezone UTC+3"
    )


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


class TakesAI(RvxError):
    """No AI is set up, and without one this version of an item would only repeat what the card says."""

    code = "takes_ai"
    status = 503
    sentence = _(
        "This takes AI, and it is switched off here: I could only say the same again. Nothing was charged."
    )


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


class PicturesNeedAI(RvxError):
    """No provider in use can read pictures, so it is not worth to ask again soon."""

    code = "pictures_need_ai"
    status = 503
    sentence = _(
        "I can't read pictures without AI, and it is switched off here. Copy the text into a message, please."
    )

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"retry_after": 3600} | facts)


class PictureUnreadable(RvxError):
    """No PNG, JPEG, WebP or GIF, or Telegram does not hand it over."""

    code = "picture_unreadable"
    status = 422
    sentence = _("I can't open this picture. Send it as PNG, JPEG, WebP or GIF, or copy the text, please.")


class PictureTooLarge(RvxError):
    """More bytes than are read: facts `megabytes`."""

    code = "picture_too_large"
    status = 422
    sentence = _("The picture is too large: I can read up to %(megabytes)s MB.")


class PictureWordless(RvxError):
    """Nothing in it that could be explained."""

    code = "picture_wordless"
    status = 422
    sentence = _(
        "I see no news in this picture. Send me a screenshot of a text or a chart, or the text itself."
    )
