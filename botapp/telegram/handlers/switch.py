from django.utils.translation import gettext as _

from botapp.exceptions import NotFound
from botapp.services import switches
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import stop_keys
from botapp.telegram.keyboards.switch import SwitchKind


async def switch_kind(dialogue: Dialogue, press: SwitchKind) -> None:
    """News that was taken for a question, or the other way round: the right answer in its place."""
    if not dialogue.is_own:
        raise NotFound
    generation = await dialogue.call(
        switches.switch,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        message_id=dialogue.message_id,
        instead_of=press.explanation,
        language=dialogue.person.language,
        step="begin",
    )
    await dialogue.toast(_("One moment…"))
    await dialogue.rekey(stop_keys(generation))
    dialogue.write(generation)
