"""Every error becomes problem details, in the language of the request."""

import logging
import math
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Protocol, runtime_checkable

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.utils.translation import gettext as _
from django.views.defaults import bad_request, page_not_found, permission_denied
from rest_framework import exceptions as rest
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import set_rollback

from rvx_site.api.parsing import Interrupted, TooLarge
from rvx_site.api.problems import MEDIA_TYPE, problem
from rvx_site.api.sentences import sentence

logger = logging.getLogger(__name__)

_DATABASE_PAUSE = 5  # seconds


@runtime_checkable
class Refusal(Protocol):
    """An error of an app that knows what it is over HTTP and says it in a sentence."""

    code: str
    status: int
    message: str
    facts: Mapping[str, Any]


class ProblemResponse(Response):
    """Problem details, as JSON also where answers are pages or YAML."""

    @property
    def rendered_content(self) -> str:
        """The body."""
        self["Content-Type"] = MEDIA_TYPE
        return JSONRenderer().render(self.data).decode()


def handle(error: Exception, context: Mapping[str, Any]) -> Response:
    """REST framework's exception handler."""
    set_rollback()
    if isinstance(error, Refusal):
        return _of_app(error, context)
    if isinstance(error, Http404):
        error = rest.NotFound()
    elif isinstance(error, PermissionDenied):
        error = rest.PermissionDenied()
    elif isinstance(error, RequestDataTooBig):
        error = TooLarge()
    elif isinstance(error, UnreadablePostError):
        error = Interrupted()
    if isinstance(error, rest.ValidationError):
        return _of_fields(error)
    if isinstance(error, rest.APIException):
        return _of_framework(error)
    return _of_ours(error)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that nothing stands at: a page for people, problem details for programs."""
    if _is_read_by_people(request):
        return page_not_found(request, exception)
    return _for_programs(404, code="not_found", detail=_("There is nothing at this address."))


def senseless(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What no page of ours has sent, in the same two ways."""
    if _is_read_by_people(request):
        return bad_request(request, exception)
    return _for_programs(400, code="bad_request", detail=_("This request makes no sense here."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What somebody may not do, in the same two ways."""
    if _is_read_by_people(request):
        return permission_denied(request, exception)
    return _for_programs(403, code="forbidden", detail=_("You may not do this."))


def _is_read_by_people(request: HttpRequest) -> bool:
    return request.accepts("text/html") and "text/html" in request.headers.get("Accept", "")


def _for_programs(status: int, *, code: str, detail: str) -> HttpResponse:
    return JsonResponse(problem(status, code=code, detail=detail), status=status, content_type=MEDIA_TYPE)


def _of_app(error: Refusal, context: Mapping[str, Any]) -> Response:
    if error.status == HTTPStatus.UNPROCESSABLE_ENTITY:
        field = _field_in_question(context)
        return _of_wrong([{"field": field, "code": error.code, "message": error.message}])
    wait = error.facts.get("retry_after", error.facts.get("seconds"))
    return _response(error.status, code=error.code, detail=error.message, retry_after=wait)


def _of_fields(error: rest.ValidationError) -> Response:
    return _of_wrong(list(_flat(error.detail, "")))


def _of_wrong(errors: Sequence[dict[str, str]]) -> Response:
    first = errors[0]
    detail = f"{first['field']}: {first['message']}" if first["field"] else first["message"]
    return _response(422, code=first["code"], detail=detail, errors=errors)


def _field_in_question(context: Mapping[str, Any]) -> str:
    """Of the fields that the view names in `in_question`, what an app may refuse, the one that was sent."""
    request, named = context.get("request"), getattr(context.get("view"), "in_question", ())
    return next((name for name in named if request is not None and name in request.data), "")


def _of_framework(error: rest.APIException) -> Response:
    code = error.get_codes()
    response = _response(
        error.status_code,
        code=code if isinstance(code, str) else error.default_code,
        detail=sentence(error),
        retry_after=getattr(error, "wait", None),
    )
    if challenge := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = challenge
    return response


def _of_ours(error: Exception) -> Response:
    if isinstance(error, DatabaseError):
        logger.error("The database can't be used: %s", type(error).__name__)
        detail = _("The service can't reach its database just now. Please try again in a moment.")
        return _response(503, code="database", detail=detail, retry_after=_DATABASE_PAUSE)
    logger.error("A request failed", exc_info=error)
    return _response(500, code="internal", detail=_("Something went wrong on our side."))


def _flat(detail: Any, field: str) -> Iterator[dict[str, str]]:
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            yield from _flat(inner, "" if name == "non_field_errors" else str(name))
    elif isinstance(detail, Sequence) and not isinstance(detail, str):
        for inner in detail:
            yield from _flat(inner, field)
    else:
        yield {"field": field, "code": str(getattr(detail, "code", "invalid")), "message": str(detail)}


def _response(
    status: int,
    *,
    code: str,
    detail: str,
    retry_after: float | None = None,
    errors: Sequence[dict[str, str]] = (),
) -> Response:
    body = problem(status, code=code, detail=detail, errors=errors)
    headers = {} if retry_after is None else {"Retry-After": str(max(1, math.ceil(retry_after)))}
    return ProblemResponse(body, status=status, headers=headers, content_type=MEDIA_TYPE)
