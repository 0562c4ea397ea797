"""One call to a provider, as it is told to whoever keeps count."""

from collections.abc import Callable
from dataclasses import dataclass

from botapp.ai.base import Kind, Usage

OK = "ok"
STOPPED = "stopped"  # whoever read the answer went away before its end


@dataclass(frozen=True)
class Call:
    """What became of one call. `outcome` is OK, STOPPED or the code of an AIError.

    `seconds` it took in all, `first_byte` seconds until the service began to answer (None if it did not).
    `is_repair`: asked once more, because the answer before was of no use.
    """

    provider: str
    model: str
    kind: Kind
    outcome: str
    usage: Usage
    seconds: float
    first_byte: float | None
    is_repair: bool


Report = Callable[[Call], None]


def unheard(call: Call) -> None:
    """For callers that keep no count."""
