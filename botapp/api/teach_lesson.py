"""POST /teach_lesson: a topic and a level in, a short lesson out."""

from typing import Any, cast

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from botapp.ai.base import Language as Code
from botapp.ai.lesson import as_material
from botapp.api.explained import explained
from botapp.api.language import spoken
from botapp.api.recorded import RecordedView
from botapp.enums import Language, Level
from botapp.exceptions import UnknownTopic
from botapp.explain.engine import explain_whole
from botapp.explain.progress import ExplainRequest, Finished
from botapp.models import ApiKey
from botapp.queries import topics
from botapp.services import teaching
from botapp.services.api_calls import Admission, admit, give_back, settle
from rvx_site.api.bodies import BodySerializer
from rvx_site.api.callers import user_id
from rvx_site.api.fields import OneOfField, TextField
from rvx_site.api.problems import refusals
from rvx_site.api.schema import LANGUAGE, USER_ID

_ORDER = {"topic": "defi", "difficulty_level": "beginner", "language": "en"}
_LESSON = {
    "lesson_title": "DeFi: finance without a bank counter",
    "content": "DeFi is lending, swapping and saving that programs on a blockchain do. …",
    "key_points": ["A program keeps the funds and follows its rules"],
    "real_world_example": "Olena swaps one token for another late on a Sunday. …",
    "practice_question": "Who decides whether a swap goes through?",
    "practice_answer": "The program does, by the rules written in it. …",
    "next_topics": ["Pools, rates and collateral"],
    "processing_time_ms": 8.1,
    "degraded": True,
    "provider": "offline",
    "cached": False,
    "explanation_id": 7,
    "is_nearest": False,
}


class LessonOrderSerializer(BodySerializer):
    """What is to be taught."""

    topic = TextField(
        min_length=2,
        max_length=100,
        help_text=_("One of the topics of RVX, or a few words of your own in any of its languages."),
    )
    difficulty_level = OneOfField(
        choices=Level.choices, default=Level.BEGINNER.value, help_text=_("How much is taken for granted.")
    )
    language = OneOfField(
        choices=Language.choices,
        required=False,
        help_text=_("Language of the answer. Default: the person's, then Accept-Language, then Russian."),
    )


class LessonSerializer(serializers.Serializer[Any]):
    """A short lesson. The first seven fields but the answer are a promise; more may follow."""

    lesson_title = serializers.CharField(help_text=_("Its title."))
    content = serializers.CharField(help_text=_("The lesson as plain text."))
    key_points = serializers.ListField(child=serializers.CharField(), help_text=_("What to remember."))
    real_world_example = serializers.CharField(allow_blank=True, help_text=_("A case from life."))
    practice_question = serializers.CharField(allow_blank=True, help_text=_("A question to check oneself."))
    practice_answer = serializers.CharField(allow_blank=True, help_text=_("Its answer."))
    next_topics = serializers.ListField(child=serializers.CharField(), help_text=_("What to learn next."))
    processing_time_ms = serializers.FloatField(help_text=_("Milliseconds it took."))
    degraded = serializers.BooleanField(help_text=_("Whether it was made without AI."))
    provider = serializers.CharField(help_text=_("Who answered."))
    cached = serializers.BooleanField(help_text=_("Whether it was there already."))
    explanation_id = serializers.IntegerField(help_text=_("Its number."))
    is_nearest = serializers.BooleanField(
        help_text=_("Whether no lesson is exactly on the topic, and this is the nearest.")
    )


class TeachLessonView(RecordedView):
    """Teaches one topic at one level, from the material that RVX keeps."""

    in_question = ("topic",)

    @extend_schema(
        operation_id="teach_lesson",
        summary="Teach a short lesson",
        tags=["Lessons"],
        parameters=[USER_ID, LANGUAGE],
        request=LessonOrderSerializer,
        responses={200: LessonSerializer, **refusals(400, 401, 403, 413, 415, 422, 429, 503)},
        examples=[
            OpenApiExample("DeFi for beginners", value=_ORDER, request_only=True),
            OpenApiExample("Made without AI", value=_LESSON, response_only=True, status_codes=["200"]),
        ],
    )
    def post(self, request: Request) -> Response:
        """Answer with 200, also when the lesson had to be made without AI: `degraded` says so."""
        order = LessonOrderSerializer(data=request.data)
        order.is_valid(raise_exception=True)
        admission = admit(cast(ApiKey, request.user), telegram_id=user_id(request))
        wanted, is_nearest = _wanted(order.validated_data, admission)
        finished = explained(explain_whole(wanted), admission)
        facts = {"language": wanted.language, "depth": wanted.depth, "key": admission.key.pk}
        settle(
            admission,
            subject=wanted.kind,
            degraded=finished.degraded,
            cached=finished.cached,
            facts=facts,
        )
        answer = _answer(finished) | {"is_nearest": is_nearest}
        return Response(answer, headers={"Content-Language": wanted.language})


def _wanted(order: dict[str, Any], admission: Admission) -> tuple[ExplainRequest, bool]:
    language: Code = order.get("language", spoken(admission.person))
    try:
        lesson = teaching.order(order["topic"], level=order["difficulty_level"], language=language)
    except UnknownTopic as error:
        give_back(admission)
        raise UnknownTopic(topics=", ".join(topics.names(language))) from error
    wanted = ExplainRequest(lesson.text, language, lesson.depth, "lesson", subject=lesson.subject)
    return wanted, lesson.is_nearest


def _answer(finished: Finished) -> dict[str, Any]:
    lesson = as_material(finished.explanation)
    return {
        "lesson_title": lesson.title,
        "content": lesson.content,
        "key_points": lesson.key_points,
        "real_world_example": lesson.example,
        "practice_question": lesson.question,
        "practice_answer": lesson.answer,
        "next_topics": lesson.next_topics,
        "processing_time_ms": finished.processing_ms,
        "degraded": finished.degraded,
        "provider": finished.provider,
        "cached": finished.cached,
        "explanation_id": finished.explanation_id,
    }
