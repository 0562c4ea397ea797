"""POST /analyze_image: one picture in, what it shows and what that means out."""

import base64
import binascii
import re
from typing import Any, cast

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from botapp.ai.base import Language
from botapp.api.explained import explained
from botapp.api.language import spoken
from botapp.api.recorded import RecordedView
from botapp.enums import Language as Choice
from botapp.exceptions import PictureTooLarge, PictureUnreadable
from botapp.explain.analysis import Analysis, PictureOrder, analyse
from botapp.explain.plain import render
from botapp.models import ApiKey
from botapp.services.api_calls import admit, settle
from botapp.services.texts import clean
from rvx_site.api.bodies import BodySerializer
from rvx_site.api.callers import user_id
from rvx_site.api.fields import AddressField, OneOfField, TextField
from rvx_site.api.parsing import LargeJSONParser
from rvx_site.api.problems import refusals
from rvx_site.api.schema import LANGUAGE, USER_ID

_OVERHEAD = 16_384  # bytes of a body beside the picture
_KINDS = ("chart", "screenshot", "meme", "other")
_DATA_URL = re.compile(r"data:image/[\w.+-]+;base64,", re.ASCII | re.IGNORECASE)
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="

_ANSWER = {
    "analysis": "A screenshot of a news site about a spot Solana ETF.",
    "asset_type": "screenshot",
    "confidence": 0.93,
    "mentioned_assets": ["SOL"],
    "simplified_text": "The SEC approved the first spot Solana ETF on Tuesday. …",
    "cached": False,
    "processing_time_ms": 2310.4,
    "degraded": False,
    "provider": "gemini",
    "explanation_id": 7,
}


class PictureParser(LargeJSONParser):
    """JSON with room for a picture of PICTURE_MAX_BYTES in base64."""

    @property
    def limit(self) -> int:
        return settings.PICTURE_MAX_BYTES * 4 // 3 + _OVERHEAD


class PictureOrderSerializer(BodySerializer):
    """Which picture; exactly one of the two ways to give it."""

    image_url = AddressField(
        required=False, max_length=2048, help_text=_("Where it is: http or https, open to everybody.")
    )
    image_base64 = TextField(
        required=False, help_text=_("The file itself in base64: PNG, JPEG, WebP or GIF, at most 10 MB.")
    )
    context = TextField(  # type: ignore[assignment]  # a field, which the metaclass takes away
        required=False, allow_blank=True, max_length=500, help_text=_("What is known about it.")
    )
    language = OneOfField(
        choices=Choice.choices,
        required=False,
        help_text=_("Language of the answer. Default: the person's, then Accept-Language, then Russian."),
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises ValidationError unless there is one picture."""
        if ("image_url" in attrs) == ("image_base64" in attrs):
            raise serializers.ValidationError(_("Send either image_url or image_base64."), code="one_picture")
        return attrs


class AnalysisSerializer(serializers.Serializer[Any]):
    """What a picture shows and what that means."""

    analysis = serializers.CharField(help_text=_("What it shows."))
    asset_type = serializers.ChoiceField(choices=_KINDS, help_text=_("What kind of picture it is."))
    confidence = serializers.FloatField(
        min_value=0.0, max_value=1.0, help_text=_("How well it could be read.")
    )
    mentioned_assets = serializers.ListField(
        child=serializers.CharField(), help_text=_("Coins, stocks and currencies that stand in it.")
    )
    simplified_text = serializers.CharField(help_text=_("What it says, explained as plain text."))
    cached = serializers.BooleanField(help_text=_("Whether all of it was there already."))
    processing_time_ms = serializers.FloatField(help_text=_("Milliseconds it took."))
    degraded = serializers.BooleanField(help_text=_("Whether its text was explained without AI."))
    provider = serializers.CharField(help_text=_("Who explained."))
    explanation_id = serializers.IntegerField(help_text=_("The explanation's number."))


class AnalyzeImageView(RecordedView):
    """Reads a picture with AI and explains what stands in it."""

    parser_classes = (PictureParser,)
    in_question = ("image_url", "image_base64")

    @extend_schema(
        operation_id="analyze_image",
        summary="Explain a picture",
        tags=["Explanations"],
        parameters=[USER_ID, LANGUAGE],
        request=PictureOrderSerializer,
        responses={200: AnalysisSerializer, **refusals(400, 401, 403, 413, 415, 422, 429, 503)},
        examples=[
            OpenApiExample(
                "By its address",
                value={"image_url": "https://example.org/chart.png", "context": "Seen on Monday"},
                request_only=True,
            ),
            OpenApiExample("The file itself", value={"image_base64": _PIXEL}, request_only=True),
            OpenApiExample("A screenshot", value=_ANSWER, response_only=True, status_codes=["200"]),
        ],
    )
    def post(self, request: Request) -> Response:
        """Answer with 200, or 503 where no AI can read pictures: nothing is guessed without one."""
        serializer = PictureOrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        given = serializer.validated_data
        content = _decoded(given["image_base64"]) if "image_base64" in given else b""
        admission = admit(cast(ApiKey, request.user), telegram_id=user_id(request))
        language: Language = given.get("language", spoken(admission.person))
        order = PictureOrder(language, content, given.get("image_url", ""), clean(given.get("context", "")))
        analysis = explained(analyse(order), admission)
        finished = analysis.finished
        facts = {"language": language, "key": admission.key.pk}
        settle(admission, subject="picture", degraded=finished.degraded, cached=analysis.cached, facts=facts)
        return Response(_answer(analysis, language), headers={"Content-Language": language})


def _decoded(text: str) -> bytes:
    """The bytes of a file, also out of a data: URL. Raises PictureTooLarge or PictureUnreadable."""
    packed = "".join(_DATA_URL.sub("", text, count=1).split())
    if len(packed) * 3 // 4 > settings.PICTURE_MAX_BYTES + 2:
        raise PictureTooLarge(megabytes=settings.PICTURE_MAX_BYTES // 1_000_000)
    try:
        return base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise PictureUnreadable from error


def _answer(analysis: Analysis, language: Language) -> dict[str, Any]:
    finished, reading = analysis.finished, analysis.reading
    text = render(
        finished.explanation, language=language, degraded=finished.degraded, failure=finished.failure
    )
    return {
        "analysis": reading.description or reading.text,
        "asset_type": reading.asset_type,
        "confidence": reading.confidence,
        "mentioned_assets": list(reading.mentioned_assets),
        "simplified_text": text,
        "cached": analysis.cached,
        "processing_time_ms": analysis.processing_ms,
        "degraded": finished.degraded,
        "provider": finished.provider,
        "explanation_id": finished.explanation_id,
    }
