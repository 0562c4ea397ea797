"""An answer that begins with a message of its own and grows in it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from telegram.error import Forbidden

from botapp.exceptions import MessageGone
from botapp.queries.allowances import few_left
from botapp.queries.generations import standing
from botapp.services import generations
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import stop_keys

Begin = Callable[[str], Awaitable[int]]  # charges for an answer under a step's name; the generation's id


async def write_below(
    dialogue: Dialogue,
    begin: Begin,
    *,
    template: str = "explain/reading",
    context: Mapping[str, Any] | None = None,
    above: str = "",
) -> None:
    """Begin an answer, say that it comes and let it be written; once, however often the update is run.

    `above`: template of what is said before it and stays when the answer stands.
    """
    generation, message = await _begun(dialogue, begin)
    if message is None:
        if above:
            await dialogue.say(above, context, step="above")
        await _send(dialogue, generation, template, context, is_reply=True)
    if dialogue.is_press:
        await dialogue.toast(await _few_left(dialogue, generation))
    dialogue.write(generation)


async def write_here(dialogue: Dialogue, generation: int, *, template: str = "explain/reading") -> None:
    """Let an answer that is begun be written in the pressed message; in a new one if that one is gone."""
    said = _("One moment…"), await _few_left(dialogue, generation)
    await dialogue.toast(" ".join(filter(None, said)))
    try:
        await dialogue.rekey(stop_keys(generation))
    except (MessageGone, Forbidden) as error:
        # From here on it is as one that has no message yet: unless it gets one, its charge goes back.
        has_none = await dialogue.call(generations.detach, generation, message_id=dialogue.message_id)
        if isinstance(error, Forbidden):
            raise
        if has_none:
            await _send(dialogue, generation, template)
    dialogue.write(generation)


async def _send(
    dialogue: Dialogue,
    generation: int,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    is_reply: bool = False,
) -> None:
    """The message that grows into the answer."""
    keyboard = stop_keys(generation)
    message = await dialogue.say(template, context, keyboard=keyboard, is_reply=is_reply)
    await dialogue.call(generations.attach, generation, message_id=message)


async def _few_left(dialogue: Dialogue, generation: int) -> str:
    """Said where a press costs one of the last ones; empty before that, and where it costs nothing."""
    left = await dialogue.call(few_left, generation)
    return "" if left is None else _("Left today: %(left)s. More: /limits") % {"left": left}


async def _begun(dialogue: Dialogue, begin: Begin) -> tuple[int, int | None]:
    """The answer owed for this update and its message, if an earlier run has sent it."""
    step = "begin"
    while True:
        generation = await begin(step)
        if not dialogue.is_again:
            return generation, None
        # The row knows its message at once; the journal of sent messages may have died with the process.
        found = await dialogue.call(standing, generation)
        if found.is_open or found.message_id is not None:
            return generation, found.message_id
        # Given up before anything was sent, with the charge given back: this run owes a new one.
        step = f"begin.{generation}"
