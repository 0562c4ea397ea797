"""Whether what is stored will still be there after the next deploy."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

_CONTAINER_MARKS = (Path("/.dockerenv"), Path("/run/.containerenv"))


def in_container(platform: str | None = None) -> bool:
    """On the platform (it names itself in RAILWAY_ENVIRONMENT), or under Docker or Podman."""
    return bool(settings.PLATFORM if platform is None else platform) or any(
        m.exists() for m in _CONTAINER_MARKS
    )


def is_lost_at_redeploy(database: Mapping[str, Any] | None = None) -> bool:
    """An SQLite file in a container, on the same device as `/`: no volume is mounted where it lies."""
    database = database or settings.DATABASES[DEFAULT_DB_ALIAS]
    if "sqlite" not in database["ENGINE"] or not in_container():
        return False
    directory = Path(database["NAME"]).resolve().parent
    return not directory.exists() or directory.stat().st_dev == Path("/").stat().st_dev
