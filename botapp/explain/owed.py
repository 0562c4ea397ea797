"""What an answer that is owed asks for."""

from botapp.explain.progress import ExplainRequest
from botapp.queries.turns import Recollection
from botapp.services.awaited_answers import Awaited
from botapp.services.jobs import Job


def make_request(owed: Job | Awaited, past: Recollection, *, needs_ai: bool = False) -> ExplainRequest:
    """`past`: what was said before it, as far as that matters to it."""
    return ExplainRequest(
        owed.text,
        owed.language,
        owed.depth,
        owed.kind,
        past.history,
        summary=past.summary,
        mode=owed.mode,
        variant=owed.variant,
        subject=owed.subject,
        origin=owed.origin,
        needs_ai=needs_ai,
    )
