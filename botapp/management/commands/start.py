"""`manage.py start`: everything as one process, for a platform's `web` line or a container."""

import sys
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from botapp.processes import demo, demo_lock, readiness
from botapp.processes.child import Program
from botapp.processes.ports import NoFreePort, is_free
from botapp.processes.startup import prepare, say_notes, warn_of_lost_database
from botapp.processes.stop_signals import Interrupted, StopSignals
from botapp.processes.supervisor import Supervisor

HELD = 75  # EX_TEMPFAIL: another one is at work
MISCONFIGURED = 78  # EX_CONFIG
# What the programs need to end by themselves once their own grace is over.
_MARGIN_SECONDS = 1.5
_COMMANDS = {
    "api": ("-m", "gunicorn", "--config", "python:rvx_site.gunicorn", "rvx_site.wsgi"),
    "bot": (str(settings.BASE_DIR / "manage.py"), "runbot"),
}
_NAMES = {"api": "web server", "bot": "bot"}

_DEMO_ENDED = (
    "The demo ended because one of its programs did; the line above says which. In production the platform "
    "starts it again, and nothing is lost. The sandbox keeps chats in memory: `make demo` begins with none."
)


class Command(BaseCommand):
    help = "Migrate, then run the web server and the bot until SIGTERM or until one of them ends."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only", choices=sorted(_COMMANDS), help="Run one of the two, as a service of its own."
        )
        parser.add_argument(
            "--sandbox",
            action="store_true",
            help="Use the bot in a browser instead of Telegram. Refused in production.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        which = (options["only"],) if options["only"] else tuple(_COMMANDS)
        _refuse_what_cannot_work(which, sandbox=options["sandbox"])
        if not options["sandbox"]:
            self._run(which)
            return
        planned = _demo()
        try:
            with demo_lock.hold(sandbox=planned.sandbox):
                self._run(which, planned)
        except demo_lock.AnotherRuns as another:
            raise CommandError(demo.already(another.running), returncode=HELD) from None

    def _run(self, which: tuple[str, ...], planned: demo.Demo | None = None) -> None:
        try:
            signals = StopSignals()
            if "bot" not in which:  # runbot says them itself
                say_notes()
            if not planned:
                warn_of_lost_database()
            prepare(more=demo.ensure_login if planned else None)
            if planned:
                _refuse_beside_another_bot()
            grace = settings.GRACE_SECONDS + _MARGIN_SECONDS
            programs, say_stop = _programs(which, planned), self._say_stop if planned else None
            supervisor = Supervisor(programs, signals=signals, grace=grace, say_stop=say_stop)
            code = supervisor.run(then=partial(self._announce, planned) if planned else None)
        except Interrupted:
            return
        if code:
            if planned:
                self.stderr.write(_DEMO_ENDED)
            sys.exit(code)

    def _say_stop(self) -> None:
        self.stdout.write("\nStopping: answers in the making may end first. Ctrl-C again ends at once.")
        self.stdout.flush()

    def _announce(self, planned: demo.Demo) -> None:
        def say(is_ready: bool) -> None:
            self.stdout.write(planned.block(is_ready=is_ready))
            self.stdout.flush()

        readiness.announce(planned.web, say)


def _programs(which: tuple[str, ...], planned: demo.Demo | None) -> list[Program]:
    environment = planned.environment if planned else {}
    programs = [Program(_NAMES[key], (sys.executable, *_COMMANDS[key]), environment) for key in which]
    return [planned.program, *programs] if planned else programs


def _demo() -> demo.Demo:
    try:
        return demo.plan()
    except NoFreePort as error:
        raise _misconfigured(f"{error} Set PORT and SANDBOX_PORT.") from error


def _refuse_beside_another_bot() -> None:
    """A bot that was started by hand, perhaps elsewhere, takes the messages of this database."""
    # aiohttp comes with it, which a platform's start does without.
    from botapp.processes import other_bot

    if found := other_bot.leader():
        raise CommandError(
            f"Another bot answers for this database (process {found.pid} on {found.host}), so a demo would "
            "get no message. Stop it first, or set DATABASE_URL to another database.",
            returncode=HELD,
        )


def _refuse_what_cannot_work(which: tuple[str, ...], *, sandbox: bool) -> None:
    """A sentence now instead of a traceback later."""
    if sandbox and settings.PLATFORM:
        raise _misconfigured("--sandbox is refused in production: the sandbox has no login.")
    if "bot" in which and not settings.TELEGRAM_BOT_TOKEN:
        raise _misconfigured(
            "Set TELEGRAM_BOT_TOKEN to the token that @BotFather gave you, or run `make demo` to try the bot "
            "without one."
        )
    if not sandbox and "api" in which and not is_free(settings.PORT):
        raise _misconfigured(f"Port {settings.PORT} is in use. Set PORT to a free one.")


def _misconfigured(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=MISCONFIGURED)
