"""Runs every check, as many at once as there are cores, and says at the end which ones failed."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent
_PYTHON = sys.executable
_PRODUCTION = {
    "ENV_FILE": "",
    "DEBUG": "false",
    "SECRET_KEY": "for the check only: as long and as varied as the framework asks for 0123456789",
    "PUBLIC_DOMAIN": "rvx.example.org",
    "RAILWAY_ENVIRONMENT": "production",
}
_TESTS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}

CHECKS: dict[str, tuple[list[str], dict[str, str]]] = {
    "style": ([f"{_BIN}/ruff", "check", "--quiet", "."], {}),
    "format": ([f"{_BIN}/ruff", "format", "--check", "--quiet", "."], {}),
    "types": ([f"{_BIN}/mypy", "--no-error-summary", "analytics", "botapp", "lessons", "rvx_site"], {}),
    "borders": ([f"{_BIN}/lint-imports", "--no-cache"], _TESTS),
    "house rules": ([_PYTHON, "-m", "pytest", "tests/test_house_rules.py", "tests/test_imports.py"], {}),
    "migrations": ([_PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"], _TESTS),
    "deployment": ([_PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], _PRODUCTION),
    "templates": ([f"{_BIN}/djlint", "--lint", "--quiet", "templates"], {}),
    "translations": ([_PYTHON, ".ci/messages.py", "--check"], {}),
}


def examine(name: str) -> tuple[bool, str]:
    """Run one check: whether it passed and its report, which has what it says only if it failed."""
    command, environment = CHECKS[name]
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=_ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    report = f"{'ok' if passed else 'FAILED':7}{name} ({time.monotonic() - started:.1f} s)"
    return passed, report if passed else f"{report}\n{done.stdout}"


def main(names: list[str]) -> int:
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (passed, report) in zip(names, pool.map(examine, names), strict=True):
            print(report, flush=True)
            failed += [] if passed else [name]
    print(f"Failed: {', '.join(failed)}." if failed else f"All {len(names)} checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(CHECKS)))
