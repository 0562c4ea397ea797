"""The process of one row: settings first, then Django, then the row's module. Started by process.py."""

import argparse
import importlib
import os
import signal
import sys
import traceback
from contextlib import ExitStack
from pathlib import Path

from benchmarks.chaos.databases import DURABLE, SERVER_SETTINGS, migrate
from benchmarks.chaos.outcome import NOT_RUN, NotRun, Outcome
from benchmarks.chaos.rows import ROWS
from tests.kit.postgres import Postgres


def main() -> None:
    """Writes outcome.json into the row's directory."""
    options = _options()
    row = ROWS[options.row]
    # sys.exit runs every `finally`, so that a row that is told to end leaves no process behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as stack:
        server, url = None, options.url
        if row.own_server and options.kind == "postgresql":
            server = stack.enter_context(Postgres(*SERVER_SETTINGS, *(DURABLE if row.is_durable else ())))
            url = server.url
            migrate(url)
        _set_up(url)
        # Loaded here, because it needs Django's settings.
        stage = importlib.import_module("benchmarks.chaos.stage").Stage(
            row=row, kind=options.kind, url=url, name=options.name, server=server,
            directory=options.directory, is_quick=options.quick, minutes=options.minutes,
        )  # fmt: skip
        try:
            with stage:
                outcome = importlib.import_module(f"benchmarks.chaos.{row.name}").run(stage)
        except NotRun as reason:
            outcome = Outcome(row.name, options.name, row.must, f"{NOT_RUN}{reason}", False)
        except Exception as error:  # noqa: BLE001 (a row that fails is a result too)
            traceback.print_exc()
            words = " ".join(str(error).split())[:300]
            outcome = Outcome(
                row.name, options.name, row.must, f"failed: {type(error).__name__}: {words}", False
            )
        outcome.save(options.directory / "outcome.json")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("row", choices=ROWS)
    parser.add_argument("--kind", required=True)
    parser.add_argument("--url", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--directory", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--minutes", type=float, default=10.0)
    return parser.parse_args()


def _set_up(url: str) -> None:
    from tests.kit.deployment import TOKEN

    os.environ |= {"DATABASE_URL": url, "ENV_FILE": "", "SECRET_KEY": "only-for-benchmarks"}
    os.environ.setdefault("TELEGRAM_BOT_TOKEN", TOKEN)
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rvx_site.settings")
    import django

    django.setup()


if __name__ == "__main__":
    main()
