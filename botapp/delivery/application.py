"""What the engine asks of the bot it delivers to. Delivery knows nothing of Telegram's handlers."""

from collections.abc import Mapping
from typing import Any, Protocol

from botapp.delivery.claims import Claim


class Application(Protocol):
    """An application may also have `urgent(payload: Mapping[str, Any]) -> bool`.

    What is urgent (Stop, /stop) passes by the lanes and is never kept waiting by its own chat.

    It may have `runs_as(holder: uuid.UUID) -> None`: told once, before anything is handled, by which name
    this process claims.

    It may have `begins_burst(payload) -> bool` and `continues_burst(before, payload) -> bool`: what begins
    one waits until nothing came after it for a moment, and is handled together with the adjacent updates
    of its lane that continue it: their payloads are the claim's `parts`. Everything else never waits.
    Called for the payloads as they came, which may be malformed.

    And it may have `async gave_up(claim: Claim, error: Exception) -> None`: the last attempt failed, a
    handler that took too long included, and somebody has to be told. It has ten seconds and the steps
    of that attempt; what it raises is logged. Not called for what is Unreadable or waited a day.
    """

    async def handle(self, claim: Claim) -> None:
        """Answer one update. Raising means: again later, and given up after the last attempt.

        TryLater is no failure: it is tried again for a day, however often.
        """
        ...

    async def lead(self) -> None:
        """Duties of the one leader; runs while this process leads and is cancelled when that ends."""
        ...

    async def drain(self, seconds: float) -> None:
        """Finish or hand back what is in flight within `seconds`."""
        ...


def is_urgent(application: Application, payload: Mapping[str, Any]) -> bool:
    """The application's own word; nothing is urgent to one that does not say."""
    urgent = getattr(application, "urgent", None)
    return bool(urgent and urgent(payload))
