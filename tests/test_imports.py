"""What loads what: starting must stay light, and Telegram must stay in its rooms."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("google", "grpc", "telegram", "aiohttp", "trafilatura", "pymorphy3")
# Where the package `telegram` may be imported, beside tests/.
TELEGRAM_ROOMS = ("botapp/telegram/", "lessons/telegram/", "botapp/sandbox/")
TELEGRAM_FILES = {"botapp/management/commands/runbot.py"}


def heavy_loaded_by(code: str) -> set[str]:
    """The heavy modules that `code` loads in a fresh process.

    Some are there before the first line: a .pth file of Google's makes the empty namespace `google`.
    """
    return {name for name in _modules_after(code) - _modules_after("") if name.split(".")[0] in HEAVY}


def _modules_after(code: str) -> set[str]:
    report = "import sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_django_setup_loads_nothing_heavy():
    assert heavy_loaded_by("import django; django.setup()") == set()


def test_listing_the_commands_loads_nothing_heavy():
    code = "import django; django.setup()\nfrom django.core.management import get_commands; get_commands()"
    assert heavy_loaded_by(code) == set()


@pytest.mark.parametrize("command", ["start", "load_content"])
def test_commands_that_need_no_vendor_library_load_none(command):
    code = (
        "import django; django.setup()\n"
        "from django.core.management import get_commands, load_command_class\n"
        f"load_command_class(get_commands()['{command}'], '{command}')"
    )
    assert heavy_loaded_by(code) == set()


def test_the_web_server_loads_no_vendor_library_until_the_first_explanation():
    code = "import django; django.setup()\nfrom django.urls import get_resolver; get_resolver().url_patterns"
    assert heavy_loaded_by(code) == set()


def test_telegram_is_imported_in_its_rooms_only():
    found = []
    for path in (
        p for app in ("analytics", "botapp", "lessons", "rvx_site") for p in (ROOT / app).rglob("*.py")
    ):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(TELEGRAM_ROOMS) and name not in TELEGRAM_FILES:
            found += [f"{name}: {root}" for root in _imported(path) if root == "telegram"]
    assert found == []


def _imported(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            roots.add((node.module or "").split(".")[0])
    return roots
