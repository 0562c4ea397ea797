"""What else can be done with an explanation: the keyboard behind "More…"."""

from collections.abc import Container
from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.ai.quotes import rests_on_source
from botapp.enums import Mode
from botapp.queries.explanations import StoredAnswer
from botapp.queries.versions import Offer
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.card import ACTIONS, CloseMore, OpenMore, action_keys, depth_keys
from botapp.telegram.keyboards.menu import MenuBelow
from botapp.telegram.keys import Key, Keyboard, in_rows, shortened


@dataclass(frozen=True)
class Rephrase(Button, prefix="way"):
    """The same item in another way."""

    explanation: int
    mode: str


@dataclass(frozen=True)
class TellAnew(Button, prefix="anew"):
    """The same item at the same depth in the same way, in other words."""

    explanation: int


@dataclass(frozen=True)
class ShowSources(Button, prefix="said"):
    """Which sentence of the source each statement rests on."""

    explanation: int


@dataclass(frozen=True)
class ShowWords(Button, prefix="words"):
    """The words that the explanation explains, each as a button."""

    explanation: int


@dataclass(frozen=True)
class ShowQuestions(Button, prefix="asks"):
    """The questions that could be asked next, each as a button."""

    explanation: int


@dataclass(frozen=True)
class AskNext(Button, prefix="next"):
    """One of these questions; `number` counts from 0."""

    explanation: int
    number: int


def more_keys(answer: StoredAnswer, *, kind: str, offer: Offer) -> Keyboard:
    """Ways, then what lies behind the card, then the way back; only what there is something behind."""
    number, shown = answer.id, answer.explanation
    behind = [
        *([Key(_("Sources"), ShowSources(number))] if rests_on_source(shown) else []),
        *([Key(_("Words"), ShowWords(number))] if shown.terms else []),
        *([Key(_("Ask next"), ShowQuestions(number))] if shown.follow_ups else []),
    ]
    return [
        *_ways(answer, offer),
        behind,
        *in_rows(action_keys(number, kind)[ACTIONS:]),
        [Key("‹ " + _("Back"), CloseMore(number)), Key(_("Menu"), MenuBelow())],
    ]


def way_keys(explanation_id: int, *, mode: str, among: Container[str]) -> list[Key]:
    """Every way `among` these but the one that is shown; "plainly" only as the way back."""
    others = [way for way in Mode if way not in (mode, Mode.PLAIN)]
    back = [] if mode == Mode.PLAIN else [Mode.PLAIN]
    return [Key(str(way.label), Rephrase(explanation_id, way)) for way in others + back if way in among]


def other_ways(answer: StoredAnswer, *, offer: Offer) -> Keyboard:
    """What is offered to somebody whom the explanation did not help; empty if there is nothing else."""
    depths = depth_keys(answer.id, depth=answer.depth, among=offer.depths)
    return [row for row in (depths, *_ways(answer, offer)) if row]


def _ways(answer: StoredAnswer, offer: Offer) -> Keyboard:
    anew = [Key(_("Another version"), TellAnew(answer.id))] if offer.is_anew else []
    return in_rows([*way_keys(answer.id, mode=answer.mode, among=offer.modes), *anew])


def question_keys(answer: StoredAnswer) -> Keyboard:
    """One question a row, then the way back."""
    questions = enumerate(answer.explanation.follow_ups)
    return [
        *([Key(shortened(question), AskNext(answer.id, number))] for number, question in questions),
        [Key("‹ " + _("Back"), OpenMore(answer.id))],
    ]
