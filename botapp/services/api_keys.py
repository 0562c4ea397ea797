"""Keys of programs: shown once, kept as a digest."""

import hashlib
import secrets
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from botapp.exceptions import DailyLimitReached, NameTaken
from botapp.models import ApiKey
from botapp.queries.allowances import until_tomorrow
from botapp.services.texts import clean

PREFIX = "rvx_key_"
_SHOWN = 14  # characters of a key that lists show
_STAMP_EVERY = timedelta(minutes=1)


def create(name: str, *, owner_name: str = "") -> tuple[ApiKey, str]:
    """A new key and its text, which is kept nowhere. Raises NameTaken."""
    row = ApiKey(name=clean(name).strip()[:100], owner_name=clean(owner_name).strip()[:100])
    raw = equip(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise NameTaken(name=name) from error
    return row, raw


def equip(row: ApiKey) -> str:
    """Give the unsaved `row` a new key; its text, which the row holds only a digest of."""
    raw = PREFIX + secrets.token_urlsafe(32)
    row.prefix, row.digest = raw[:_SHOWN], _digest(raw)
    return raw


def authenticate(raw_key: str) -> ApiKey | None:
    """The active key with this text, with the request counted; None for anything else."""
    if not raw_key.startswith(PREFIX) or not raw_key.isascii():
        return None
    key = ApiKey.objects.filter(digest=_digest(raw_key), is_active=True).first()
    if key is None:
        return None
    now = timezone.now()
    stamp = {} if key.last_used_at and now - key.last_used_at < _STAMP_EVERY else {"last_used_at": now}
    ApiKey.objects.filter(pk=key.pk).update(total_requests=F("total_requests") + 1, **stamp)
    return key


def charge(key: ApiKey) -> date | None:
    """Take one request from the key's own day (UTC): the day charged, None for keys without a limit.

    Exact over processes. Raises DailyLimitReached.
    """
    limit = key.daily_limit
    if limit is None:
        return None
    row, today = ApiKey.objects.filter(pk=key.pk), timezone.now().date()
    if limit > 0:
        if key.used_on != today:
            row.filter(~Q(used_on=today) | Q(used_on=None)).update(used_on=today, used_today=0)
        if row.filter(used_on=today, used_today__lt=limit).update(used_today=F("used_today") + 1):
            return today
    raise DailyLimitReached(limit=limit, retry_after=until_tomorrow())


def refund(key: ApiKey, *, day: date) -> None:
    """Give back what `charge` took on that day; a day that is over has nothing to get back."""
    ApiKey.objects.filter(pk=key.pk, used_on=day, used_today__gt=0).update(used_today=F("used_today") - 1)


def _digest(raw: str) -> str:
    return hashlib.sha256(raw.encode()).hexdigest()
