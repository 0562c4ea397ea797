"""A conversation in a few lines: made from what was said, without any model, the same after a restart."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

LENGTH = 1_200  # characters of a summary; older lines make room for newer ones
_HEADLINE, _QUESTION, _STATEMENT = 140, 100, 140  # characters


@dataclass(frozen=True)
class Exchange:
    """What a person said and what RVX answered; `kind` is what it was, as a Prompt has it."""

    said: str = ""
    answered: str = ""
    kind: str | None = None


def extend(summary: str, exchanges: Iterable[Exchange]) -> str:
    """The summary with these exchanges, oldest first, at its end; at most LENGTH characters."""
    lines = [*summary.splitlines(), *filter(None, map(_line, exchanges))]
    while lines and len("\n".join(lines)) > LENGTH:
        del lines[0]
    return "\n".join(lines)


def _line(exchange: Exchange) -> str:
    """For the model's eyes, so in English whatever the person speaks."""
    headline, _, rest = exchange.answered.strip().partition("\n")
    if exchange.kind == "question":
        statement = rest.strip().partition("\n")[0] or headline
        asked = f"Asked: {_short(exchange.said, _QUESTION)}"
        return f"{asked}; answered: {_short(statement, _STATEMENT)}" if statement else asked
    told = headline or exchange.said
    return f"Explained: {_short(told, _HEADLINE)}" if told else ""


def _short(text: str, width: int) -> str:
    # A single word that is too long would leave nothing but the placeholder.
    return shorten(text, width, placeholder="…") if " " in text[:width] else text[:width]
