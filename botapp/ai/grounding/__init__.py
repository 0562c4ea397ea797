"""Whether an answer says only what its source says, and nothing that RVX must not say."""

from botapp.ai.grounding.answers import Answer, ground, supporting_sentence
from botapp.ai.grounding.source import Source

__all__ = ["Answer", "Source", "ground", "supporting_sentence"]
