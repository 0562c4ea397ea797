from botapp.telegram.dialogue import Dialogue
from botapp.telegram.features import registry
from botapp.telegram.keyboards.help import OpenHelp
from botapp.telegram.keyboards.menu import back_to_menu


async def show_help(dialogue: Dialogue, press: OpenHelp | None = None) -> None:
    """What can be sent, and every command that is open to this person."""
    commands = [
        command
        for command in registry.commands()
        if command.listed and (dialogue.person.is_staff or not command.staff_only)
    ]
    await dialogue.show("help/help", {"commands": commands}, keyboard=[back_to_menu()])
