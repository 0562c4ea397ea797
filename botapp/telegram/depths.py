"""Which depths of a card are worth a button."""

from collections.abc import Container
from typing import cast

from botapp.ai.base import Depth, Language
from botapp.explain import knowing
from botapp.queries.ai_services import is_ai_set_up
from botapp.queries.explanations import StoredAnswer
from botapp.queries.versions import Version, repeating
from botapp.telegram.keyboards.card import SCALE
from botapp.telegram.thinking import think

SHORT = 500  # characters: a longer item has more to tell at another depth, and takes longer to try


async def worth_a_press(answer: StoredAnswer, *, language: Language) -> Container[str]:
    """All, unless no AI is set up: then those of a short item that say something else than its card."""
    if answer.kind != "news" or len(answer.source_text) > SHORT or is_ai_set_up():
        return SCALE
    known = (await knowing.read_current(language)).knowledge
    versions = [Version(cast(Depth, depth.value), answer.mode) for depth in SCALE]
    idle = await think(repeating, answer, versions, language=language, known=known)
    return [version.depth for version in versions if version not in idle]
