"""Who makes a request: the owner of a key."""

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer <key>`; settings.API_KEY_AUTHENTICATOR finds whose key it is."""

    def authenticate(self, request: Request) -> tuple[Any, str] | None:
        """The key's owner. None without the header; raises AuthenticationFailed for a wrong key."""
        scheme, _space, raw = request.headers.get("Authorization", "").partition(" ")
        if not scheme:
            return None
        find = import_string(settings.API_KEY_AUTHENTICATOR)
        owner = find(raw.strip()) if scheme.lower() == "bearer" else None
        if owner is None:
            raise AuthenticationFailed(_("This API key is not valid."))
        return owner, "api_key"

    def authenticate_header(self, request: Request) -> str:
        """What a client without a key is asked for."""
        return 'Bearer realm="rvx"'
