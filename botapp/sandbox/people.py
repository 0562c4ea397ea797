"""The people who use the sandbox."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"

    def as_user(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language_code
        return user


ADA = Person(1001, "Ada", "Lovelace", "ada", "en")
BORIS = Person(1002, "Борис", "Волков", "boris", "ru")
OLENA = Person(1003, "Олена", "Шевченко", "olena", "uk")
ODD = Person(1004, "<b>Ada", "", "", "en")
CAST = (ADA, BORIS, OLENA, ODD)
