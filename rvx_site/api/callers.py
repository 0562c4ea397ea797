"""For whom a program asks."""

import re

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

HEADER = "X-User-ID"
_ID = re.compile(r"[1-9][0-9]{0,17}")


def user_id(request: Request) -> int | None:
    """The Telegram id in X-User-ID. Raises ValidationError if it is none."""
    written = request.headers.get(HEADER, "").strip()
    if not written:
        return None
    if not _ID.fullmatch(written):
        raise ValidationError({HEADER: [_("This must be a numeric Telegram id.")]}, code="invalid_user_id")
    return int(written)
