from collections.abc import Mapping
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from botapp.exceptions import TextTooShort
from botapp.explain import pictures
from botapp.queries import glossary
from botapp.queries.generations import is_elsewhere
from botapp.services import generations, messages, revisions
from botapp.telegram.beginning import write_below
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.handlers import other_text
from botapp.telegram.handlers.terms import show_meaning
from botapp.telegram.keyboards.card import Stop
from botapp.telegram.keyboards.explain import AskForItem


async def explain_text(dialogue: Dialogue) -> None:
    """An item or a question: its card begins at once and grows while it is written.

    A word alone is looked up, unless it replies to a card: then it is a question about that card. What is
    surely no news waits for the person to say that it is to be explained all the same.
    """
    is_reply = dialogue.replied_to is not None
    if not is_reply and (await _looked_up(dialogue) or await other_text.held(dialogue)):
        return
    try:
        await answer(
            dialogue,
            source_message_id=dialogue.source_id,
            origin=dialogue.origin,
            post=dialogue.post,
            **_sent(dialogue),
        )
    except TextTooShort:
        if not (is_reply and await _looked_up(dialogue)):
            raise


async def answer(dialogue: Dialogue, **wanted: Any) -> None:
    """Owe an answer and begin it. `wanted`: as services.messages.take has it."""
    await write_below(dialogue, partial(_begin, dialogue, wanted))


async def explain_again(dialogue: Dialogue) -> None:
    """An edited text: its card is written anew."""
    revision = await dialogue.call(
        revisions.revise,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        source_message_id=dialogue.source_id,
        replied_to=dialogue.replied_to,
        **_sent(dialogue),
        language=dialogue.person.language,
        step="revise",
    )
    if revision["outcome"] == "begun":
        await dialogue.rewrite(revision["generation"], instead_of=revision["replaced"])
    if revision["outcome"] == "late":
        await dialogue.say("explain/edited", is_reply=True)


async def _looked_up(dialogue: Dialogue) -> bool:
    """Whether the message was only a word of the glossary, which costs nothing."""
    if dialogue.links or dialogue.pictures or len(dialogue.text) > glossary.LONGEST:
        return False
    term = await dialogue.call(glossary.named, dialogue.text, language=dialogue.person.language)
    if term is not None:
        await show_meaning(dialogue, term)
    return term is not None


def _sent(dialogue: Dialogue) -> dict[str, Any]:
    """The message as something to understand."""
    return {
        "text": dialogue.text,
        "links": dialogue.links,
        "pictures": dialogue.pictures,
        "can_read_pictures": pictures.can_read(),
    }


async def _begin(dialogue: Dialogue, wanted: Mapping[str, Any], step: str) -> int:
    return await dialogue.call(
        messages.take,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        replied_to=dialogue.replied_to,
        language=dialogue.person.language,
        depth=dialogue.person.depth,
        step=step,
        **wanted,
    )


async def ask_for_item(dialogue: Dialogue, press: AskForItem | None = None) -> None:
    await dialogue.show("explain/invitation")


async def stop(dialogue: Dialogue) -> None:
    """/stop: the end of everything that is being written in this chat for this person."""
    stopped = await dialogue.call(
        generations.request_stop_all, dialogue.chat_id, person_id=dialogue.person.id
    )
    for generation in stopped:
        dialogue.stop_writing(generation)
    if not stopped:
        await dialogue.say("explain/nothing_to_stop")


async def press_stop(dialogue: Dialogue, press: Stop) -> None:
    answer, person = press.generation, dialogue.person.id
    is_left_over = dialogue.is_own and await dialogue.call(
        is_elsewhere, answer, person_id=person, chat_id=dialogue.chat_id, message_id=dialogue.message_id
    )
    if await dialogue.call(generations.request_stop, answer, person_id=person):
        dialogue.stop_writing(answer)
    elif not is_left_over:
        await dialogue.toast(_("There is nothing of yours to stop here any more."))
    if is_left_over:
        await dialogue.show("explain/elsewhere")
