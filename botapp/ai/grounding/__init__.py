"""Whether an answer says only what its source says, and nothing that RVX must not say."""

from botapp.ai.grounding.answers import NO_HEADLINE, Grounding, ground, may_be_said, supporting_sentence
from botapp.ai.grounding.conduct import Guard
from botapp.ai.grounding.source import Source

__all__ = ["NO_HEADLINE", "Grounding", "Guard", "Source", "ground", "may_be_said", "supporting_sentence"]
