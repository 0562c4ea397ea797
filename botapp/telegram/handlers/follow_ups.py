from botapp.queries.explanations import stored
from botapp.queries.generations import standing
from botapp.services import generations, versions
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import stop_keys
from botapp.telegram.keyboards.more import AskNext


async def ask_next(dialogue: Dialogue, press: AskNext) -> None:
    """A suggested question: it and its answer grow below the card, which stays as it is."""
    answer = await dialogue.call(stored, press.explanation, person_id=dialogue.person.id)
    question = versions.suggested(answer, press.number)
    generation, message = await _begun(dialogue, press)
    if message is None:
        said = {"question": question}
        message = await dialogue.say("explain/asked", said, keyboard=stop_keys(generation), is_reply=True)
        await dialogue.call(generations.attach, generation, message_id=message)
    dialogue.write(generation)


async def _begun(dialogue: Dialogue, press: AskNext) -> tuple[int, int | None]:
    """The answer owed for this press and its message, if an earlier run has sent it."""
    step = "begin"
    while True:
        generation = await dialogue.call(
            versions.ask,
            press.explanation,
            press.number,
            person_id=dialogue.person.id,
            chat_id=dialogue.chat_id,
            language=dialogue.person.language,
            step=step,
        )
        if not dialogue.is_again:
            return generation, None
        found = await dialogue.call(standing, generation)
        if found.is_open or found.message_id is not None:
            return generation, found.message_id
        # Given up before anything was sent, with the charge given back: this run owes a new one.
        step = f"begin.{generation}"
