from botapp.telegram.dialogue import Dialogue
from botapp.telegram.handlers import explain


async def ask(dialogue: Dialogue) -> None:
    """/ask question: a question whatever it looks like; without one, how to ask."""
    if dialogue.argument:
        await explain.answer(dialogue, text=dialogue.argument, kind="question")
    else:
        await dialogue.say("ask/how")
