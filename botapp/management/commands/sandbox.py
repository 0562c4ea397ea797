"""`manage.py sandbox`: a Bot API on this machine and a chat page to use the bot in, without a token."""

import asyncio
import signal
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Serves the sandbox: a Bot API on loopback and a chat page to use the bot in a browser."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="A loopback address (default: 127.0.0.1).")
        parser.add_argument(
            "--port",
            type=int,
            default=settings.SANDBOX_PORT,
            help="0 takes a free port (default: SANDBOX_PORT).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.SANDBOX_ENABLED:
            raise CommandError(
                "The sandbox is off. Set SANDBOX_ENABLED=true to use it on your own machine; "
                "production does without it."
            )
        try:
            asyncio.run(self._serve(options["host"], options["port"]))
        except (OSError, ValueError) as error:
            raise CommandError(f"The sandbox can't listen there: {error}") from error

    async def _serve(self, host: str, port: int) -> None:
        # aiohttp is loaded here, so that listing the commands stays quick.
        from botapp.sandbox.run import serve
        from botapp.sandbox.server import DEMO_TOKEN

        token = settings.TELEGRAM_BOT_TOKEN or DEMO_TOKEN
        serving = asyncio.ensure_future(serve(token=token, host=host, port=port, on_ready=self._announce))
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
        try:
            await serving
        except asyncio.CancelledError:
            return

    def _announce(self, base_url: str) -> None:
        self.stdout.write(f"Sandbox: {base_url}/")
        self.stdout.flush()
