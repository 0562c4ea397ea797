from botapp.services import switches
from botapp.telegram.beginning import write_here
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.switch import SwitchKind


async def switch_kind(dialogue: Dialogue, press: SwitchKind) -> None:
    """News that was taken for a question, or the other way round: the right answer in its place."""
    dialogue.check_own()
    generation = await dialogue.call(
        switches.switch,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        message_id=dialogue.message_id,
        instead_of=press.explanation,
        language=dialogue.person.language,
        step="begin",
    )
    await write_here(dialogue, generation)
