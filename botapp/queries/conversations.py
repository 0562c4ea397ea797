"""What a person may know of their conversation."""

from dataclasses import dataclass
from datetime import datetime

from botapp.queries.turns import count, last_thread, open_conversation, recall


@dataclass(frozen=True)
class ContextFacts:
    """Of one chat: `seen` turns and `tokens` (estimated) would go with a question asked now.

    `kept` counts turns in all chats; `summary_length` is in characters; `since` is None before anything
    was said.
    """

    kept: int
    seen: int
    tokens: int
    summary_length: int
    since: datetime | None


def context(person_id: int, *, chat_id: int) -> ContextFacts:
    """How much of a conversation is kept, and how much of it the model sees."""
    talk = open_conversation(person_id, chat_id=chat_id)
    thread = last_thread(person_id, chat_id=chat_id)
    past = recall(person_id, chat_id=chat_id, thread_id=thread)
    return ContextFacts(
        kept=count(person_id),
        seen=len(past.history),
        tokens=past.tokens,
        summary_length=len(past.summary),
        since=talk.started_at if talk else None,
    )
