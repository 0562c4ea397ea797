from botapp.ai.offline.warning import warnings
from botapp.telegram.dialogue import Dialogue


async def detect(dialogue: Dialogue) -> None:
    """/detect text, or /detect in reply to a message: the signs of fraud in it. Costs nothing."""
    text = dialogue.argument or dialogue.quoted
    if not text:
        await dialogue.say("detect/ask")
        return
    flags = await dialogue.call(warnings, text, dialogue.person.language)
    await dialogue.say("detect/signs", {"flags": flags}, is_reply=True)


async def show_tips(dialogue: Dialogue) -> None:
    """/tips: ten rules."""
    await dialogue.say("tips/tips")
