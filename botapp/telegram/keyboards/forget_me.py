"""The button behind which everything goes: for one person, and for ten minutes."""

import time
from dataclasses import dataclass
from typing import Self

from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from botapp.telegram.buttons import Button
from botapp.telegram.keys import Key, Keyboard

VALID_SECONDS = 600
_LENGTH = 24  # hexadecimal digits of the proof: 96 bits


@dataclass(frozen=True)
class EraseMe(Button, prefix="erase"):
    """`until`: Unix time; `proof`: that we made it for the person who presses it."""

    until: int
    proof: str
    always = True

    @classmethod
    def of(cls, telegram_id: int) -> Self:
        until = int(time.time()) + VALID_SECONDS
        return cls(until, _proof(telegram_id, until))

    def is_for(self, telegram_id: int) -> bool:
        """Whether this person may press it now."""
        is_theirs = constant_time_compare(self.proof, _proof(telegram_id, self.until))
        return is_theirs and time.time() <= self.until


@dataclass(frozen=True)
class KeepMe(Button, prefix="keep_me"):
    """Nothing is deleted."""

    always = True


def forget_me_keys(telegram_id: int) -> Keyboard:
    return [[Key(_("Delete everything"), EraseMe.of(telegram_id))], [Key(_("Keep it"), KeepMe())]]


def _proof(telegram_id: int, until: int) -> str:
    made = salted_hmac("botapp.erase", f"{telegram_id}:{until}", algorithm="sha256")
    return made.hexdigest()[:_LENGTH]
