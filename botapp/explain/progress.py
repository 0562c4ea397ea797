"""What goes into explain() and what comes out of it."""

from dataclasses import dataclass

from botapp.ai.base import Depth, Kind, Language, Mode, Turn
from botapp.ai.schema import Explanation


@dataclass(frozen=True)
class ExplainRequest:
    """One text to explain, as a Prompt has it. Limits are the surface's affair: text is taken as it is.

    `needs_ai`: an answer made without AI is of no use, so none is made.
    """

    text: str
    language: Language = "ru"
    depth: Depth = "normal"
    kind: Kind = "news"
    history: tuple[Turn, ...] = ()
    mode: Mode = "plain"
    variant: int = 0
    subject: str = ""
    origin: str = ""
    summary: str = ""
    needs_ai: bool = False


@dataclass(frozen=True)
class Growing:
    """What can be shown so far: whole, grounded statements only."""

    explanation: Explanation


@dataclass(frozen=True)
class Finished:
    """The stored answer. Always the last progress."""

    explanation_id: int
    explanation: Explanation
    provider: str
    model: str
    degraded: bool
    failure: str  # code of the AIError that made a better provider give way, "" if none did
    cached: bool
    processing_ms: float


Progress = Growing | Finished
