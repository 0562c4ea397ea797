"""Settings that work and are still not what one wants in production."""

import logging
from collections.abc import Iterator

from django.conf import settings

from botapp.doctor.finding import Finding, Level, ok, told, warn

SUBJECT, HOSTS = "settings", "hosts"
_LOCAL = {"localhost", "127.0.0.1", "[::1]", "healthcheck.railway.app"}


def examine() -> Iterator[Finding]:
    notes = [note for level, note in settings.STARTUP_NOTES if level >= logging.WARNING]
    for note in notes:
        yield told(SUBJECT, note, Level.WARN)
    if settings.DEBUG and not settings.PLATFORM:
        yield warn(
            SUBJECT, "DEBUG is on: error pages show settings", "Switch it off where others can reach it"
        )
    elif not notes:
        yield ok(SUBJECT, "SECRET_KEY is set, DEBUG is off")
    yield _hosts()


def _hosts() -> Finding:
    names = [name for name in settings.ALLOWED_HOSTS if name not in _LOCAL]
    if "*" in names:
        return warn(HOSTS, "every host name is answered", "Set ALLOWED_HOSTS or PUBLIC_DOMAIN to your own")
    if names:
        return ok(HOSTS, f"answered: {', '.join(names)}")
    if settings.PLATFORM:
        return warn(HOSTS, "only this machine's are answered", "Set PUBLIC_DOMAIN to the admin's host name")
    return ok(HOSTS, "this machine's; set PUBLIC_DOMAIN to open the admin to others")
