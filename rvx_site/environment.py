"""Strict readers of environment variables: a wrong value stops the start with the variable's name.

Each reader takes the name first and then older names of the same setting; the first one that is
set and not empty counts.
"""

import re
import warnings
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
_BOT_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
_WHOLE = re.compile(r"-?\d+", re.ASCII)
_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


def text(*names: str, default: str = "") -> str:
    """The value of the first of `names` that is set, stripped."""
    for name in names:
        # Not env.str(): it takes a value that begins with "$" for the name of another variable.
        value = str(env.ENVIRON.get(name, "")).strip()
        if value:
            return value
    return default


def flag(*names: str, default: bool) -> bool:
    """A boolean: 1/0, true/false, yes/no or on/off."""
    value = text(*names).lower()
    if not value:
        return default
    if value not in _TRUE | _FALSE:
        raise ImproperlyConfigured(f"{_used(names)} must be true or false.")
    return value in _TRUE


def number(*names: str, default: int, minimum: int = 0, maximum: int | None = None) -> int:
    """A whole number within the bounds."""
    value = text(*names)
    if not value:
        return default
    if not _WHOLE.fullmatch(value):
        raise ImproperlyConfigured(f"{_used(names)} must be a whole number.")
    result = int(value)
    if result < minimum or (maximum is not None and result > maximum):
        bound = f"at least {minimum}" if maximum is None else f"from {minimum} to {maximum}"
        raise ImproperlyConfigured(f"{_used(names)} must be {bound}.")
    return result


def seconds(*names: str, default: float, minimum: float = 0.0) -> float:
    """A duration in seconds, fractions allowed."""
    value = text(*names)
    if not value:
        return default
    try:
        result = float(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{_used(names)} must be a number of seconds.") from error
    if not minimum <= result < float("inf"):
        raise ImproperlyConfigured(f"{_used(names)} must be at least {minimum} seconds.")
    return result


def ids(*names: str) -> tuple[int, ...]:
    """Telegram ids separated by commas or spaces, of all `names` together, without repeats."""
    found: dict[int, None] = {}
    for name in names:
        for item in text(name).replace(",", " ").split():
            if not _WHOLE.fullmatch(item):
                raise ImproperlyConfigured(f"{name} must be a list of numeric Telegram ids.")
            found[int(item)] = None
    return tuple(found)


def words(*names: str) -> list[str]:
    """A list separated by commas."""
    return [item.strip() for item in text(*names).split(",") if item.strip()]


def choice(*names: str, default: str, among: tuple[str, ...]) -> str:
    """One of the words in `among`."""
    value = text(*names, default=default)
    if value not in among:
        raise ImproperlyConfigured(f"{_used(names)} must be one of: {', '.join(among)}.")
    return value


def url(*names: str, default: str = "") -> str:
    """An http or https address without a trailing slash."""
    value = text(*names, default=default).rstrip("/")
    if value and not value.startswith(("http://", "https://")):
        raise ImproperlyConfigured(f"{_used(names)} must start with http:// or https://.")
    return value


def bot_token(*names: str) -> str:
    """A token as BotFather gives it: digits, a colon, letters."""
    value = text(*names)
    if value and not _BOT_TOKEN.fullmatch(value):
        raise ImproperlyConfigured(f"{_used(names)} must look like 123456:ABC-DEF, as BotFather gives it.")
    return value


def database(name: str, *, default: str) -> dict[str, Any]:
    """Django's description of a sqlite:// or postgres:// address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # an unknown engine is refused below, by name
        try:
            described: dict[str, Any] = environ.Env.db_url_config(text(name, default=default))
        except ValueError:  # its text may hold the password
            described = {}
    if described.get("ENGINE") not in _ENGINES or not described.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must be sqlite:////path/file or postgres://user:password@host/name."
        )
    return described


def cache(name: str, *, default: str) -> dict[str, Any]:
    """Django's description of a locmemcache:// or redis:// address."""
    try:
        described: dict[str, Any] = environ.Env.cache_url_config(text(name, default=default))
    except (ImproperlyConfigured, ValueError):
        described = {}
    if not described:
        raise ImproperlyConfigured(f"{name} must be redis://host:6379/0 or locmemcache://.")
    return described


def _used(names: tuple[str, ...]) -> str:
    """The name that was really set, so that the message points at the line to change."""
    return next((name for name in names if text(name)), names[0])
