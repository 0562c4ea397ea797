"""The one interface that every provider of explanations implements.

AIError
├── ProviderUnavailable   the service can't answer now (5xx, connection, quota); may carry retry_after
├── ProviderTimeout       no answer within the time allowed
├── AnswerBlocked         the service refused for reasons of content
├── AnswerEmpty           an answer without text
└── AnswerMalformed       text that is not an explanation in the agreed schema
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, Protocol

from botapp.ai.schema import Background, Explanation

Language = Literal["ru", "uk", "en"]
Depth = Literal["simple", "normal", "pro"]
Kind = Literal["news", "question", "lesson"]
Mode = Literal["plain", "examples", "analogy", "steps", "check"]

_MOST_TOKENS = 10**8  # of one call; a service that counts more counts wrong


class AIError(Exception):
    """A provider failed. Never holds a key, a URL or a text of a person.

    `usage` and `first_byte` are what was known of the call by then.
    """

    code: ClassVar[str] = "ai_error"
    usage: "Usage | None" = None
    first_byte: float | None = None  # seconds until the service began to answer, None if it never did


class ProviderUnavailable(AIError):
    """The service can't answer now."""

    code = "unavailable"

    def __init__(self, message: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after  # seconds


class ProviderTimeout(AIError):
    """No whole answer within the time allowed."""

    code = "timeout"


# What passes by itself: the service is away or slow, and nothing is wrong with what it was asked.
PASSING = (ProviderUnavailable, ProviderTimeout)


class AnswerBlocked(AIError):
    """The service refused to answer this text."""

    code = "blocked"


class AnswerEmpty(AIError):
    """The service answered without text."""

    code = "empty"


class AnswerMalformed(AIError):
    """The service answered something that is not an explanation."""

    code = "malformed"


@dataclass(frozen=True)
class GlossaryTerm:
    """One term of the glossary in the reader's language, with the spellings to find it by.

    `forms` hold spellings of every input language: lemmas for Russian (inflection is found by
    morphology), word forms for Ukrainian and English. `ticker` is set for assets only ("BTC").
    """

    slug: str
    name: str
    meaning: str
    forms: tuple[str, ...]
    ticker: str = ""


@dataclass(frozen=True)
class EventPattern:
    """One kind of event: the words that give it away and what is generally true of it.

    `cues` are lower-case words or phrases of all input languages; a trailing "*" matches any ending.
    `questions` are what an item of this kind should say and often does not. After a bar stand the
    cues that answer one, as botapp.ai.open_question reads them: "Whose figures are these? | <source>".
    """

    slug: str
    cues: tuple[str, ...]
    background: Background
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One earlier turn of the conversation, oldest first in a sequence.

    `kind` is what the person sent in this exchange, None where nobody knows any more.
    """

    role: Literal["person", "rvx"]
    text: str
    kind: Kind | None = None


@dataclass(frozen=True)
class Knowledge:
    """What staff keep in the database, in the reader's language."""

    terms: tuple[GlossaryTerm, ...] = ()
    events: tuple[EventPattern, ...] = ()


@dataclass(frozen=True)
class Prompt:
    """Everything a provider may know for one answer.

    `text` is the source that the answer is checked against: an item, a question, or the material of a
    lesson. `subject` is the topic of a lesson. `origin` names who published an item, "" if nobody knows.
    `variant` counts the versions of one item that a person asked for, from 0. `summary` is what was said
    before `history`, in short. `mistake` is what was wrong with the answer that the same provider gave
    just now, "" for a first answer. Without `grows` nobody looks at the answer before it is whole.
    """

    text: str
    language: Language = "ru"
    depth: Depth = "normal"
    kind: Kind = "news"
    history: tuple[Turn, ...] = ()
    knowledge: Knowledge = field(default_factory=Knowledge)
    mode: Mode = "plain"
    variant: int = 0
    subject: str = ""
    origin: str = ""
    summary: str = ""
    mistake: str = ""
    grows: bool = True


@dataclass(frozen=True)
class Usage:
    """Tokens of one call as the service counted them; 0 where it does not say."""

    input_tokens: int = 0
    output_tokens: int = 0

    @classmethod
    def told(cls, read: Any, written: Any) -> "Usage":
        """Two counts as a service gives them: what is none is unknown, and the answer none the worse."""
        counts = (read, written)
        return cls(*(n if type(n) is int and 0 <= n <= _MOST_TOKENS else 0 for n in counts))


@dataclass(frozen=True)
class Reply:
    """An explanation so far, or the whole of it.

    A provider yields growing replies with `complete=False` and exactly one last with `complete=True`. Those
    before the last of a prompt that does not grow tell of the call only: they explain nothing.
    Every statement of an unfinished reply is whole: partial words are never shown.
    `failure` is the code of the AIError that made a better provider give way ("" if none did).
    `degraded` means made without AI; an answer by the second of two AIs is none. `first_byte`: seconds
    until the service began to answer, None where nobody waited for one.
    """

    explanation: Explanation
    provider: str
    model: str
    complete: bool = False
    degraded: bool = False
    failure: str = ""
    usage: Usage = Usage()
    first_byte: float | None = None


class Provider(Protocol):
    """Explains one prompt.

    Must raise only AIError; must stop all work and close its connection when the iterator is
    closed or its task cancelled; must finish or fail within its own timeout; must not log texts;
    must not retry (the chain decides). May compute on the loop that it runs on, which is there for that.
    """

    name: str
    model: str

    def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield growing replies, the last one complete. Raises AIError."""
        ...

    async def close(self) -> None:
        """Release sessions. The provider is not used afterwards."""
        ...
