"""A request as the providers get it, and whether its answer is there already."""

from botapp.ai.base import Prompt
from botapp.explain import chain
from botapp.explain.key import make_key
from botapp.explain.progress import ExplainRequest
from botapp.queries import explanations
from botapp.queries.knowledge import Edition, edition
from botapp.services.texts import clean

_LONGEST_NAME = 200  # characters of a topic, or of who published an item


def prepare(request: ExplainRequest, known: Edition, *, grows: bool = True) -> tuple[Prompt, str]:
    """The prompt with what RVX knows, and the key under which its answer is kept.

    `grows`: somebody looks at the answer before it is whole.
    """
    prompt = Prompt(
        text=clean(request.text),
        language=request.language,
        depth=request.depth,
        kind=request.kind,
        history=request.history,
        mode=request.mode,
        variant=request.variant,
        subject=clean(request.subject)[:_LONGEST_NAME],
        origin=clean(request.origin)[:_LONGEST_NAME],
        summary=request.summary,
        knowledge=known.knowledge,
        grows=grows,
    )
    return prompt, make_key(prompt, lineup=chain.lineup(), knowledge_digest=known.digest)


def is_answered(request: ExplainRequest) -> bool:
    """Whether explain() would give a stored answer at once."""
    return explanations.is_ready(prepare(request, edition(request.language))[1])
