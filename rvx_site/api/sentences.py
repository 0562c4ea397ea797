"""What people read where REST framework refuses: its own sentences are only half translated."""

import math

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rest_framework import exceptions as rest


def sentence(error: rest.APIException) -> str:
    """A sentence in the active language: ours for what the framework raises, else the error's own."""
    match error:
        case rest.NotAuthenticated():
            return _("Send your API key in a header: “Authorization: Bearer rvx_key_…”.")
        case rest.PermissionDenied():
            return _("This is not allowed to you.")
        case rest.NotFound():
            return _("There is nothing at this address.")
        case rest.MethodNotAllowed():
            return _("This HTTP method is not answered here; the header Allow names those that are.")
        case rest.NotAcceptable():
            return _("The header Accept asks for another format than the answer has: %(formats)s.") % {
                "formats": _formats(error)
            }
        case rest.UnsupportedMediaType():
            return _("Send the body as JSON, with the header “Content-Type: application/json”.")
        case rest.Throttled():
            return _come_back(error)
    return str(error.detail)


def _formats(error: rest.NotAcceptable) -> str:
    known = getattr(error, "available_renderers", None) or ()
    return ", ".join(dict.fromkeys(renderer.media_type for renderer in known)) or "application/json"


def _come_back(error: rest.Throttled) -> str:
    seconds = max(1, math.ceil(getattr(error, "wait", None) or 1))
    text = ngettext(
        "Too many requests. Come back in %(seconds)s second.",
        "Too many requests. Come back in %(seconds)s seconds.",
        seconds,
    )
    return text % {"seconds": seconds}
