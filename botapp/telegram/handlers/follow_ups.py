from functools import partial

from botapp.queries.explanations import stored
from botapp.services import versions
from botapp.telegram.beginning import write_below
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.more import AskNext


async def ask_next(dialogue: Dialogue, press: AskNext) -> None:
    """A suggested question: it and its answer grow below the card, which stays as it is."""
    answer = await dialogue.call(stored, press.explanation, person_id=dialogue.person.id)
    said = {"question": versions.pick_suggested(answer, press.number)}
    await write_below(dialogue, partial(_begin, dialogue, press), template="explain/asked", context=said)


async def _begin(dialogue: Dialogue, press: AskNext, step: str) -> int:
    return await dialogue.call(
        versions.ask,
        press.explanation,
        press.number,
        person_id=dialogue.person.id,
        chat_id=dialogue.chat_id,
        language=dialogue.person.language,
        step=step,
    )
