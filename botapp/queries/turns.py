"""What was said before, as far as the next question is told."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, cast

from django.conf import settings

from botapp.ai import tokens
from botapp.ai.base import Kind, Turn
from botapp.models import Conversation, Explanation
from botapp.models import Turn as StoredTurn

MOST_TURNS = 10
ITEM_SHARE, SUMMARY_SHARE = 1 / 2, 1 / 5  # of CONTEXT_TOKENS at most; turns have what is left of it

Said = tuple[str, str, str | None, int | None]  # role, text, what the exchange was, its explanation


@dataclass(frozen=True)
class Recollection:
    """What a model is told: turns, oldest first, of which the first is the item that they are about."""

    history: tuple[Turn, ...] = ()
    summary: str = ""

    @property
    def tokens(self) -> int:
        """As estimated, at most CONTEXT_TOKENS."""
        return sum(tokens.of_turn(turn.text) for turn in self.history) + tokens.estimate(self.summary)


NOTHING = Recollection()


def recall(person_id: int, *, chat_id: int, thread_id: int | None, asking: str = "") -> Recollection:
    """What belongs to the thread of a card in the person's open conversation in a chat.

    The item comes whole or with its beginning, also when it was explained in an earlier conversation or
    by somebody else. If `asking` was asked already, what followed is not told.
    """
    talk = open_conversation(person_id, chat_id=chat_id)
    budget = settings.CONTEXT_TOKENS
    summary = _newest_lines(talk.summary if talk else "", int(budget * SUMMARY_SHARE))
    item = _item(thread_id, int(budget * ITEM_SHARE))
    left = budget - tokens.estimate(summary) - sum(tokens.of_turn(turn.text) for turn in item)
    said = _said(person_id, talk, thread_id, MOST_TURNS - len(item), asking)
    return Recollection((*item, *_fitting(said, left)), summary)


def last_thread(person_id: int, *, chat_id: int, besides: int | None = None) -> int | None:
    """The card that the person's last turn in a chat was about; `besides`: an answer that is left out."""
    talk = open_conversation(person_id, chat_id=chat_id)
    mine = StoredTurn.objects.filter(conversation=talk, person_id=person_id).order_by("-id")
    pairs = mine.values_list("thread_id", "explanation_id")[: 2 * MOST_TURNS]
    return next((thread for thread, own in pairs if besides is None or own != besides), None)


def open_conversation(person_id: int, *, chat_id: int) -> Conversation | None:
    """What is going on between a person and RVX in a chat, if anything is."""
    return Conversation.objects.filter(person_id=person_id, chat_id=chat_id, ended_at=None).first()


def window(budget: int) -> int:
    """Tokens that turns have in any case, whatever item and summary there are."""
    return budget - int(budget * ITEM_SHARE) - int(budget * SUMMARY_SHARE)


def count(person_id: int) -> int:
    """How many turns are kept."""
    return StoredTurn.objects.filter(person_id=person_id).count()


def last_turn(person_id: int) -> int:
    """The number of the person's latest turn, 0 if there is none."""
    mine = StoredTurn.objects.filter(person_id=person_id).order_by("-id")
    return mine.values_list("pk", flat=True).first() or 0


def _item(thread_id: int | None, most: int) -> tuple[Turn, ...]:
    if thread_id is None:
        return ()
    found = Explanation.objects.filter(pk=thread_id).values_list("source_text", "kind").first()
    if not found or not found[0]:
        return ()
    return (Turn("person", tokens.beginning(found[0], most - tokens.of_turn("")), cast(Kind, found[1])),)


def _said(
    person_id: int, talk: Conversation | None, thread_id: int | None, most: int, asking: str
) -> list[Said]:
    """Turns, newest first, without those of the item itself and those since `asking` was asked."""
    mine = StoredTurn.objects.filter(conversation=talk, person_id=person_id, thread_id=thread_id)
    rows = mine.order_by("-id").values_list("role", "text", "explanation__kind", "explanation_id")
    found: list[Said] = list(rows[: most + 3])
    after = len(list(takewhile(lambda said: said[0] != "person", found)))
    if asking and found[after : after + 1] and found[after][1] == asking:
        found = found[after + 1 :]
    told = [said for said in found if thread_id is None or said[0] != "person" or said[3] != thread_id]
    return told[:most]


def _fitting(said: list[Said], budget: int) -> list[Turn]:
    texts = tokens.latest([text for _role, text, _kind, _own in said], budget)
    turns = [
        Turn(cast(Literal["person", "rvx"], role), text, cast(Kind | None, kind))
        for text, (role, _text, kind, _own) in zip(texts, said, strict=False)
    ]
    return turns[::-1]


def _newest_lines(summary: str, most: int) -> str:
    lines = summary.splitlines()
    while len(lines) > 1 and tokens.estimate("\n".join(lines)) > most:
        del lines[0]
    return tokens.beginning("\n".join(lines), most)
