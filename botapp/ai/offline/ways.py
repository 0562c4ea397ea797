"""What a way of explaining adds, made from the text itself, the glossary and the kind of event."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest

from botapp.ai.base import Depth, Prompt
from botapp.ai.offline.cleaning import Sentence
from botapp.ai.offline.lead import shortened
from botapp.ai.offline.numbers import GAP
from botapp.ai.offline.phrases import PHRASES, Phrases
from botapp.ai.schema import Check, Explanation, Number, TermNote

_STEPS: dict[Depth, int] = {"simple": 3, "normal": 5, "pro": 8}
_CHECKS: dict[Depth, int] = {"simple": 2, "normal": 3, "pro": 4}
_LONGEST_STEP = 220  # characters
_LONGEST_QUESTION = 600


def in_its_way(explanation: Explanation, prompt: Prompt, sentences: Sequence[Sentence] = ()) -> Explanation:
    """The explanation with the illustration or the checks that `prompt.mode` asks for.

    `sentences`: of the item, without its title. Nothing is made up: where there is nothing to make it
    from, a line says that this takes the AI.
    """
    if prompt.mode == "plain":
        return explanation
    phrases = PHRASES[prompt.language]
    if prompt.mode == "check":
        checks = _some(tuple(_checks(explanation, phrases)), prompt)
        missing = () if checks else (phrases.no_checks,)
        return explanation.model_copy(update={"checks": checks, "illustration": missing})
    lines = _lines(explanation, prompt, sentences)
    again = (phrases.same_words,) if prompt.variant else ()
    return explanation.model_copy(update={"illustration": (*lines, *again)})


def _lines(explanation: Explanation, prompt: Prompt, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    phrases, event = PHRASES[prompt.language], explanation.background
    if prompt.mode == "analogy":
        return ((event and event.analogy) or phrases.no_analogy,)
    if prompt.mode == "examples":
        another = event and event.example and f"{phrases.another_case} {event.example}"
        return (another or phrases.no_example,)
    steps = tuple(islice(_steps(sentences), _STEPS[prompt.depth]))
    return steps if len(steps) > 1 else (phrases.one_event,)


def _some(checks: tuple[Check, ...], prompt: Prompt) -> tuple[Check, ...]:
    """As many as the depth wants; a further version asks what those before it did not, if there is more."""
    most = _CHECKS[prompt.depth]
    return checks[prompt.variant * most :][:most] or checks[:most]


def _steps(sentences: Iterable[Sentence]) -> Iterator[str]:
    """What the text tells, in its order, each thing once."""
    said: set[str] = set()
    for sentence in sentences:
        spelled = sentence.text.rstrip(".!").casefold()
        if sentence.news and spelled not in said and not sentence.text.endswith("?"):
            said.add(spelled)
            yield shortened(sentence.text, _LONGEST_STEP)


def _checks(explanation: Explanation, phrases: Phrases) -> Iterator[Check]:
    """Figures and words by turns; one figure a sentence, for the others would tell it."""
    apart = {number.source_sentence: number for number in reversed(explanation.numbers)}
    figures = (_asked(number, phrases) for number in explanation.numbers if number in apart.values())
    words = (_meant(note, phrases) for note in explanation.terms)
    return filter(None, chain.from_iterable(zip_longest(figures, words)))


def _asked(number: Number, phrases: Phrases) -> Check | None:
    if GAP not in number.meaning:
        return None
    question = phrases.which_number.format(clause=number.meaning)
    return Check(question=question, answer=number.value) if len(question) <= _LONGEST_QUESTION else None


def _meant(note: TermNote, phrases: Phrases) -> Check:
    return Check(question=phrases.what_is.format(name=note.term), answer=note.meaning)
