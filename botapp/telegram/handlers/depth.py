from django.utils.translation import gettext as _

from botapp.enums import Depth
from botapp.exceptions import NotFound, StaleButton
from botapp.queries.explanations import stored
from botapp.services import generations
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Deepen, stop_keys


async def change_depth(dialogue: Dialogue, press: Deepen) -> None:
    """The same item simpler or deeper, in place of the card."""
    if press.depth not in Depth.values:
        raise StaleButton
    if not dialogue.is_own:
        raise NotFound
    person = dialogue.person.id
    answer = await dialogue.call(stored, press.explanation, person_id=person)
    generation = await dialogue.call(
        generations.begin,
        person,
        chat_id=dialogue.chat_id,
        text=answer.source_text,
        kind=answer.kind,
        language=dialogue.person.language,
        depth=press.depth,
        message_id=dialogue.message_id,
        instead_of=press.explanation,
        step="begin",
    )
    await dialogue.toast(_("One moment…"))
    await dialogue.rekey(stop_keys(generation))
    dialogue.write(generation)
