"""What is asked of a model, and in which form it has to answer."""

from botapp.ai.prompts.answer_schema import ANSWER_SCHEMA
from botapp.ai.prompts.parts import PROMPT_VERSION, PromptParts, build

__all__ = ["ANSWER_SCHEMA", "PROMPT_VERSION", "PromptParts", "build"]
