from django.utils.translation import gettext as _

from botapp.services.awaited_answers import wait_for
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.promises import Await


async def promise(dialogue: Dialogue, press: Await) -> None:
    """The person is told when the AI has explained the item, if it does within a day."""
    is_new = await dialogue.call(wait_for, press.explanation, person_id=dialogue.person.id, step="wait")
    if is_new:
        await dialogue.toast(
            _("I'll write as soon as the AI answers again, within 24 hours. It costs you nothing more."),
            alert=True,
        )
    else:
        await dialogue.toast(_("I have it on my list."))
