"""`manage.py sandbox`, run as people run it."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

MANAGE = Path(__file__).parents[3] / "manage.py"


@pytest.fixture
def running() -> Iterator[subprocess.Popen]:
    env = {**os.environ, "SANDBOX_ENABLED": "true", "ENV_FILE": "", "SECRET_KEY": "only-for-tests"}
    process = subprocess.Popen(
        [sys.executable, str(MANAGE), "sandbox", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**env, "TELEGRAM_BOT_TOKEN": "99999:token-of-the-command"},
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_one_address_serves_and_ends_with_zero(
    running: subprocess.Popen, number: signal.Signals
) -> None:
    line = running.stdout.readline()
    url = re.fullmatch(r"Sandbox: (http://127\.0\.0\.1:\d+/)\n", line).group(1)
    with urllib.request.urlopen(f"{url}bot99999:token-of-the-command/getMe", timeout=5) as response:
        assert response.status == 200
    running.send_signal(number)
    rest, errors = running.communicate(timeout=10)
    assert (running.returncode, rest) == (0, ""), errors


def test_it_is_off_unless_asked_for(settings: object) -> None:
    settings.SANDBOX_ENABLED = False
    with pytest.raises(CommandError, match="SANDBOX_ENABLED"):
        call_command("sandbox")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org"])
def test_it_listens_on_loopback_only(settings: object, host: str) -> None:
    settings.SANDBOX_ENABLED = True
    with pytest.raises(CommandError, match="loopback only"):
        call_command("sandbox", host=host, port=0)
