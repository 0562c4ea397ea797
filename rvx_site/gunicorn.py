"""gunicorn's configuration: `gunicorn --config python:rvx_site.gunicorn rvx_site.wsgi`.

Threads, because cached answers are 2.6 times faster on them than on ASGI workers and long waits
for an AI are no slower (docs/architecture.md). There is no access log: paths hold ids.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rvx_site.settings")

from django.conf import settings
from django.db import DatabaseError

from botapp.background import run_coroutine
from botapp.processes.lifeline import tie

_FAREWELL = 2.0  # seconds
# With the sandbox on, everything stays on this machine.
bind = f"{'127.0.0.1' if settings.SANDBOX_ENABLED else '0.0.0.0'}:{settings.PORT}"
worker_class = "rvx_site.worker.BoundedWorker"  # gthread, with patience that ends
workers = settings.WEB_WORKERS
threads = settings.WEB_THREADS
preload_app = True
timeout = 60
graceful_timeout = int(settings.GRACE_SECONDS)
# Workers touch a file to say that they live: in memory, because a slow disk would look like a hang.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (not a file name)
control_socket_disable = True
accesslog = None
_logging: dict[str, Any] = settings.LOGGING
logconfig_dict = {
    **_logging,
    "loggers": {
        **_logging["loggers"],
        "gunicorn.error": {"level": settings.LOG_LEVEL, "handlers": [], "propagate": True},
        "gunicorn.access": {"handlers": [], "propagate": False},
    },
}


def when_ready(_server: Any) -> None:
    """Before the workers are forked: otherwise each of them would do it at its first explanation."""
    from botapp.explain import chain  # asks the models, which are not there before the application is
    from botapp.processes.interpreter import settle

    chain.load()
    settle()


def post_fork(server: Any, _worker: Any) -> None:
    """A worker whose master was killed dies too, at once."""
    tie(server.pid)


def worker_exit(_server: Any, _worker: Any) -> None:
    """Calls to AIs that are not written yet are, and no connection is left to be complained about."""
    from botapp.explain import chain  # as above

    with suppress(DatabaseError, TimeoutError):
        run_coroutine(chain.close(), timeout=_FAREWELL)
