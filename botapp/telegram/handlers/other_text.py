from botapp.exceptions import StaleButton
from botapp.queries.ai_services import is_ai_set_up
from botapp.services import other_texts
from botapp.telegram.beginning import write_here
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.other_text import ExplainAnyway, anyway_keys


async def held(dialogue: Dialogue) -> bool:
    """Whether a text is surely no news; then that is said, with a button to have it explained all the same.

    Only what a person wrote to RVX alone: forwards, links, pictures and replies are always explained.
    """
    is_more = dialogue.origin or dialogue.post or dialogue.links or dialogue.pictures or dialogue.replied_to
    if is_more or not dialogue.is_private or dialogue.source_id is None or is_ai_set_up():
        return False
    if not await dialogue.call(other_texts.is_held, dialogue.text, language=dialogue.person.language):
        return False
    # A reply: Telegram keeps the text beside the button, however long it takes until it is pressed.
    await dialogue.say("other_text/held", keyboard=anyway_keys(dialogue.source_id), is_reply=True)
    return True


async def explain_anyway(dialogue: Dialogue, press: ExplainAnyway) -> None:
    dialogue.check_own()
    if press.message != dialogue.quoted_id:
        raise StaleButton
    generation = await dialogue.call(
        other_texts.explain,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        message_id=dialogue.message_id,
        source_message_id=press.message,
        text=dialogue.quoted,
        language=dialogue.person.language,
        depth=dialogue.person.depth,
        step="begin",
    )
    await write_here(dialogue, generation)
