from botapp.queries.conversations import context
from botapp.queries.time_zones import label
from botapp.queries.turns import count, last_turn
from botapp.services import conversations
from botapp.services.turns import KEPT, KEPT_DAYS
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.conversation import ClearHistory, clear_keys
from botapp.telegram.keyboards.menu import back_to_menu


async def begin_anew(dialogue: Dialogue) -> None:
    """/new: what was said stays stored and is told no more."""
    kept = await dialogue.call(
        conversations.end, dialogue.person.id, chat_id=dialogue.chat_id, step="end_conversation"
    )
    await dialogue.say("conversation/new", {"kept": kept})


async def show_context(dialogue: Dialogue) -> None:
    """/toldstats: how much is kept, and how much the model sees."""
    facts = await dialogue.call(context, dialogue.person.id, chat_id=dialogue.chat_id)
    told = {
        "facts": facts,
        "zone": label(dialogue.person.time_zone),
        "most": KEPT,
        "days": KEPT_DAYS,
    }
    await dialogue.say("conversation/context", told)


async def ask_to_clear(dialogue: Dialogue) -> None:
    """/clear_history asks first."""
    turns = await dialogue.call(count, dialogue.person.id)
    up_to = await dialogue.call(last_turn, dialogue.person.id)
    keyboard = clear_keys(up_to) if turns else [back_to_menu()]
    await dialogue.say("conversation/clear", {"turns": turns}, keyboard=keyboard)


async def clear(dialogue: Dialogue, press: ClearHistory) -> None:
    """What was said since the question stays."""
    dialogue.check_own()
    removed = await dialogue.call(
        conversations.clear, dialogue.person.id, up_to=press.up_to, step="clear_history"
    )
    await dialogue.show("conversation/cleared", {"removed": removed}, keyboard=[back_to_menu()])
