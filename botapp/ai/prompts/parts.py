"""A prompt in two roles: ours is the system's, everything that people wrote is data in the user's."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from botapp.ai import events, terms
from botapp.ai.base import Prompt
from botapp.ai.hidden import visible
from botapp.ai.open_question import parsed
from botapp.ai.prompts.wording import (
    AGAIN,
    ANEW,
    DEPTHS,
    LANGUAGES,
    LESSON,
    LEVELS,
    MODES,
    NEWS,
    QUESTION,
    RULES,
)
from botapp.ai.sentences import split

PROMPT_VERSION = "2"

# The fence's brackets, and those that look like them, are taken out of whatever is put inside, so no data
# can close it; what nobody can see is taken out too.
_OPEN, _CLOSE = "⟦", "⟧"
_MOST_TERMS = 12
_MOST_TURNS = 10
_LONGEST_TURN = 6_000  # characters
_LIKE_OPEN, _LIKE_CLOSE = "⟦〚⟬⦗【", "⟧〛⟭⦘】"
_BRACKETS = str.maketrans(_LIKE_OPEN + _LIKE_CLOSE, "[" * len(_LIKE_OPEN) + "]" * len(_LIKE_CLOSE))


@dataclass(frozen=True)
class PromptParts:
    """Instructions, and the data they are about."""

    system: str
    user: str


def build(prompt: Prompt) -> PromptParts:
    """What to send to a model. Terms and the kind of event are looked for: a millisecond for a usual item."""
    system = _system(prompt)
    if prompt.mistake:
        system = f"{system}\n{AGAIN.format(mistake=_harmless(prompt.mistake))}"
    return PromptParts(system=system, user=_user(prompt))


def _system(prompt: Prompt) -> str:
    if prompt.kind == "lesson":
        return "\n".join((LESSON, *RULES, LANGUAGES[prompt.language], LEVELS[prompt.depth]))
    task = QUESTION if prompt.kind == "question" else NEWS
    way = (LANGUAGES[prompt.language], DEPTHS[prompt.depth], MODES[prompt.mode])
    anew = (ANEW.format(variant=prompt.variant),) if prompt.variant else ()
    return "\n".join((task, *RULES, *way, *anew))


def _user(prompt: Prompt) -> str:
    help_ = "\n".join(_help(prompt))
    blocks = [fenced("HELP", help_)] if help_ else []
    if prompt.origin:
        blocks.append(fenced("ORIGIN", line(prompt.origin)))
    if prompt.history or prompt.summary:
        blocks.append(fenced("CONVERSATION", "\n".join(_turns(prompt))))
    if prompt.kind == "question":
        blocks.append(fenced("QUESTION", _harmless(prompt.text)))
    else:
        blocks.append(fenced("SOURCE", "\n".join(_numbered(prompt.text))))
    return "\n\n".join(blocks)


def _help(prompt: Prompt) -> Iterator[str]:
    for mention in terms.find(prompt.text, prompt.knowledge.terms)[:_MOST_TERMS]:
        ticker = f" ({mention.term.ticker})" if mention.term.ticker else ""
        yield f"TERM {_kept(mention.term.name)}{ticker}: {_kept(mention.term.meaning)}"
    event = events.recognise(prompt.text, prompt.knowledge.events)
    if event and prompt.kind != "lesson":
        known = event.background
        yield f"KIND OF EVENT {_kept(known.name)}: {_kept(known.how_it_works)}"
        yield from (f"SHOULD BE SAID {_kept(parsed(question).text)}" for question in event.questions)


def _turns(prompt: Prompt) -> Iterator[str]:
    for said in prompt.summary.splitlines():
        yield f"EARLIER: {line(said)}"
    for turn in prompt.history[-_MOST_TURNS:]:
        speaker = "PERSON" if turn.role == "person" else "RVX"
        yield f"{speaker}: {' '.join(_harmless(turn.text)[:_LONGEST_TURN].split())}"


def _numbered(text: str) -> Iterator[str]:
    for number, sentence in enumerate(split(text), 1):
        yield f"[{number}] {_harmless(sentence)}"


def fenced(label: str, data: str) -> str:
    """Data between marks that nothing inside can close; `data` went through `line` or its like."""
    return f"{_OPEN}{label}{_CLOSE}\n{data}\n{_OPEN}END OF {label}{_CLOSE}"


def _harmless(text: str) -> str:
    return visible(text).translate(_BRACKETS)


# Of the glossary, whose texts come again in every prompt.
_kept = lru_cache(maxsize=4096)(_harmless)


def line(text: str) -> str:
    """Words of somebody as data: on one line, nothing hidden, no bracket of a fence."""
    return " ".join(_harmless(text).split())[:_LONGEST_TURN]
