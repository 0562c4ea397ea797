"""What loads what: starting must stay light, and Telegram must stay in its rooms."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("google", "grpc", "telegram", "aiohttp", "trafilatura", "lxml", "pymorphy3")
# Where the package `telegram` may be imported, beside tests/.
TELEGRAM_ROOMS = ("botapp/telegram/", "lessons/telegram/", "botapp/sandbox/")
TELEGRAM_FILES = {"botapp/management/commands/runbot.py"}


# In one process: a heavy module shows at the step that loads it and at all that follow.
STEPS = {
    "setting up": "import django; django.setup()",
    "listing the commands": "from django.core.management import get_commands; get_commands()",
    "start": "load_command_class(get_commands()['start'], 'start')",
    "load_content": "load_command_class(get_commands()['load_content'], 'load_content')",
    "web server": "from django.urls import get_resolver; get_resolver().url_patterns",
}
PROGRAM = """
import sys
def say(step):
    print(step, *sys.modules, sep="\\t")
say("nothing")
from django.core.management import load_command_class
{steps}
"""


@pytest.fixture(scope="module")
def heavy() -> dict[str, set[str]]:
    """The heavy modules that are there after each step and were not before the first.

    Before it a .pth file of Google's makes the empty namespace `google`.
    """
    steps = "\n".join(f"{code}; say({step!r})" for step, code in STEPS.items())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(steps=steps)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )
    assert done.returncode == 0, done.stderr
    loaded = {step: set(names) for step, *names in (line.split("\t") for line in done.stdout.splitlines())}
    return {
        step: {name for name in loaded[step] - loaded["nothing"] if name.split(".")[0] in HEAVY}
        for step in STEPS
    }


@pytest.mark.parametrize("step", STEPS)
def test_nothing_heavy_is_loaded_for(heavy, step):
    assert heavy[step] == set()


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
