"""What a fraud wants done, taken out of what is told of it."""

from botapp.ai import injections
from botapp.ai.base import Prompt
from botapp.ai.grounding import NO_HEADLINE, may_be_said
from botapp.ai.grounding.source import ADDRESS
from botapp.ai.hidden import unmasked
from botapp.ai.offline.cleaning import Sentence, sentences_of
from botapp.ai.offline.lead import shortened
from botapp.ai.schema import Explanation, Statement
from botapp.ai.sentences import split


def without_lures(told: Explanation, prompt: Prompt) -> Explanation:
    """The answer to a fraud without its numbers and the sentences that hold a flagged phrase or an address.

    Where nothing is left, the first other sentence stands there, or RVX's own.
    """
    phrases = tuple(flag.phrase for flag in told.red_flags if flag.phrase)
    lures = {number for number, raw in enumerate(split(prompt.text), 1) if _lures(raw, phrases)}
    sentences = sentences_of(prompt.text)
    wanted = tuple(one.text for one in sentences if one.number in lures and one.text)

    def is_kept(text: str, number: int | None = None) -> bool:
        holds = any(text in lure or lure in text for lure in wanted)
        return number not in lures and not holds and not _lures(text, phrases)

    told_of = (one for one in told.what_happened if one.source_sentence)  # and not what RVX can do
    happened = tuple(one for one in told_of if is_kept(one.text, one.source_sentence))
    neutral = [one for one in sentences if one.news and is_kept(one.text, one.number)]
    return told.model_copy(
        update={
            "what_happened": happened or (_instead(neutral, prompt),),
            "why_it_matters": tuple(
                one for one in told.why_it_matters if is_kept(one.text, one.source_sentence)
            ),
            "numbers": (),  # a prize or a debt that a fraud invents is no figure of any news
            "illustration": tuple(line for line in told.illustration if is_kept(line)),
            "checks": tuple(one for one in told.checks if is_kept(one.question) and is_kept(one.answer)),
        }
    )


def _lures(text: str, phrases: tuple[str, ...]) -> bool:
    seen = unmasked(text)  # as the signs are read
    return bool(ADDRESS.search(seen)) or any(phrase in seen for phrase in phrases)


def _instead(neutral: list[Sentence], prompt: Prompt) -> Statement:
    honest = injections.honest(prompt.text)
    for one in neutral:
        if honest[one.number - 1] and may_be_said(one.text):
            return Statement(text=shortened(one.text), source_sentence=one.number)
    return Statement(text=NO_HEADLINE[prompt.language])
