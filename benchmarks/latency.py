"""One message at a time: from the push of an update to the arrival of its answer.

`python -m benchmarks.latency [--postgres URL] [--messages 100] [--rounds 3]`
"""

import argparse
import statistics
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from benchmarks import bots, databases
from benchmarks.databases import NewDatabase
from benchmarks.wire import Wire


@contextmanager
def ours(new_database: NewDatabase) -> Iterator[Wire]:
    with new_database() as database, Wire() as wire, bots.ours(wire, database):
        yield wire


@contextmanager
def stock() -> Iterator[Wire]:
    with Wire() as wire, bots.echo(wire):
        yield wire


def main() -> None:
    options = _options()
    subjects: dict[str, Callable[[], AbstractContextManager[Wire]]] = {
        f"RVX, {name}": partial(ours, new) for name, new in databases.asked_for(options).items()
    }
    subjects["python-telegram-bot"] = stock
    found: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(options.rounds):
        for name, subject in subjects.items():
            with subject() as wire:
                found[name] += [wire.exchange() * 1000 for _ in range(options.messages)]
    print(f"{'':22}{'p50 ms':>8}{'p95 ms':>8}{'max ms':>8}")
    for name, times in found.items():
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:22}{statistics.median(times):8.1f}{p95:8.1f}{max(times):8.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--messages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
