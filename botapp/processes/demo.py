"""What `make demo` adds: a sandbox instead of Telegram, a staff login, and where to look."""

import base64
import hashlib
import hmac
import sys
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model

from botapp.processes.child import Program
from botapp.processes.ports import first_free

LOGIN = "demo"


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

    @property
    def block(self) -> str:
        """Where to look, for a person."""
        rule = "─" * 72
        web = f"http://127.0.0.1:{self.web}"
        return "\n".join(
            (
                rule,
                "  RVX is ready.",
                "",
                f"  Chat   http://127.0.0.1:{self.sandbox}/",
                f"  Admin  {web}/admin/   login {LOGIN}, password {password()}",
                f"  API    {web}/api/docs",
                "",
                "  Ctrl-C ends all of it.",
                rule,
            )
        )


def plan() -> Demo:
    """The wished ports, or the next free ones."""
    web = first_free(settings.PORT)
    return Demo(web=web, sandbox=first_free(settings.SANDBOX_PORT, besides=(web,)))


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
