"""Talking while 50 others wait for a model of 1 s, through a real runbot against the sandbox.

`python -m benchmarks.waiting [--postgres URL] [--rounds 3]`
`/start`: from the push to the answer while 50 answers are written (wanted: p99 at most 100 ms).
`first text`: from the model's first whole statement to the card that shows it (wanted: at most 0.5 s).
`cached depth`: from the press of a depth that was written before to its card (wanted: at most 300 ms).
"""

import argparse
import statistics
import time

from benchmarks import bots, databases
from benchmarks.databases import Database
from benchmarks.model import Model
from benchmarks.wire import PATIENCE, Wire

WAITING = 50
ITEM = "Kraken pays ${}.{} million to the SEC. The exchange closes its staking service. Users have {} days."
STATEMENT = "Kraken pays"
Times = dict[str, list[float]]


def measure(database: Database, rounds: int) -> Times:
    """Seconds of each kind."""
    found: Times = {"/start": [], "first text": [], "cached depth": []}
    with Model(seconds=1) as model, Wire() as wire:
        more = {**model.environment, "FLOOD_SECONDS": "0", "DAILY_LIMIT": "10000"}
        with bots.ours(wire, database, **more):
            _explain(wire, person=0, text=ITEM.format(0, 0, 0))  # the first use of everything
            for number in range(1, rounds + 1):
                found["/start"] += _starts_while_others_wait(wire, number)
                _until_all_is_answered(database)
                found["first text"].append(_first_text(wire, model, number))
                found["cached depth"].append(_cached_depth(wire, database, person=number * 1000))
    return found


def _starts_while_others_wait(wire: Wire, number: int) -> list[float]:
    for person in range(WAITING):
        wire.say(ITEM.format(number, person, person), person=number * 100 + person)
    until = time.monotonic() + 1.0
    times = []
    while time.monotonic() < until:
        times.append(wire.exchange())
        time.sleep(0.01)
    return times


def _until_all_is_answered(database: Database) -> None:
    """Until every answer is over for the database too: one that is not refuses another depth."""
    deadline = time.monotonic() + PATIENCE
    while database.count("botapp_generation", "state = 'waiting'"):
        if time.monotonic() > deadline:
            raise TimeoutError("some answers do not end")
        time.sleep(0.02)


def _first_text(wire: Wire, model: Model, number: int) -> float:
    """The statement is whole when the model is called: it is in the half that comes at once."""
    model.forget()
    person = number * 1000
    _explain(wire, person=person, text=ITEM.format(number, "5", "1,000"))
    whole = model.calls()[0][0]
    return next(at for at, text, _ in wire.seen(person=person) if STATEMENT in text) - whole


def _cached_depth(wire: Wire, database: Database, *, person: int) -> float:
    """There and back: the way back is in the cache."""
    for _ in range(2):
        _until_all_is_answered(database)
        pressed = wire.press("depth:", person=person)
        shown = _until_card(wire, person, pressed)
    return shown - pressed


def _explain(wire: Wire, *, person: int, text: str) -> None:
    _until_card(wire, person, wire.say(text, person=person))


def _until_card(wire: Wire, person: int, after: float) -> float:
    """When the whole card stood there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        cards = [at for at, _, is_whole in wire.seen(person=person) if is_whole and at > after]
        if cards:
            return cards[0]
        time.sleep(0.005)
    raise TimeoutError("no card came")


def main() -> None:
    options = _options()
    print(f"{'ms':28}{'p50':>8}{'p99':>8}{'max':>8}{'number':>8}")
    for name, new_database in databases.asked_for(options).items():
        with new_database() as database:
            found = measure(database, options.rounds)
        for kind, seconds in found.items():
            times = sorted(second * 1000 for second in seconds)
            p99 = statistics.quantiles(times, n=100)[-1] if len(times) > 1 else times[0]
            line = f"{name + ', ' + kind:28}{statistics.median(times):8.1f}{min(p99, times[-1]):8.1f}"
            print(f"{line}{times[-1]:8.1f}{len(times):8}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
