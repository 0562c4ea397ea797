"""`manage.py start` refuses what can't work with a sentence and a code. That it works: tests/e2e."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
TOKEN = "123456:test-token-of-the-sandbox-bot-0001"


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        return subprocess.run(
            [sys.executable, "manage.py", "start", *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "ENV_FILE": "",
                "SECRET_KEY": "s",
                "DATABASE_URL": f"sqlite:///{tmp_path}/rvx.sqlite3",
                "PORT": str(port),
                **variables,
            },
        )

    return start


def test_without_a_token_it_says_what_to_set(start):
    done = start()
    assert done.returncode == 78
    assert "Set TELEGRAM_BOT_TOKEN" in done.stderr
    assert "make demo" in done.stderr


def test_the_sandbox_is_refused_in_production(start):
    done = start("--sandbox", TELEGRAM_BOT_TOKEN=TOKEN, RAILWAY_ENVIRONMENT="production")
    assert done.returncode == 78
    assert "--sandbox is refused in production" in done.stderr


def test_a_port_in_use_is_named(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = start(TELEGRAM_BOT_TOKEN=TOKEN, PORT=str(port))
    assert done.returncode == 78
    assert f"Port {port} is in use. Set PORT to a free one." in done.stderr


def test_a_database_that_cannot_be_opened_is_named(start, tmp_path):
    done = start(TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_URL=f"sqlite:///{tmp_path}/missing/rvx.sqlite3")
    assert done.returncode == 69
    assert "missing/rvx.sqlite3 can't be opened. Check DATABASE_URL." in done.stderr


def test_a_wrong_value_is_one_line_with_the_variable_s_name(start):
    done = start(TELEGRAM_BOT_TOKEN=TOKEN, WEB_WORKERS="two")
    assert done.returncode != 0
    assert "WEB_WORKERS must be a whole number." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_api_alone_needs_no_token_but_a_port(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = start("--only", "api", PORT=str(taken.getsockname()[1]))
    assert "is in use" in done.stderr
    assert "TELEGRAM_BOT_TOKEN" not in done.stderr
