"""Runs the build's own programs, as the build does, in a small project of the test's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def project(folder: Path, *tools: str, **files: str) -> Path:
    """A project with these tools of ours in .ci, and files given as {path with __ for /: text}."""
    (folder / ".ci").mkdir(parents=True)
    for tool in tools:
        shutil.copy(ROOT / ".ci" / tool, folder / ".ci" / tool)
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, tool: str, *arguments: str, **variables: str) -> tuple[int, str]:
    """The exit code of a tool and all that it said."""
    given = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "DJANGO"))}
    done = subprocess.run(
        [sys.executable, f".ci/{tool}", *arguments],
        cwd=folder,
        env={**given, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout
