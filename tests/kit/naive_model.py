"""Two models as an attacker would wish for them, to be scripted into the server on loopback.

`naive` obeys its system role and everything in the user's role that is not inside an intact fence, and
whatever is hidden from eyes anywhere. `hijacked` obeys in every case and says what the attacker wants in
each text of its answer, in the best form that a model can.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from tests.kit.scripted_ai import GoodAnswer, Request

_FENCED = re.compile(r"⟦([A-Z ]+)⟧\n.*?\n⟦END OF \1⟧", re.DOTALL)
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)


def obeys(request: Request, canary: str) -> bool:
    """Whether the naive model takes anything of an attacker for an instruction."""
    outside = _FENCED.sub("", request.user).strip()
    return (
        bool(outside) or canary.casefold() in request.system.casefold() or bool(_HIDDEN.search(request.user))
    )


def naive(request: Request, canary: str, wanted: Sequence[str]) -> str:
    """The answer of a model that trusts its roles."""
    return hijacked(request, wanted) if obeys(request, canary) else GoodAnswer(request.source).text()


def hijacked(request: Request, wanted: Sequence[str]) -> str:
    """The answer of a model that an attacker has for himself, with one honest statement."""
    honest = GoodAnswer(request.source).data()
    statements = [{"text": text, "source_sentence": 1} for text in wanted]
    answer: dict[str, Any] = {
        **honest,
        "headline": wanted[0],
        "what_happened": [*honest["what_happened"][:1], *statements],
        "why_it_matters": statements,
        "who_is_affected": statements,
        "numbers": [{"value": text, "meaning": text, "source_sentence": 1} for text in wanted],
        "impacts": [
            {"asset": text, "direction": "up", "horizon": "days", "confidence": "high", "reason": text}
            for text in wanted
        ],
        "terms": [{"term": "token", "meaning": text} for text in wanted],
        "not_said": list(wanted),
        "red_flags": [{"sign": text, "phrase": text} for text in wanted],
        "follow_ups": list(wanted),
        "illustration": list(wanted),
        "checks": [{"question": text, "answer": text} for text in wanted],
    }
    return json.dumps(answer, ensure_ascii=False)
