"""`manage.py runbot`: poll Telegram and answer, once per bot, however often it is started."""

import asyncio
import logging
import os
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseError

from botapp.delivery.deadline import limit_sessions
from botapp.delivery.exceptions import StartRefused
from botapp.delivery.run import Ending, Options, run
from botapp.delivery.signals import stop_on_signals
from botapp.delivery.start import EXIT_DATABASE, bot_id_of
from botapp.delivery.status import report, status, webhook_state
from botapp.explain import readiness
from botapp.explain.chain import describe
from botapp.occupied import is_any_thread_at_work
from botapp.processes.interpreter import settle
from botapp.processes.startup import say_notes
from botapp.telegram import application

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Poll Telegram and answer. A second one waits and says who leads. Exit codes: 0 ended in good order, "
        "69 database (with --no-wait also Bot API) unreachable, 70 a fault of the election, 75 another one "
        "leads (--no-wait), 78 token, webhook or migrations."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-wait", action="store_true", help="End with 75 if another one leads.")
        parser.add_argument("--status", action="store_true", help="Say who leads and what waits, and end.")
        parser.add_argument(
            "--takeover-webhook", action="store_true", help="Remove a webhook that is set, and poll instead."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            bot_id = bot_id_of(settings.TELEGRAM_BOT_TOKEN)
        except StartRefused as refusal:
            logger.critical("%s", refusal)
            raise CommandError(str(refusal), returncode=refusal.exit_code) from None
        if options["status"]:
            self._say_status(bot_id)
            return
        say_notes()
        limit_sessions()
        ending = asyncio.run(_run(no_wait=options["no_wait"], takeover_webhook=options["takeover_webhook"]))
        _end(ending)

    def _say_status(self, bot_id: int) -> None:
        try:
            found = status(bot_id)
        except DatabaseError as error:
            sentence = f"The database does not answer ({type(error).__name__}). Check DATABASE_URL."
            raise CommandError(sentence, returncode=EXIT_DATABASE) from None
        webhook = asyncio.run(webhook_state(settings.TELEGRAM_BOT_TOKEN, settings.TELEGRAM_API_BASE_URL))
        for line in report(found, webhook):
            self.stdout.write(line)


async def _run(*, no_wait: bool, takeover_webhook: bool) -> Ending:
    token, base_url = settings.TELEGRAM_BOT_TOKEN, settings.TELEGRAM_API_BASE_URL
    stop = asyncio.Event()
    stop_on_signals(stop)
    options = Options(
        token=token,
        base_url=base_url,
        no_wait=no_wait,
        takeover_webhook=takeover_webhook,
        ai=describe(),
        version=str(settings.SPECTACULAR_SETTINGS["VERSION"]),
        start_lines=_start_lines,
    )
    return await run(options, application.build(token=token, base_url=base_url), stop=stop)


def _start_lines() -> Iterator[str]:
    yield from readiness.check_all()  # which loads the dictionaries
    settle()


def _end(ending: Ending) -> None:
    """Exit as the run ended. The interpreter would wait for every thread that is still in a call."""
    if ending.has_stuck_threads or is_any_thread_at_work():
        logging.shutdown()
        sys.stdout.flush()
        os._exit(ending.exit_code)
    if ending.exit_code:
        raise CommandError(ending.reason, returncode=ending.exit_code)
