"""Strict readers of environment variables: a wrong value stops the start with the variable's name.

Each reader takes the name first and then older names of the same setting; the first one that is
set and not empty counts.
"""

import os
import re
import warnings
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
# The shape that rvx_site.logs hides: a token that is accepted never stands in a log.
_BOT_TOKEN = re.compile(r"\d{5,18}:[\w-]{20,}", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_KEY = re.compile(r"[!-~]+")
# gemini-2.5-flash, models/x, meta-llama/llama-3.3-70b:free, @cf/qwen/qwen3; for vLLM a path is a name too.
_MODEL = re.compile(r"/?@?\w[\w.:-]*(?:/\w[\w.:-]*)*", re.ASCII)
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_HOST = re.compile(_NAME)
_ANSWERED = re.compile(rf"\*|\.?{_NAME}|\[[0-9a-fA-F:.]+\]")
_ORIGIN = re.compile(rf"https?://(?:\*\.)?{_NAME}(?::\d{{1,5}})?")
_CHANNEL = re.compile(r"@[A-Za-z]\w*|-100\d{1,15}", re.ASCII)
_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}
# Of what may stand behind the "?" of a PostgreSQL address: what Django hands on and libpq knows.
_LIBPQ = re.compile(
    r"ssl\w+|gss\w+|keepalives\w*|application_name|channel_binding|client_encoding|connect_timeout|hostaddr"
    r"|krbsrvname|load_balance_hosts|options|passfile|require_auth|requirepeer|service|target_session_attrs"
    r"|tcp_user_timeout"
)


def load(path: str, *, named: bool) -> None:
    """Fill in the environment from a file; one that was `named` (in ENV_FILE) has to be there."""
    if named and not Path(path).is_file():
        raise ImproperlyConfigured("ENV_FILE must be the path of a file that exists.")
    environ.Env.read_env(path)


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


def price(*names: str) -> float | None:
    """US dollars for a million tokens; None where nobody says."""
    value = text(*names)
    if not value:
        return None
    try:
        result = float(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{_used(names)} must be US dollars for a million tokens.") from error
    if not 0 <= result < 1_000_000:
        raise ImproperlyConfigured(f"{_used(names)} must be US dollars for a million tokens, at least 0.")
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
    return _shaped(names, _BOT_TOKEN, "a token as BotFather gives it, like 123456:ABC-DEF… with 35 letters")


def key(*names: str) -> str:
    """A key of a service."""
    return _shaped(names, _KEY, "one word without spaces or line breaks")


def model(*names: str, default: str = "") -> str:
    """A model's name as its service has it, perhaps with its owner's before it."""
    what = (
        "a model's name like gemini-2.5-flash or owner/name:tag: letters, digits and . _ - : / without spaces"
    )
    return _shaped(names, _MODEL, what) or default


def host(*names: str) -> str:
    """A bare host name."""
    return _shaped(names, _HOST, "a host name like rvx.example.org, without https:// and without a path")


def hosts(*names: str) -> list[str]:
    """Host names as Django's ALLOWED_HOSTS takes them."""
    found = words(*names)
    if not all(map(_ANSWERED.fullmatch, found)):
        raise ImproperlyConfigured(
            f"{_used(names)} must be host names like rvx.example.org, without https://."
        )
    return found


def origins(*names: str) -> list[str]:
    """Scheme and host each."""
    found = words(*names)
    if not all(map(_ORIGIN.fullmatch, found)):
        raise ImproperlyConfigured(f"{_used(names)} must be origins like https://rvx.example.org.")
    return found


def channel(*names: str) -> str:
    """A channel of Telegram."""
    return _shaped(names, _CHANNEL, "a channel: @name or -100…")


def directory(*names: str) -> Path | None:
    """A directory that is there and can be written to."""
    value = text(*names)
    if value and not (Path(value).is_dir() and os.access(value, os.W_OK)):
        raise ImproperlyConfigured(f"{_used(names)} must be a directory that exists and can be written to.")
    return Path(value) if value else None


def database(name: str, *, default: str) -> dict[str, Any]:
    """Django's description of a sqlite:// or postgres:// address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # an unknown engine is refused below, by name
        try:
            described: dict[str, Any] = environ.Env.db_url_config(text(name, default=default))
        except ValueError:  # its text may hold the password
            described = {}
    options = described.get("OPTIONS", {}) if "postgresql" in described.get("ENGINE", "") else {}
    if described.get("ENGINE") not in _ENGINES or not described.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must be sqlite:////path/file or postgres://user:password@host/name."
        )
    if not all(map(_LIBPQ.fullmatch, options)):
        raise ImproperlyConfigured(f"{name} must hold options of PostgreSQL only behind the question mark.")
    return described


def postgresql(name: str) -> str:
    """A postgres:// address, as it was given; empty for none."""
    value = text(name)
    if value and not value.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{name} must be postgres://user:password@host/name.")
    if value:
        database(name, default="")
    return value


def cache(name: str, *, default: str) -> dict[str, Any]:
    """Django's description of a locmemcache:// or redis:// address."""
    try:
        described: dict[str, Any] = environ.Env.cache_url_config(text(name, default=default))
    except (ImproperlyConfigured, ValueError):
        described = {}
    if not described:
        raise ImproperlyConfigured(f"{name} must be redis://host:6379/0 or locmemcache://.")
    return described


def _shaped(names: tuple[str, ...], shape: re.Pattern[str], what: str) -> str:
    """The value, empty or of this shape."""
    value = text(*names)
    if value and not shape.fullmatch(value):
        raise ImproperlyConfigured(f"{_used(names)} must be {what}.")
    return value


def _used(names: tuple[str, ...]) -> str:
    """The name that was really set, so that the message points at the line to change."""
    return next((name for name in names if text(name)), names[0])
