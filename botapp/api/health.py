"""GET /health: for platforms, monitors and people in a hurry."""

import logging
from dataclasses import asdict
from typing import Any

from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from botapp.queries.health import health

logger = logging.getLogger(__name__)


class HealthSerializer(serializers.Serializer[Any]):
    """How RVX is doing."""

    status = serializers.CharField(
        help_text=gettext_lazy("`healthy`, or `degraded`: the bot is dead, or nothing can be stored.")
    )
    gemini_available = serializers.BooleanField(help_text=gettext_lazy("Whether an AI is set up."))
    requests_total = serializers.IntegerField(help_text=gettext_lazy("Explanations asked for so far."))
    requests_success = serializers.IntegerField(help_text=gettext_lazy("Of these, answered."))
    requests_errors = serializers.IntegerField(help_text=gettext_lazy("Of these, failed or wrong."))
    requests_fallback = serializers.IntegerField(help_text=gettext_lazy("Answered without AI."))
    requests_rate_limited = serializers.IntegerField(help_text=gettext_lazy("Refused because of a limit."))
    cache_size = serializers.IntegerField(help_text=gettext_lazy("Answers that can be given again."))
    uptime_seconds = serializers.FloatField(help_text=gettext_lazy("Age of the answering process."))
    bot = serializers.ChoiceField(
        choices=["leader", "standby", "dead", "absent"], help_text=gettext_lazy("What the bot is doing.")
    )


class UnhealthySerializer(serializers.Serializer[Any]):
    """What is wrong."""

    status = serializers.CharField(help_text=gettext_lazy("Always `unavailable`."))
    detail = serializers.CharField(help_text=gettext_lazy("What to do, in a sentence."))


class HealthView(APIView):
    """Answers without a key, quickly, and always."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = ()

    @extend_schema(
        operation_id="health",
        summary="How RVX is doing",
        tags=["Service"],
        responses={200: HealthSerializer, 503: UnhealthySerializer},
    )
    def get(self, request: Request) -> Response:
        """200 with the counters, 503 when the database can't be used."""
        try:
            return Response(asdict(health()))
        except DatabaseError as error:
            logger.warning("Health: the database can't be used: %s", type(error).__name__)
            detail = _("The database can't be reached, or `manage.py migrate` did not run yet.")
            return Response({"status": "unavailable", "detail": detail}, status=503)
