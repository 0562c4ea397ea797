"""The server's own times in seconds. Tests may shorten the waits; the rules stay."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    longest_poll: float = 50.0
    wake_after: float = 0.001
    wake_at_most: float = 0.002
    conflict_hold: float = 3.0
    same_offset_one: float = 0.5
    same_offset_wait: float = 3.0
    webhook_retry: float = 1.0
    webhook_retry_most: float = 60.0
    callback_life: float = 150.0
    update_life: float = 86_400.0
    inline_life: float = 30.0
