"""Seconds from a word to its answer."""

from collections.abc import Iterable, Sequence

from botapp.sandbox.journal import Call
from tests.kit.chaos.traffic import Said


def latencies(said: Sequence[Said], calls: Iterable[Call]) -> list[float]:
    """Of each /count; the first answer counts, and one that never came took for ever."""
    answered: dict[tuple[int, str], float] = {}
    for call in calls:
        if call.method == "sendMessage" and call.status == 200:
            key = int(call.params["chat_id"]), str(call.params["text"])
            answered[key] = min(call.ended_at, answered.get(key, float("inf")))
    keys = {(one.chat_id, str(one.number)): one.at for one in said if one.kind == "count"}
    return [answered.get(key, float("inf")) - at for key, at in keys.items()]
