"""POST /explain_news: one item in, its explanation out."""

from typing import Any, cast

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from botapp.ai.schema import Explanation
from botapp.api.explained import explained
from botapp.api.language import spoken
from botapp.api.recorded import RecordedView
from botapp.enums import Depth, Language
from botapp.exceptions import InvalidText
from botapp.explain.engine import explain_whole
from botapp.explain.notices import word_notice
from botapp.explain.plain import render
from botapp.explain.progress import ExplainRequest, Finished
from botapp.models import ApiKey
from botapp.queries.people import PersonFacts
from botapp.services import texts
from botapp.services.api_calls import admit, settle
from rvx_site.api.bodies import BodySerializer
from rvx_site.api.callers import user_id
from rvx_site.api.fields import OneOfField, TextField
from rvx_site.api.problems import refusals
from rvx_site.api.schema import LANGUAGE, USER_ID, inlined

_EXAMPLE = "The SEC approved the first spot Solana ETF on Tuesday. The fund charges 0.25% a year."

_ANSWER = {
    "simplified_text": "The SEC approved the first spot Solana ETF on Tuesday. …",
    "cached": False,
    "processing_time_ms": 12.5,
    "degraded": True,
    "provider": "offline",
    "notice": "Made without AI, …",
    "explanation_id": 7,
    "explanation": {"headline": "The SEC approved the first spot Solana ETF on Tuesday."},
}


@extend_schema_field(inlined(Explanation.model_json_schema()))
class ExplanationField(serializers.JSONField):
    """The explanation in its parts."""


@extend_schema_field({"type": "string", "minLength": texts.MINIMUM, "maxLength": texts.MAXIMUM})
class ItemField(TextField):
    """A text of the length that can be explained; nothing else is taken for a text."""

    def to_internal_value(self, data: Any) -> str:
        """The text, cleaned. Raises ValidationError with a sentence that tells what to do."""
        if not isinstance(data, str):
            self.fail("invalid")
        try:
            return texts.check_words(data)
        except InvalidText as error:
            raise serializers.ValidationError(error.message, code=error.code) from error


class OrderSerializer(BodySerializer):
    """What is to be explained."""

    text_content = ItemField(trim_whitespace=False, help_text=_("The news item as plain text."))
    language = OneOfField(
        choices=Language.choices,
        required=False,
        help_text=_("Language of the answer. Default: the person's, then Accept-Language, then Russian."),
    )
    depth = OneOfField(
        choices=Depth.choices, required=False, help_text=_("How much is taken for granted. Default: normal.")
    )


class AnswerSerializer(serializers.Serializer[Any]):
    """An explanation. The first three fields are a promise; more may follow."""

    simplified_text = serializers.CharField(help_text=_("The whole explanation as plain text."))
    cached = serializers.BooleanField(help_text=_("Whether it was there already."))
    processing_time_ms = serializers.FloatField(help_text=_("Milliseconds it took."))
    degraded = serializers.BooleanField(help_text=_("Whether it was made without AI."))
    provider = serializers.CharField(help_text=_("Who answered."))
    notice = serializers.CharField(
        allow_blank=True, help_text=_("How the answer came about, if there is something to say.")
    )
    explanation_id = serializers.IntegerField(help_text=_("Its number."))
    explanation = ExplanationField(help_text=_("The same in its parts."))


class ExplainNewsView(RecordedView):
    """Explains a news item in plain language, grounded in its text."""

    in_question = ("text_content",)

    @extend_schema(
        operation_id="explain_news",
        summary="Explain a news item",
        tags=["Explanations"],
        parameters=[USER_ID, LANGUAGE],
        request=OrderSerializer,
        responses={200: AnswerSerializer, **refusals(400, 401, 403, 413, 415, 422, 429, 503)},
        examples=[
            OpenApiExample(
                "News item", value={"text_content": _EXAMPLE, "language": "en"}, request_only=True
            ),
            OpenApiExample("Made without AI", value=_ANSWER, response_only=True, status_codes=["200"]),
        ],
    )
    def post(self, request: Request) -> Response:
        """Answer with 200, also when the answer had to be made without AI: `degraded` says so."""
        order = OrderSerializer(data=request.data)
        order.is_valid(raise_exception=True)
        admission = admit(cast(ApiKey, request.user), telegram_id=user_id(request))
        wanted = _wanted(order.validated_data, admission.person)
        finished = explained(explain_whole(wanted), admission)
        facts = {"language": wanted.language, "depth": wanted.depth, "key": admission.key.pk}
        settle(
            admission,
            subject=wanted.kind,
            degraded=finished.degraded,
            cached=finished.cached,
            facts=facts,
        )
        return Response(_answer(finished, wanted.language), headers={"Content-Language": wanted.language})


def _wanted(order: dict[str, Any], person: PersonFacts | None) -> ExplainRequest:
    return ExplainRequest(
        text=order["text_content"],
        language=order.get("language", spoken(person)),
        depth=order.get("depth", person.depth if person else Depth.NORMAL.value),
    )


def _answer(finished: Finished, language: str) -> dict[str, Any]:
    with override(language):
        said = word_notice(finished.failure, finished.degraded)
    text = render(
        finished.explanation, language=language, degraded=finished.degraded, failure=finished.failure
    )
    return {
        "simplified_text": text,
        "cached": finished.cached,
        "processing_time_ms": finished.processing_ms,
        "degraded": finished.degraded,
        "provider": finished.provider,
        "notice": said,
        "explanation_id": finished.explanation_id,
        "explanation": finished.explanation.model_dump(mode="json"),
    }
