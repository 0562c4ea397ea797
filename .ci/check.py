"""Runs every check, also after one has failed, and says at the end which ones did."""

import os
import subprocess
import sys
import time
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


def passes(name: str) -> bool:
    """Run one check; what it says is shown only if it fails."""
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
    failed = done.returncode != 0
    print(f"{'FAILED' if failed else 'ok':7}{name} ({time.monotonic() - started:.1f} s)", flush=True)
    if failed:
        print(done.stdout, flush=True)
    return not failed


def main(names: list[str]) -> int:
    failed = [name for name in names if not passes(name)]
    print(f"Failed: {', '.join(failed)}." if failed else f"All {len(names)} checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(CHECKS)))
