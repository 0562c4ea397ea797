"""The scripted Gemini in a process of its own, so that its CPU is not counted to who asks it."""

from multiprocessing.connection import Connection
from typing import Any

from benchmarks.apart import Apart
from tests.kit.scripted_ai import Good, ScriptedGemini, Slow

KEY = "opens-nothing"


class Model(Apart):
    """`with Model(seconds=1.0) as model:`; the answer comes in two halves, `seconds` apart.

    The first half is sent at once and holds the headline and the first statements.
    """

    def __init__(self, *, seconds: float = 1.0) -> None:
        super().__init__(_serve, seconds)

    @property
    def environment(self) -> dict[str, str]:
        """For processes that are to ask this model."""
        return {"GEMINI_API_KEY": KEY, "GEMINI_BASE_URL": self.base_url}

    @property
    def port(self) -> int:
        return int(self.base_url.rpartition(":")[2])

    def calls(self) -> list[tuple[float, int]]:
        """Of each call since the last `forget`: monotonic seconds, and the client's port."""
        return self._ask("calls")

    def forget(self, *, first_hangs: bool = False) -> None:
        """Forget the calls so far. `first_hangs`: the next one gets no answer."""
        self._ask("hang" if first_hangs else "forget")

    def _ask(self, order: str) -> Any:
        self._pipe.send(order)
        return self._pipe.recv()


def _serve(pipe: Connection, seconds: float) -> None:
    good = Good(pieces=2, pause=seconds)
    with ScriptedGemini() as gemini:
        gemini.script(good)
        pipe.send(gemini.base_url)
        while order := pipe.recv():
            calls = [(request.at, request.port) for request in gemini.requests]
            if order != "calls":
                gemini.requests.clear()
                gemini.script(*([Slow()] if order == "hang" else []), good)
            pipe.send(calls)
