"""What every resource that explains does with a request that was let in."""

from collections.abc import Coroutine
from typing import Any, TypeVar

from django.conf import settings

from botapp.background import run_coroutine
from botapp.exceptions import NoAnswer
from botapp.services.api_calls import Admission, give_back

T = TypeVar("T")
_GRACE = 10.0  # seconds that the last provider has after the deadline


def explained(work: Coroutine[Any, Any, T], admission: Admission) -> T:
    """What `work` comes to. Raises NoAnswer; the charge is given back whenever nothing came of it."""
    answered = False
    try:
        found = run_coroutine(work, timeout=settings.ANSWER_DEADLINE_SECONDS + _GRACE)
        answered = True
        return found
    except TimeoutError as error:
        raise NoAnswer(retry_after=_GRACE) from error
    finally:
        if not answered:
            give_back(admission)
