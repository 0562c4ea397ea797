"""3,000 /start of 500 people at once, through the whole path: updates a second and CPU of one update.

`python -m benchmarks.throughput [--postgres URL] [--rounds 3] [--only NAME]`
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks import bots, databases
from benchmarks.databases import Database, NewDatabase
from benchmarks.wire import Wire

UPDATES, PEOPLE = 3000, 500


@dataclass(frozen=True)
class Result:
    """One run: updates a second, and CPU of bot and Bot API in milliseconds an update."""

    rate: float
    cpu: float
    wire_cpu: float


def measure_ours(new_database: NewDatabase) -> Result:
    with new_database() as database, Wire() as wire, bots.ours(wire, database) as bot:
        return _measure(wire, bot, lambda: _wait_until_done(database))


def measure_echo(concurrent: int) -> Result:
    with Wire() as wire, bots.echo(wire, concurrent=concurrent) as bot:
        return _measure(wire, bot, time.monotonic)


def _measure(wire: Wire, bot: bots.Bot, until_done: Callable[[], float]) -> Result:
    """`until_done` gives the moment when the last trace of the last update was written."""
    cpu, wire_cpu = bot.cpu, wire.cpu
    start, answered = wire.flood(UPDATES, people=PEOPLE)
    wire_cpu = wire.cpu - wire_cpu
    done = until_done()
    seconds = max(answered, done) - start if done else answered - start
    return Result(UPDATES / seconds, (bot.cpu - cpu) * 1000 / UPDATES, wire_cpu * 1000 / UPDATES)


def _wait_until_done(database: Database) -> float:
    """When every update is answered, journaled, counted and done; an error if something is missing."""
    expected = UPDATES + 1  # and the one that warmed the bot up
    deadline = time.monotonic() + 10
    while database.count("botapp_storedupdate", "state = 'done'") < expected:
        if time.monotonic() > deadline:
            raise TimeoutError("updates are not done")
        time.sleep(0.005)
    done = time.monotonic()
    found = {
        table: database.count(table) for table in ("botapp_sentmessage", "analytics_event", "botapp_person")
    }
    assert list(found.values()) == [expected, expected, PEOPLE + 1], found
    return done


def main() -> None:
    options = _options()
    subjects = {
        f"RVX, {name}": partial(measure_ours, new) for name, new in databases.asked_for(options).items()
    }
    subjects["echo, one at a time"] = partial(measure_echo, 0)
    subjects["echo, 256 at once"] = partial(measure_echo, 256)
    results: dict[str, list[Result]] = {name: [] for name in subjects if options.only in name}
    for _ in range(options.rounds):
        for name, found in results.items():
            found.append(subjects[name]())
    print(f"{'':22}{'updates/s':>10}{'best':>8}{'CPU ms':>9}{'Bot API ms':>12}")
    for name, found in results.items():
        rates = [result.rate for result in found]
        cpu, wire = (statistics.median(getattr(r, field) for r in found) for field in ("cpu", "wire_cpu"))
        print(f"{name:22}{statistics.median(rates):10,.0f}{max(rates):8,.0f}{cpu:9.2f}{wire:12.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="part of the name of what is measured")
    return parser.parse_args()


if __name__ == "__main__":
    main()
