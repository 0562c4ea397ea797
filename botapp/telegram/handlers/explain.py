from django.utils.translation import gettext as _

from botapp.queries.generations import standing
from botapp.services import generations, revisions, texts
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Stop, stop_keys
from botapp.telegram.keyboards.explain import AskForItem


async def explain_text(dialogue: Dialogue) -> None:
    """An item or a question: its card begins at once and grows while it is written."""
    text = texts.check(dialogue.text, maximum=texts.LONGEST)
    generation, message = await _begun(dialogue, text)
    if message is None:
        message = await dialogue.say("explain/reading", keyboard=stop_keys(generation), is_reply=True)
        await dialogue.call(generations.attach, generation, message_id=message)
    dialogue.write(generation)


async def explain_again(dialogue: Dialogue) -> None:
    """An edited text: its card is written anew."""
    revision = await dialogue.call(
        revisions.revise,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        source_message_id=dialogue.source_id,
        text=dialogue.text,
        language=dialogue.person.language,
        step="revise",
    )
    if revision["outcome"] == "begun":
        await dialogue.rewrite(revision["generation"], instead_of=revision["replaced"])
    if revision["outcome"] == "late":
        await dialogue.say("explain/edited", is_reply=True)


async def _begun(dialogue: Dialogue, text: str) -> tuple[int, int | None]:
    """The answer owed for this update and its message, if an earlier run has sent it."""
    step = "begin"
    while True:
        generation = await _begin(dialogue, text, step)
        if not dialogue.is_again:
            return generation, None
        # The row knows its message at once; the journal of sent messages may have died with the process.
        found = await dialogue.call(standing, generation)
        if found.is_open or found.message_id is not None:
            return generation, found.message_id
        # Given up before anything was sent, with the charge given back: this run owes a new one.
        step = f"begin.{generation}"


async def _begin(dialogue: Dialogue, text: str, step: str) -> int:
    return await dialogue.call(
        generations.begin,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        text=text,
        kind=texts.classify(text),
        language=dialogue.person.language,
        depth=dialogue.person.depth,
        source_message_id=dialogue.source_id,
        step=step,
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
    person = dialogue.person.id
    if await dialogue.call(generations.request_stop, press.generation, person_id=person):
        dialogue.stop_writing(press.generation)
    else:
        await dialogue.toast(_("There is nothing of yours to stop here any more."))
