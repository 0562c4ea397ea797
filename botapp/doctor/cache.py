"""The cache, which remembers who is subscribed to the channel."""

import time
import uuid
from collections.abc import Iterator

from django.conf import settings
from django.core.cache import cache

from botapp.doctor.amounts import duration
from botapp.doctor.finding import Finding, ok, warn

SUBJECT = "cache"
CURE = "Check CACHE_URL and that the server runs; without CACHE_URL each process remembers by itself"


def examine() -> Iterator[Finding]:
    """Raises what the cache raises."""
    backend = settings.CACHES["default"]["BACKEND"].rsplit(".", 1)[-1]
    key, began = f"doctor:{uuid.uuid4()}", time.monotonic()
    cache.set(key, 1, 10)
    remembers = cache.get(key) == 1
    cache.delete(key)
    if not remembers:
        yield warn(SUBJECT, f"{backend} forgets at once", CURE)
    else:
        yield ok(SUBJECT, f"{backend}, {duration(time.monotonic() - began)}")
