"""What holds for every text that is called a fraud, for each that is not, and for those made to be slow."""

import time

from botapp.ai import added_flags
from botapp.ai.base import Language, Prompt
from botapp.ai.offline import red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.provider import explained
from botapp.ai.offline.warning import is_fraud, warnings
from botapp.ai.sentences import split

_LONGEST = 20_000  # characters of what people may send
_SECONDS = 2


def assert_called_fraud(language: Language, text: str) -> None:
    """With its own words, in its headline and beside every answer."""
    flags = warnings(text, language)
    assert is_fraud(flags), text
    assert all(flag.phrase in text for flag in flags), flags
    assert explained(Prompt(text, language)).headline == PHRASES[language].looks_like_fraud
    assert is_fraud(added_flags.due(text, language)), text


def assert_not_called_fraud(language: Language, text: str) -> None:
    """Signs may be shown; no answer gets one added."""
    assert not is_fraud(warnings(text, language)), text
    assert added_flags.due(text, language) == (), text


def assert_soon_looked_through(snippet: str, *, behind: str = "") -> None:
    """However often a snippet is repeated behind the beginning of a fraud."""
    text = (behind + snippet * _LONGEST)[:_LONGEST]
    began = time.perf_counter()
    red_flags.find(split(text))
    assert time.perf_counter() - began < _SECONDS
