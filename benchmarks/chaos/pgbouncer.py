"""A pooler in transaction mode, started for one row."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

import psycopg

from benchmarks.chaos.outcome import NotRun
from tests.kit.deployment import free_port

NOBODY = 65_534
CONFIGURATION = """
[databases]
* = host={host} port={port} user={user}{password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own_port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
ignore_startup_parameters = extra_float_digits,options
"""


class Pgbouncer:
    """`url` leads to the same database through it. Raises NotRun where it is not installed."""

    def __init__(self, url: str, directory: Path) -> None:
        program = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
        if not program:
            raise NotRun("pgbouncer is not installed")
        self._program = program
        self._log = directory / "pgbouncer.log"
        # It refuses to run as root, and nobody must be able to read its file.
        self._home = Path(tempfile.mkdtemp(prefix="rvx-pgbouncer-"))
        self._parts = urlsplit(url)
        port = free_port()
        self.url = self._parts._replace(netloc=f"{self._parts.username}@127.0.0.1:{port}").geturl()
        (self._home / "pgbouncer.ini").write_text(self._configuration(port))

    def __enter__(self) -> "Pgbouncer":
        identity = {}
        if os.geteuid() == 0:
            identity = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            os.chown(self._home, NOBODY, NOBODY)
            os.chown(self._home / "pgbouncer.ini", NOBODY, NOBODY)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [self._program, str(self._home / "pgbouncer.ini")],
                stdout=log,
                stderr=log,
                cwd=self._home,
                **identity,
            )
        self._wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _configuration(self, own_port: int) -> str:
        parts = self._parts
        password = f" password={parts.password}" if parts.password else ""
        return CONFIGURATION.format(
            host=parts.hostname, port=parts.port or 5432, user=parts.username, password=password,
            own_port=own_port,
        )  # fmt: skip

    def _wait(self) -> None:
        deadline = time.monotonic() + 10
        while True:
            try:
                psycopg.connect(self.url, connect_timeout=2).close()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    said = " ".join(self._log.read_text(errors="replace").splitlines()[-1:])
                    raise NotRun(f"pgbouncer does not answer: {said}") from error
                time.sleep(0.1)
            else:
                return
