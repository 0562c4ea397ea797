"""100 equal questions at once over four web workers, a model of 1 s: how many calls; and a killed writer.

`python -m benchmarks.single_flight [--postgres URL] [--rounds 5]`
In each round the same is done once more with a model that hangs, and the worker that waits for it gets
SIGKILL: `taken over` is the time until another worker asks the model, `all` until all others are answered.
"""

import argparse
import asyncio
import statistics
import sys
import time
from dataclasses import dataclass, field

from benchmarks import databases, web
from benchmarks.model import Model

EQUAL = 100
ITEM = "Kraken pays ${} million to the SEC and closes its staking service."


@dataclass
class Result:
    """Seconds and counts of each round."""

    calls: list[int] = field(default_factory=list)
    slowest: list[float] = field(default_factory=list)
    taken_over: list[float] = field(default_factory=list)
    all_answered: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


async def ask_equal(served: web.Web, model: Model, text: str, result: Result) -> None:
    model.forget()
    answers = await served.ask_all([text] * EQUAL)
    result.calls.append(len(model.calls()))
    result.slowest.append(max(a.ended - a.began for a in answers))
    if {a.status for a in answers} != {200} or len({a.body["explanation_id"] for a in answers}) != 1:
        result.faults.append("not everybody got the same answer")


async def kill_writer(served: web.Web, model: Model, text: str, result: Result) -> None:
    model.forget(first_hangs=True)
    asking = asyncio.create_task(served.ask_all([text] * 24))
    while not model.calls():  # noqa: ASYNC110 (the model is another process)
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.5)  # until all who wait do so
    served.worker_with_port(model.calls()[0][1]).kill()
    killed = time.monotonic()
    answers = [a for a in await asking if a.status]
    calls = model.calls()
    if len(calls) != 2 or {a.status for a in answers} != {200}:
        result.faults.append(f"{len(calls)} calls, {len(answers)} answers after the kill")
        return
    result.taken_over.append(calls[1][0] - killed)
    result.all_answered.append(max(a.ended for a in answers) - killed)


def measure(served: web.Web, model: Model, rounds: int) -> Result:
    result = Result()
    for number in range(rounds):
        asyncio.run(ask_equal(served, model, ITEM.format(f"{number}.1"), result))
        asyncio.run(kill_writer(served, model, ITEM.format(f"{number}.2"), result))
    return result


def main() -> int:
    options = _options()
    faults = 0
    print(f"{'':14}{'calls':>7}{'slowest s':>11}{'taken over s':>14}{'max':>7}{'all s':>8}{'max':>7}")
    for name, new_database in databases.asked_for(options).items():
        with (
            new_database() as database,
            Model(seconds=1) as model,
            web.serving(database, model) as served,
        ):
            found = measure(served, model, options.rounds)
        print(f"{name:14}{max(found.calls):7}{max(found.slowest):11.2f}", end="")
        for times, width in ((found.taken_over, 14), (found.all_answered, 8)):
            print(f"{statistics.median(times or [0]):{width}.2f}{max(times or [0]):7.2f}", end="")
        print(*["", *found.faults], sep="\n  ")
        faults += len(found.faults) + sum(calls != 1 for calls in found.calls)
    return min(faults, 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
