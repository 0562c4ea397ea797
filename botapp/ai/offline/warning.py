"""The signs of fraud in a text as readers see them."""

from botapp.ai.base import Language
from botapp.ai.offline import red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.schema import RedFlag
from botapp.ai.sentences import split


def warnings(text: str, language: Language) -> tuple[RedFlag, ...]:
    """Each sign once, in the reader's language, with the words that show it."""
    signs = PHRASES[language].signs
    return tuple(RedFlag(sign=signs[sign], phrase=phrase) for sign, phrase in red_flags.find(split(text)))
