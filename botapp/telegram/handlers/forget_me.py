from botapp.exceptions import StaleButton
from botapp.services import forgetting, generations
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.forget_me import EraseMe, KeepMe, forget_me_keys


async def ask(dialogue: Dialogue) -> None:
    """/forget_me: what exactly would go, and the button that does it."""
    lines = await dialogue.call(forgetting.preview, dialogue.person.telegram_id)
    keyboard = forget_me_keys(dialogue.person.telegram_id)
    await dialogue.say("forget_me/question", {"lines": lines}, keyboard=keyboard)


async def erase(dialogue: Dialogue, press: EraseMe) -> None:
    """Everything goes, this very update with its done mark.

    Not a step of the update: a second run finds the person whom its own greeting made, and deletes again.
    """
    telegram_id = dialogue.person.telegram_id
    if not press.is_for(telegram_id):
        raise StaleButton
    person_id = dialogue.person.id
    await dialogue.end_writing(await dialogue.call(generations.request_stop_all, None, person_id=person_id))
    done = await dialogue.call(forgetting.forget, telegram_id)
    dialogue.leave_no_trace()
    await dialogue.show("forget_me/done", {"done": done})


async def keep(dialogue: Dialogue, press: KeepMe) -> None:
    dialogue.check_own()
    await dialogue.show("forget_me/kept")
