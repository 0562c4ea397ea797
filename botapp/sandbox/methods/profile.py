"""Methods with which a bot describes itself."""

import re
from typing import Any

from botapp.sandbox.errors import bad_request
from botapp.sandbox.methods.registry import Asked, method
from botapp.sandbox.profile import Command, Scope

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
SCOPES = frozenset(
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
)


@method("setMyCommands")
def set_my_commands(asked: Asked) -> bool:
    commands = asked.params.structure("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: Expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = [_checked_command(command) for command in commands]
    asked.bot.profile.commands[_scope(asked), asked.params.text("language_code")] = kept
    asked.bot.feed.tell(0, "profile")
    return True


@method("getMyCommands")
def get_my_commands(asked: Asked) -> list[Command]:
    return asked.bot.profile.commands.get((_scope(asked), asked.params.text("language_code")), [])


@method("deleteMyCommands")
def delete_my_commands(asked: Asked) -> bool:
    asked.bot.profile.commands.pop((_scope(asked), asked.params.text("language_code")), None)
    asked.bot.feed.tell(0, "profile")
    return True


@method("setMyName")
def set_my_name(asked: Asked) -> bool:
    return _set_text(asked, asked.bot.profile.names, "name", most=64)


@method("getMyName")
def get_my_name(asked: Asked) -> dict[str, str]:
    return {"name": asked.bot.profile.name_for(asked.params.text("language_code"), asked.bot.name)}


@method("setMyDescription")
def set_my_description(asked: Asked) -> bool:
    return _set_text(asked, asked.bot.profile.descriptions, "description", most=512)


@method("getMyDescription")
def get_my_description(asked: Asked) -> dict[str, str]:
    return {"description": asked.bot.profile.description_for(asked.params.text("language_code"))}


@method("setMyShortDescription")
def set_my_short_description(asked: Asked) -> bool:
    return _set_text(asked, asked.bot.profile.short_descriptions, "short_description", most=120)


@method("getMyShortDescription")
def get_my_short_description(asked: Asked) -> dict[str, str]:
    texts = asked.bot.profile.short_descriptions
    return {"short_description": texts.get(asked.params.text("language_code")) or texts.get("", "")}


@method("setChatMenuButton")
def set_chat_menu_button(asked: Asked) -> bool:
    button = asked.params.structure("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button")
    asked.bot.profile.menu_buttons[asked.params.integer("chat_id")] = button
    asked.bot.feed.tell(0, "profile")
    return True


@method("getChatMenuButton")
def get_chat_menu_button(asked: Asked) -> dict[str, Any]:
    return asked.bot.profile.menu_button_for(asked.params.integer("chat_id"))


def _set_text(asked: Asked, texts: dict[str, str], field: str, *, most: int) -> bool:
    value = asked.params.text(field)
    if len(value) > most:
        raise bad_request(f"{field} is too long")
    texts[asked.params.text("language_code")] = value
    asked.bot.feed.tell(0, "profile")
    return True


def _scope(asked: Asked) -> Scope:
    scope = asked.params.structure("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = scope.get("chat_id")
    return scope["type"], asked.bot.find_chat(chat_id).id if chat_id is not None else 0


def _checked_command(command: Any) -> Command:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: Expected an Object")
    name, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
