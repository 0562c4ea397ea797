"""What every resource that explains does with a request that was let in."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from botapp.bridge import run_coroutine
from botapp.enums import Language
from botapp.exceptions import NoAnswer
from botapp.explain.engine import explain_whole
from botapp.explain.progress import ExplainRequest, Finished
from botapp.queries.people import PersonFacts
from botapp.services.api_calls import Admission, give_back

_GRACE = 10.0  # seconds that the last provider has after the deadline


def language_of(order: Mapping[str, Any], person: PersonFacts | None) -> Any:
    """The language asked for, else the person's, else that of Accept-Language, else Russian."""
    spoken = (get_language() or "")[:2]
    default = person.language if person else spoken if spoken in Language.values else Language.RUSSIAN.value
    return order.get("language", default)


def explained(wanted: ExplainRequest, admission: Admission) -> Finished:
    """The whole answer. Raises NoAnswer; the charge is given back whenever nothing came of it."""
    answered = False
    try:
        finished = run_coroutine(explain_whole(wanted), timeout=settings.ANSWER_DEADLINE_SECONDS + _GRACE)
        answered = True
        return finished
    except TimeoutError as error:
        raise NoAnswer(retry_after=_GRACE) from error
    finally:
        if not answered:
            give_back(admission)
