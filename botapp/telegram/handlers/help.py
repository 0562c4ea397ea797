from botapp.telegram.dialogue import Dialogue
from botapp.telegram.features import registry
from botapp.telegram.keyboards.help import OpenHelp
from botapp.telegram.keyboards.menu import back_to_menu


async def show_help(dialogue: Dialogue, press: OpenHelp | None = None) -> None:
    """What can be sent, and every command that is open to this person; the main ones first."""
    commands = [
        command
        for command in registry.commands()
        if command.listed and (dialogue.person.is_staff or not command.staff_only)
    ]
    context = {
        "main": [command for command in commands if command.is_main],
        "others": [command for command in commands if not command.is_main],
    }
    await dialogue.show("help/help", context, keyboard=[back_to_menu()])
