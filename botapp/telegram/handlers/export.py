from functools import partial

from django.utils import timezone

from botapp.services import exports
from botapp.telegram.dialogue import Dialogue


async def export(dialogue: Dialogue) -> None:
    """/export: all that is kept of the person as a file; never into a group."""
    if not dialogue.is_private:
        await dialogue.say("export/private")
        return
    person = dialogue.person.id
    await dialogue.call(exports.admit, person, step="admit")
    name = f"rvx-{timezone.localdate():%Y-%m-%d}.json"
    await dialogue.send_file(partial(exports.write, person), "export/file", name=name)
