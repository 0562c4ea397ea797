"""What makes two questions the same question."""

import hashlib
import json
import unicodedata
from collections.abc import Sequence

from botapp.ai.base import Prompt
from botapp.ai.prompts import PROMPT_VERSION


def make_key(prompt: Prompt, *, lineup: Sequence[str], knowledge_digest: str) -> str:
    """A digest of all that an answer depends on. White space and Unicode spelling do not count."""
    history = [[turn.role, turn.text] for turn in prompt.history] if prompt.kind == "question" else []
    summary = prompt.summary if prompt.kind == "question" else ""
    parts = [
        " ".join(unicodedata.normalize("NFC", prompt.text).split()),
        prompt.language,
        prompt.depth,
        prompt.kind,
        prompt.mode,
        prompt.variant,
        prompt.subject,
        prompt.origin,
        summary,
        history,
        list(lineup),
        PROMPT_VERSION,
        knowledge_digest,
    ]
    # Lone surrogates can't be encoded, escapes can.
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
