"""Failures on order: what the next calls of a method meet."""

from dataclasses import dataclass, replace

LONGEST_LATENCY = 3600  # seconds
KINDS = ("latency", "too_many", "error", "reset", "half")


@dataclass(frozen=True, slots=True)
class Fault:
    """One order. `method` is a name or "*"; `count` calls meet it, after `skip` calls were let pass.

    latency waits `seconds` and goes on; too_many is a 429 with `retry_after`; error is a 500; reset ends the
    connection without an answer; half ends it in the middle of the answer. With `performed` the call takes
    effect before it fails (a half answer always has).
    """

    kind: str
    method: str = "*"
    count: int = 1
    skip: int = 0
    seconds: float = 0.0
    retry_after: int = 1
    performed: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"fault kind must be one of {', '.join(KINDS)}")
        if not 0 <= self.seconds <= LONGEST_LATENCY or self.count < 1 or self.skip < 0:
            raise ValueError(f"a fault takes 0 to {LONGEST_LATENCY} seconds and meets one call or more")


class Faults:
    """The orders in force; the first that fits a call is used up by it."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._orders.append(fault)

    def clear(self) -> None:
        self._orders.clear()

    def take(self, method: str) -> Fault | None:
        for index, order in enumerate(self._orders):
            if order.method not in ("*", method):
                continue
            if order.skip:
                self._orders[index] = replace(order, skip=order.skip - 1)
                continue
            if order.count > 1:
                self._orders[index] = replace(order, count=order.count - 1)
            else:
                del self._orders[index]
            return order
        return None
