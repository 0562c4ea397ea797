from analytics.models import Event
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.features import registry
from botapp.telegram.keyboards.menu import MenuBelow, OpenMenu, menu_keys

MOST_SOURCE = 64


async def start(dialogue: Dialogue) -> None:
    """/start, or /start <payload> of a deep link: the feature that registered its prefix answers."""
    dialogue.note(Event.Kind.START, subject=dialogue.argument[:MOST_SOURCE])
    linked = next(
        (link for f in registry for link in f.deep_links if dialogue.argument.startswith(link.prefix)), None
    )
    if linked and dialogue.argument:
        await linked.handler(dialogue)
        return
    await dialogue.say("start/welcome", {"name": dialogue.person.first_name}, keyboard=menu_keys())


async def menu(dialogue: Dialogue, press: OpenMenu | MenuBelow | None = None) -> None:
    """The main menu; under a card as a message of its own."""
    answer = dialogue.say if isinstance(press, MenuBelow) else dialogue.show
    await answer("start/menu", keyboard=menu_keys())
