"""Typed buttons: one small class per kind packs and reads its data, at most 64 bytes.

    @dataclass(frozen=True)
    class Save(Button, prefix="save"):
        explanation: int

    Save(7).pack()        → "save:7"
    parse("save:7")       → Save(explanation=7)

A button's data comes back from the network and is never trusted: services check that the row is
there, belongs to the person and is at that step.
"""

from dataclasses import fields
from typing import Any, ClassVar, Self, get_type_hints

from botapp.exceptions import StaleButton

MAX_BYTES = 64
MAX_NUMBER = 2**63 - 1  # what a row's number can be at most


class Button:
    """Base of all kinds; fields are int or str, strings without a colon.

    `always`: works in spite of the gates for everybody who is not banned, as a command can.
    """

    prefix: ClassVar[str]
    always: ClassVar[bool] = False
    kinds: ClassVar[dict[str, type["Button"]]] = {}

    def __init_subclass__(cls, *, prefix: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        taken = Button.kinds.get(prefix)
        if taken is not None and taken.__qualname__ != cls.__qualname__:
            raise ValueError(f"Two kinds of buttons want the prefix {prefix!r}.")
        cls.prefix = prefix
        Button.kinds[prefix] = cls

    def pack(self) -> str:
        """The callback data. Raises ValueError if it does not fit or can't be read back."""
        values = [str(getattr(self, field.name)) for field in fields(self)]  # type: ignore[arg-type]  # subclasses are dataclasses
        data = ":".join([self.prefix, *values])
        if len(data.encode()) > MAX_BYTES or any(":" in value for value in values):
            raise ValueError(f"{type(self).__name__} does not fit a button.")
        return data

    @classmethod
    def unpack(cls, values: list[str]) -> Self:
        """The button these values were packed from. Raises StaleButton on anything else."""
        hints = get_type_hints(cls)
        names = [field.name for field in fields(cls)]  # type: ignore[arg-type]  # subclasses are dataclasses
        if len(values) != len(names):
            raise StaleButton
        return cls(**{name: _value(hints[name], value) for name, value in zip(names, values, strict=True)})


def _value(kind: type[int] | type[str], text: str) -> int | str:
    if kind is str:
        return text
    if not text.isascii() or not text.isdecimal() or int(text) > MAX_NUMBER:
        raise StaleButton
    return int(text)


def parse(data: str) -> Button:
    """The button behind callback data. Raises StaleButton if no kind knows it."""
    prefix, *values = data.split(":")
    kind = Button.kinds.get(prefix)
    if kind is None:
        raise StaleButton
    return kind.unpack(values)
