"""A view whose requests are counted and noted."""

import logging
import time
from collections.abc import Mapping
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.views import APIView

from botapp.api.language import speak
from botapp.models import ApiKey
from botapp.services.api_calls import record_call

logger = logging.getLogger(__name__)


class RecordedView(APIView):
    """Every request with a valid key becomes an API_CALL event and moves the counters of /health."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, then write down how it went. A database that is away does not spoil the answer."""
        started = time.monotonic()
        response = super().dispatch(request, *args, **kwargs)
        key = getattr(self.request, "_user", None)
        if isinstance(key, ApiKey):
            data = getattr(response, "data", None) or {}
            self._record(key, response.status_code, time.monotonic() - started, bool(data.get("degraded")))
        return response

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Whoever was let in is refused in the language of the body.

        Raises ParseError, TooLarge, or ValidationError for a body that is no JSON object.
        """
        super().initial(request, *args, **kwargs)
        if request.method == "POST":
            _check(request.data)
            speak(request.data)

    def _record(self, key: ApiKey, status: int, seconds: float, degraded: bool) -> None:
        try:
            record_call(
                key, path=self.request.path, status=status, milliseconds=seconds * 1000, degraded=degraded
            )
        except DatabaseError:
            logger.warning("A request of key %s could not be noted", key.pk)


def _check(body: Any) -> None:
    if not isinstance(body, Mapping):
        problem = _("The body must be a JSON object, in braces.")
        raise ValidationError({"non_field_errors": [problem]}, code="invalid")
