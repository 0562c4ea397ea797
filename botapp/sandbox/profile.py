"""What a bot says about itself: names, descriptions, commands, menu button."""

from dataclasses import dataclass, field
from typing import Any

Command = dict[str, str]
Scope = tuple[str, int]
DEFAULT_SCOPE: Scope = ("default", 0)


@dataclass(slots=True)
class Profile:
    """Texts and commands by language code ("" is every language); menu buttons by chat (0 is the default)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Command]] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def name_for(self, language: str, default: str) -> str:
        return self.names.get(language) or self.names.get("") or default

    def description_for(self, language: str) -> str:
        return self.descriptions.get(language) or self.descriptions.get("", "")

    def commands_for(self, chat_id: int, language: str) -> list[Command]:
        """The list that a person sees in a private chat: the narrowest scope first, own language first."""
        scopes: tuple[Scope, ...] = (("chat", chat_id), ("all_private_chats", 0), DEFAULT_SCOPE)
        for scope in scopes:
            for code in (language, ""):
                if self.commands.get((scope, code)):
                    return self.commands[scope, code]
        return []

    def menu_button_for(self, chat_id: int) -> dict[str, Any]:
        return self.menu_buttons.get(chat_id) or self.menu_buttons.get(0) or {"type": "commands"}
