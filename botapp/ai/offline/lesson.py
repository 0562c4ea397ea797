"""A lesson without AI: the material as it is, with the words of the glossary that it uses."""

from botapp.ai import terms
from botapp.ai.base import Depth, Prompt
from botapp.ai.lesson import as_explanation, parsed
from botapp.ai.schema import Explanation, TermNote

_TERMS: dict[Depth, int] = {"simple": 4, "normal": 4, "pro": 5}


def teach(prompt: Prompt) -> Explanation:
    """The lesson that the prompt's text is the material of."""
    material = parsed(prompt.text)
    explained = " ".join((material.title, material.content))
    mentions = terms.find(explained, prompt.knowledge.terms)[: _TERMS[prompt.depth]]
    notes = tuple(TermNote(term=m.term.name, meaning=m.term.meaning) for m in mentions)
    return as_explanation(material).model_copy(update={"terms": notes})
