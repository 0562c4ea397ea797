"""The buttons under an explanation: three rows on a phone, the rest behind "More…"."""

from collections.abc import Container
from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.enums import Depth
from botapp.explain.notices import may_wait
from botapp.queries.explanations import StoredAnswer
from botapp.telegram.buttons import Button
from botapp.telegram.card import kind_of
from botapp.telegram.features import registry
from botapp.telegram.keyboards.menu import MenuBelow
from botapp.telegram.keyboards.promises import waiting_row
from botapp.telegram.keys import Key, Keyboard

# From the simplest to the deepest.
SCALE = (Depth.SIMPLE, Depth.NORMAL, Depth.PRO)
ACTIONS = 2  # of other features that fit into the third row; further ones stand behind "More…"


@dataclass(frozen=True)
class Judge(Button, prefix="judge"):
    """`verdict`: up or down."""

    explanation: int
    verdict: str


@dataclass(frozen=True)
class Deepen(Button, prefix="depth"):
    """The same item at another depth."""

    explanation: int
    depth: str


@dataclass(frozen=True)
class Keep(Button, prefix="save"):
    """`keep`: 1 to save, 0 to let go."""

    explanation: int
    keep: int


@dataclass(frozen=True)
class OpenMore(Button, prefix="more"):
    """What else can be done with an explanation, in place of its buttons."""

    explanation: int


@dataclass(frozen=True)
class CloseMore(Button, prefix="less"):
    """Back to the first buttons."""

    explanation: int


@dataclass(frozen=True)
class Reopen(Button, prefix="card"):
    """An earlier explanation, as a new message."""

    explanation: int


@dataclass(frozen=True)
class Stop(Button, prefix="stop"):
    """The end of an answer that is being written. Works for everybody who is not banned."""

    generation: int
    always = True


def card_keys(
    explanation_id: int,
    *,
    depth: str,
    kind: str = "",
    is_saved: bool = False,
    is_answered: bool = True,
    may_wait: bool = False,
    depths: Container[str] = SCALE,
) -> Keyboard:
    """`kind`: slug of the kind of event, "" if none was recognised. `may_wait`: the AI was only away.

    `depths`: those that are worth a press. Where nothing was explained (not `is_answered`) there is nothing
    to judge, deepen or keep.
    """
    wait = waiting_row(explanation_id, may_wait=may_wait)
    if not is_answered:
        return [*wait, [Key(_("Menu"), MenuBelow())]]
    keep = Key(_("Saved ✓"), Keep(explanation_id, 0)) if is_saved else Key(_("Save"), Keep(explanation_id, 1))
    actions = action_keys(explanation_id, kind)[:ACTIONS]
    return [
        [Key("👍", Judge(explanation_id, "up")), Key("👎", Judge(explanation_id, "down")), keep],
        [*depth_keys(explanation_id, depth=depth, among=depths), Key(_("More…"), OpenMore(explanation_id))],
        *wait,
        [*actions, *([Key(_("Menu"), MenuBelow())] if len(actions) < ACTIONS else [])],
    ]


def answer_keys(answer: StoredAnswer, *, is_saved: bool, depths: Container[str]) -> Keyboard:
    """`card_keys` of an answer that is stored."""
    return card_keys(
        answer.id,
        depth=answer.depth,
        kind=kind_of(answer),
        is_saved=is_saved,
        is_answered=answer.explanation.answered,
        may_wait=may_wait(answer.failure, answer.degraded),
        depths=depths,
    )


def depth_keys(explanation_id: int, *, depth: str, among: Container[str] = SCALE) -> list[Key]:
    """Simpler and deeper than `depth`, each only where the scale goes on and if it is `among` these."""
    place = SCALE.index(Depth(depth))
    keys = []
    if place > 0 and SCALE[place - 1] in among:
        keys.append(Key(_("Simpler"), Deepen(explanation_id, SCALE[place - 1])))
    if place < len(SCALE) - 1 and SCALE[place + 1] in among:
        keys.append(Key(_("Deeper"), Deepen(explanation_id, SCALE[place + 1])))
    return keys


def action_keys(explanation_id: int, kind: str) -> list[Key]:
    """What other features add, such as the lesson that goes with the kind of event."""
    made = ((action.label, action.make(explanation_id, kind)) for action in registry.card_actions())
    return [Key(str(label), button) for label, button in made if button]


def stop_keys(generation_id: int) -> Keyboard:
    return [[Key(_("Stop"), Stop(generation_id))]]
