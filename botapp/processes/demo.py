"""What `make demo` adds: a sandbox instead of Telegram, a staff login, and where to look."""

import base64
import hashlib
import hmac
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model

from botapp.processes.child import Program
from botapp.processes.demo_lock import Running
from botapp.processes.ports import first_free

LOGIN = "demo"
_NOT_READY = "  RVX does not answer yet. Why: .venv/bin/python manage.py doctor"


@dataclass(frozen=True, slots=True)
class Demo:
    """The ports that were free."""

    web: int
    sandbox: int

    @property
    def environment(self) -> dict[str, str]:
        """What the programs of a demo are told beside the settings."""
        return {
            "PORT": str(self.web),
            "SANDBOX_PORT": str(self.sandbox),
            "SANDBOX_ENABLED": "true",
            "TELEGRAM_API_BASE_URL": f"http://127.0.0.1:{self.sandbox}",
        }

    @property
    def program(self) -> Program:
        """The sandbox itself."""
        command = (
            sys.executable,
            str(settings.BASE_DIR / "manage.py"),
            "sandbox",
            "--port",
            str(self.sandbox),
        )
        return Program("sandbox", command, self.environment, port=self.sandbox, is_quiet=True)

    def block(self, *, is_ready: bool = True) -> str:
        """Where to look, for a person."""
        rule = "─" * 72
        web = f"http://127.0.0.1:{self.web}"
        return "\n".join(
            (
                rule,
                "  RVX is ready." if is_ready else _NOT_READY,
                "",
                f"  Chat   {chat(self.sandbox)}",
                f"  Admin  {web}/admin/   login {LOGIN}, password {password()}",
                f"  API    {web}/api/docs",
                "",
                *self._moved(),
                "  Ctrl-C ends all of it.",
                rule,
            )
        )

    def _moved(self) -> Iterator[str]:
        """What other programs had taken, and what follows from it."""
        taken = "  Port {} is taken by another program:"
        if self.web != settings.PORT:
            yield f"{taken.format(settings.PORT)} admin and API are on {self.web}."
        if self.sandbox != settings.SANDBOX_PORT:
            yield f"{taken.format(settings.SANDBOX_PORT)} the chat is on {self.sandbox}."
            yield f"  Before other commands in this checkout: export SANDBOX_PORT={self.sandbox}"


def chat(port: int) -> str:
    """The address of the chat page."""
    return f"http://127.0.0.1:{port}/"


def plan() -> Demo:
    """The wished ports, or the next free ones."""
    web = first_free(settings.PORT)
    return Demo(web=web, sandbox=first_free(settings.SANDBOX_PORT, besides=(web,)))


def already(running: Running) -> str:
    """Why a second demo does not start here, where the first one is, and how to end it."""
    where = f": {chat(running.sandbox)}" if running.sandbox else "."
    how = f", or: kill {running.pid}" if running.pid else "."
    return f"A demo already runs here{where}\nTo stop it: Ctrl-C in its terminal{how}"


def password() -> str:
    """As random as SECRET_KEY, and the same at every start, so that nobody has to look it up."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"rvx demo login", hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def ensure_login() -> None:
    """The demo's staff login exists and has the password that is printed."""
    users = get_user_model()._default_manager
    user = users.filter(username=LOGIN).first() or users.create_superuser(LOGIN, password=password())
    if not user.check_password(password()):
        user.set_password(password())
        user.save(update_fields=["password"])
