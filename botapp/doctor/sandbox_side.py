"""Where the sandbox stands for Telegram: what its silence means is another thing than a network's."""

from urllib.parse import urlsplit

from django.conf import settings

from botapp.processes.demo_lock import running

START = "Start it: make demo"
_ELSEWHERE = "if a demo runs on other ports: export SANDBOX_PORT, as it was told"


def is_meant() -> bool:
    """The Bot API of the settings is the sandbox on this machine."""
    asked = urlsplit(settings.TELEGRAM_API_BASE_URL)
    return bool(settings.SANDBOX_ENABLED) and asked.hostname == "127.0.0.1"


def name() -> str:
    """How it is called in a report."""
    return f"the sandbox at {place()}"


def place() -> str:
    """Host and port."""
    return urlsplit(settings.TELEGRAM_API_BASE_URL).netloc


def cure() -> str:
    """What to do about one that does not answer, or is somebody else's."""
    found = running()
    if found and found.sandbox and found.sandbox != urlsplit(settings.TELEGRAM_API_BASE_URL).port:
        return f"A demo runs here, with its sandbox on {found.sandbox}: export SANDBOX_PORT={found.sandbox}"
    return f"{START}; {_ELSEWHERE}"
