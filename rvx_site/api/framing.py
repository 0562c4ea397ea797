"""Bodies come with their length, or are refused with a sentence."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.translation import gettext as _

from rvx_site.api.problems import MEDIA_TYPE, problem

Answer = Callable[[HttpRequest], HttpResponseBase]


def require_length(get_response: Answer) -> Answer:
    """Middleware: Django takes a body sent in chunks for an empty one, so it is refused with 411 instead."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.META.get("HTTP_TRANSFER_ENCODING") and not request.META.get("CONTENT_LENGTH"):
            return _refusal()
        return get_response(request)

    return answer


def _refusal() -> HttpResponse:
    detail = _("Send the body in one piece, with a Content-Length header.")
    body = problem(411, code="length_required", detail=detail)
    return JsonResponse(body, status=411, content_type=MEDIA_TYPE)
