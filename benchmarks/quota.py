"""50 requests of one person at once over four web workers, limit 10: how many are answered, how fast.

`python -m benchmarks.quota [--postgres URL] [--rounds 5]`
Every round is another person; exactly 10 answers and 40 refusals is right, everything else a fault.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections import Counter

from benchmarks import databases, web
from benchmarks.model import Model

LIMIT, REQUESTS = 10, 50
ITEM = "Kraken pays ${}.{} million to the SEC and closes its staking service."


def measure(served: web.Web, rounds: int) -> tuple[Counter[int], list[float]]:
    """Answers by status, and seconds that each round took."""
    statuses: Counter[int] = Counter()
    seconds = []
    for person in range(1, rounds + 1):
        texts = [ITEM.format(person, number) for number in range(REQUESTS)]
        start = time.monotonic()
        statuses.update(a.status for a in asyncio.run(served.ask_all(texts, user=person)))
        seconds.append(time.monotonic() - start)
    return statuses, seconds


def main() -> int:
    options = _options()
    expected = {200: LIMIT * options.rounds, 429: (REQUESTS - LIMIT) * options.rounds}
    wrong = 0
    print(f"{'':14}{'answered':>10}{'refused':>10}{'other':>8}{'median s':>10}{'max s':>8}")
    for name, new_database in databases.asked_for(options).items():
        with (
            new_database() as database,
            Model(seconds=0) as model,
            web.serving(database, model, DAILY_LIMIT=str(LIMIT)) as served,
        ):
            found, seconds = measure(served, options.rounds)
        other = sum(found.values()) - found[200] - found[429]
        line = f"{name:14}{found[200]:10}{found[429]:10}{other:8}"
        print(f"{line}{statistics.median(seconds):10.2f}{max(seconds):8.2f}")
        wrong += dict(found) != expected
    print("exact" if not wrong else f"not exact: {expected} was expected")
    return wrong


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
