from typing import cast

from botapp.ai.base import Depth, Mode
from botapp.enums import Depth as Depths
from botapp.enums import Mode as Modes
from botapp.exceptions import StaleButton, TakesAI
from botapp.explain.asked import is_answered
from botapp.explain.progress import ExplainRequest
from botapp.queries.cards import shown_on
from botapp.queries.explanations import StoredAnswer, stored
from botapp.queries.sources import source
from botapp.queries.versions import Version, anew_version, repeating
from botapp.services import versions
from botapp.telegram.beginning import write_here
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Deepen
from botapp.telegram.keyboards.more import Rephrase, TellAnew


async def change_depth(dialogue: Dialogue, press: Deepen) -> None:
    """The same item simpler or deeper, in place of the card."""
    if press.depth not in Depths.values:
        raise StaleButton
    answer = await _own(dialogue, press.explanation)
    await _retell(dialogue, answer, depth=cast(Depth, press.depth), mode=answer.mode)


async def change_way(dialogue: Dialogue, press: Rephrase) -> None:
    """The same item with examples, by analogy, step by step or with questions, in place of the card."""
    if press.mode not in Modes.values:
        raise StaleButton
    answer = await _own(dialogue, press.explanation)
    await _retell(dialogue, answer, depth=answer.depth, mode=cast(Mode, press.mode))


async def tell_anew(dialogue: Dialogue, press: TellAnew) -> None:
    """The same item in other words, in place of the card."""
    answer = await _own(dialogue, press.explanation)
    wanted = await dialogue.call(anew_version, answer, person_id=dialogue.person.id)
    await _check_new(dialogue, answer, wanted)
    generation = await dialogue.call(
        versions.tell_anew,
        press.explanation,
        person_id=dialogue.person.id,
        chat_id=dialogue.chat_id,
        message_id=dialogue.message_id,
        language=dialogue.person.language,
        step="begin",
    )
    await write_here(dialogue, generation)


async def _own(dialogue: Dialogue, explanation_id: int) -> StoredAnswer:
    dialogue.check_own()
    return await dialogue.call(stored, explanation_id, person_id=dialogue.person.id)


async def _check_new(dialogue: Dialogue, answer: StoredAnswer, wanted: Version) -> None:
    """Raises TakesAI if the version would only repeat the card, unless the press came late anyway."""
    if await dialogue.call(repeating, answer, [wanted], language=dialogue.person.language):
        person = dialogue.person.id
        await dialogue.call(
            shown_on, dialogue.message_id, answer.id, person_id=person, chat_id=dialogue.chat_id
        )
        raise TakesAI


async def _retell(dialogue: Dialogue, answer: StoredAnswer, *, depth: Depth, mode: Mode) -> None:
    await _check_new(dialogue, answer, Version(depth, mode))
    wanted = ExplainRequest(
        answer.source_text,
        dialogue.person.language,
        depth,
        answer.kind,
        mode=mode,
        subject=answer.subject,
        origin=answer.origin,
    )
    is_ready = await _is_fixed(dialogue, answer) and await dialogue.call(is_answered, wanted)
    generation = await dialogue.call(
        versions.retell,
        answer,
        person_id=dialogue.person.id,
        chat_id=dialogue.chat_id,
        message_id=dialogue.message_id,
        language=dialogue.person.language,
        depth=depth,
        mode=mode,
        is_ready=is_ready,
        step="begin",
    )
    if is_ready:
        dialogue.write(generation)
    else:
        await write_here(dialogue, generation)


async def _is_fixed(dialogue: Dialogue, answer: StoredAnswer) -> bool:
    """Whether the text alone decides what the answer will be.

    To a question it is another one after what was said before, and a picture that could not be read is
    looked at again.
    """
    if answer.kind != "news":
        return False
    made_of = await dialogue.call(source, answer.id, person_id=dialogue.person.id)
    return made_of.picture != "unread"
