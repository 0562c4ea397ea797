"""Whether an answer says only what its source says, and nothing that RVX must not say."""

from botapp.ai.grounding.answers import Grounding, ground, supporting_sentence
from botapp.ai.grounding.source import Source

__all__ = ["Grounding", "Source", "ground", "supporting_sentence"]
