"""What storing costs: milliseconds an update in batches of 100, as the poller writes them.

`python -m benchmarks.store [--postgres URL] [--batches 50]`
Fenced by a lease and, on SQLite, with synchronous=FULL: what is confirmed must survive a power cut.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
import uuid

from benchmarks import databases

BATCH = 100


def measure(batches: int) -> list[float]:
    """Milliseconds an update of each batch, in the database that DATABASE_URL names."""
    import django

    django.setup()
    from botapp.delivery.store import store
    from botapp.models import Lease

    Lease.objects.create(bot_id=1, epoch=1, holder=uuid.uuid4(), expires_at=1e12)
    found = []
    for number in range(batches):
        updates = [_update(number * BATCH + place) for place in range(BATCH)]
        start = time.perf_counter()
        store(1, updates, epoch=1)
        found.append((time.perf_counter() - start) * 1000 / BATCH)
    return found


def _update(number: int) -> dict[str, object]:
    person = {"id": number % 500 + 1, "first_name": "Guest"}
    sender = {**person, "is_bot": False, "language_code": "en"}
    message = {"message_id": number, "date": 1, "chat": {**person, "type": "private"}, "from": sender}
    entities = [{"type": "bot_command", "offset": 0, "length": 6}]
    return {"update_id": number, "message": {**message, "text": "/start", "entities": entities}}


def main() -> None:
    options = _options()
    if options.measure:
        found = measure(options.batches)
        print(f"{statistics.median(found):9.3f}{statistics.quantiles(found, n=20)[-1]:9.3f}{max(found):9.3f}")
        return
    print(f"{'ms an update':16}{'median':>9}{'p95':>9}{'max':>9}")
    for name, new_database in databases.asked_for(options).items():
        with new_database() as database:
            command = [sys.executable, "-m", "benchmarks.store", "--measure"]
            command += ["--batches", str(options.batches)]
            environment = {**os.environ, **database.environment}
            done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
            print(f"{name:16}{done.stdout.rstrip()}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--batches", type=int, default=50)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
