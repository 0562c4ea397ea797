"""AI services that fail at every step of their stream, for every adapter, and what a reader gets.

`python -m benchmarks.provider_chaos [--rounds 3] [--seconds 1.0]`

Each row: answers that were whole and honest (of the rounds), how long they took, calls to the service,
and whether the next answer after the failure was the AI's again. Then an outage: 40 people one after the
other at a service that says nothing, with the breaker and as it would be without. All on loopback, with an
SQLite file of its own; scripted servers stand for the services, so the figures are those of RVX itself.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botapp.explain.progress import Finished
    from tests.kit.provider_chaos import Row

NEWS = "The SEC approved a spot Solana ETF on Tuesday. The fund charges 0.25% a year. Trading starts in May."
PEOPLE = 40
NUMBERS = iter(range(10**9))


def main() -> None:
    options = _options()
    with _installation():
        from django.conf import settings  # needs the environment that the installation sets

        from tests.kit.provider_chaos import ADAPTERS, rows, server

        with ExitStack() as stack:
            servers = {adapter: stack.enter_context(server(adapter)) for adapter in ADAPTERS}
            heads = f"{'honest':>8}{'p50 ms':>8}{'max ms':>8}{'calls':>7}{'healed':>8}"
            print(f"{'adapter':20}{'failure':26}{heads}")
            sums = [_row(settings, row, servers[row.adapter], options) for row in rows()]
            honest, healed, asked = (sum(column) for column in zip(*sums, strict=True))
            print(
                f"all: {honest} of {asked} honest, {healed} of {asked} healed, {_kept()} degraded ones kept"
            )
            for adapter in ADAPTERS:
                _outage(settings, adapter, servers[adapter], options.seconds)


def _row(settings: Any, row: "Row", service: Any, options: argparse.Namespace) -> tuple[int, int, int]:
    from tests.kit.provider_chaos import use
    from tests.kit.scripted_ai import Good

    honest = healed = calls = 0
    times = []
    for _ in range(options.rounds):
        model = f"m{next(NUMBERS)}"
        use(settings, row.adapter, service.base_url, model=model, timeout=options.seconds)
        service.script(row.behaviour)
        before = len(service.requests)
        answer, took = _asked()
        times.append(took)
        calls += len(service.requests) - before
        honest += answer.degraded and answer.failure == row.failure and bool(answer.explanation.what_happened)
        service.script(Good())
        asked_again = len(service.requests)
        again, _ = _asked()
        # Who asked to be left alone is: that is what healing means here.
        left_alone = row.how == "busy" and len(service.requests) == asked_again
        healed += left_alone or not again.degraded
    told = f"{row.how}, {row.at}"
    print(
        f"{row.adapter:20}{told:26}{f'{honest}/{options.rounds}':>8}{statistics.median(times):8.0f}"
        f"{max(times):8.0f}{calls / options.rounds:7.1f}{f'{healed}/{options.rounds}':>8}",
        flush=True,
    )
    return honest, healed, options.rounds


def _outage(settings: Any, adapter: str, service: Any, seconds: float) -> None:
    """One after the other, so that each meets what the one before found out."""
    from botapp.ai import breaker

    kept = breaker.FAILURES
    for told, failures in (("with the breaker", kept), ("without", 10**9)):
        breaker.FAILURES = failures
        calls, times, heals = _silence(settings, adapter, service, seconds)
        waited = f"{statistics.median(times):6.0f} ms p50{sum(times) / 1000:6.1f} s in all"
        print(
            f"{adapter:20}{PEOPLE} people, silence, {told:17}{calls:3} calls{waited}, back in {heals:.1f} s",
            flush=True,
        )
    breaker.FAILURES = kept


def _silence(settings: Any, adapter: str, service: Any, seconds: float) -> tuple[int, list[float], float]:
    from tests.kit.provider_chaos import use
    from tests.kit.scripted_ai import Broken, Good

    use(settings, adapter, service.base_url, model=f"m{next(NUMBERS)}", timeout=seconds)
    service.script(Broken("stall", "start"))
    before = len(service.requests)
    times = [_asked()[1] for _ in range(PEOPLE)]
    calls = len(service.requests) - before
    service.script(Good())
    back = time.monotonic()
    while _asked()[0].degraded:
        time.sleep(0.1)
    return calls, times, time.monotonic() - back


def _asked() -> "tuple[Finished, float]":
    """The answer to an item that nobody sent before, and the milliseconds until it was there."""
    from botapp.background import run_coroutine
    from botapp.explain.engine import explain_whole
    from botapp.explain.progress import ExplainRequest

    began = time.monotonic()
    request = ExplainRequest(f"{NEWS} {next(NUMBERS)}.", language="en")
    answer = run_coroutine(explain_whole(request), timeout=120)
    return answer, (time.monotonic() - began) * 1000


def _kept() -> int:
    from botapp.models import Explanation

    return Explanation.objects.filter(degraded=True, key__isnull=False).count()


@contextmanager
def _installation() -> Iterator[None]:
    """An empty SQLite file, migrated, with the reference texts; Django is set up on it."""
    with tempfile.TemporaryDirectory(prefix="rvx-providers-") as folder:
        os.environ.update(
            {
                "DJANGO_SETTINGS_MODULE": "rvx_site.settings",
                "DATABASE_URL": f"sqlite:///{folder}/rvx.sqlite3",
                "SECRET_KEY": "only-for-benchmarks",
                "LOG_LEVEL": "CRITICAL",
                "ENV_FILE": "",
            }
        )
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("load_content", verbosity=0)
        yield
        _close()


def _close() -> None:
    from botapp.background import run_coroutine
    from botapp.explain import chain

    run_coroutine(chain.close(), timeout=10)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0, help="what a service is given for one answer")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
