"""Writes the .env of a demo: a random secret, and a token that opens nothing but the sandbox."""

import secrets
import sys
from pathlib import Path

_TEXT = """\
# Made by `make demo` for this machine. Every variable: .env.example
SECRET_KEY={secret}
TELEGRAM_BOT_TOKEN=4242424242:sandbox-{token}
# A bot started by hand in this checkout talks to the sandbox, too, never to Telegram.
SANDBOX_ENABLED=true
# The demo's console shows where to look, and what goes wrong.
LOG_LEVEL=WARNING
# Ada of the sandbox may use the staff commands.
ADMIN_IDS=1001
"""


def main(path: Path) -> None:
    """Create `path`, readable by its owner only; an existing file is never touched."""
    with path.open("x", encoding="utf-8") as file:
        path.chmod(0o600)
        file.write(_TEXT.format(secret=secrets.token_urlsafe(48), token=secrets.token_hex(12)))
    print(f"Wrote {path} with a random secret.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
