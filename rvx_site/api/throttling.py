"""A bearable pace for each key and for each person a program asks for, exact over processes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from rvx_site.api.callers import user_id

if TYPE_CHECKING:  # REST framework's views import this module while they are being made
    from rest_framework.views import APIView

_BURST_SECONDS = 10  # a burst may hold what is due in that time


class PaceThrottle(BaseThrottle):
    """Asks settings.API_PACE whether the next request is due; the numbers are per minute."""

    def __init__(self) -> None:
        self._wait = 0.0

    def allow_request(self, request: Request, view: "APIView") -> bool:
        """False when the key, or the person it asks for, goes too fast."""
        due = import_string(settings.API_PACE)
        for name, per_minute in _counted(request):
            every = 60 / per_minute
            self._wait = due(name, every=every, burst=max(1, int(_BURST_SECONDS / every)))
            if self._wait:
                return False
        return True

    def wait(self) -> float:
        """Seconds until the next request is due."""
        return self._wait


def _counted(request: Request) -> Iterator[tuple[str, int]]:
    key = getattr(request.user, "pk", None)
    if key is None:
        return
    person = user_id(request)
    if person is not None and settings.API_USER_PER_MINUTE:
        yield f"api:{key}:{person}", settings.API_USER_PER_MINUTE
    if settings.API_KEY_PER_MINUTE:
        yield f"api:{key}", settings.API_KEY_PER_MINUTE
