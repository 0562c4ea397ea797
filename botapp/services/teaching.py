"""From what somebody wants to learn to the material of one lesson."""

from dataclasses import dataclass

from botapp.ai.base import Depth, GlossaryTerm, Language
from botapp.ai.lesson import Material, written
from botapp.ai.offline.asked_terms import asked_terms
from botapp.ai.offline.phrases import PHRASES
from botapp.enums import Level
from botapp.exceptions import UnknownTopic
from botapp.queries import topics
from botapp.queries.knowledge import knowledge
from botapp.queries.topics import Place

_DEPTHS: dict[str, Depth] = {
    Level.BEGINNER: "simple",
    Level.INTERMEDIATE: "normal",
    Level.ADVANCED: "pro",
    Level.EXPERT: "pro",
}


@dataclass(frozen=True)
class Order:
    """What is to be taught, as an ExplainRequest has it."""

    subject: str
    text: str
    depth: Depth


@dataclass(frozen=True)
class Wish:
    """What somebody wrote behind /teach: a topic's slug and a level, each "" if it is not said."""

    topic: str
    level: str
    words: str


def understood(words: str) -> Wish:
    """The topic and the level in free words, in any language."""
    level, rest = topics.level_in(words)
    return Wish(topic=topics.nearest(rest) if rest else "", level=level, words=rest)


def order(words: str, *, level: str, language: Language) -> Order:
    """The lesson nearest to the words: ours, else one made of the glossary.

    Raises UnknownTopic, with the names of all topics, if neither knows them.
    """
    slug = topics.nearest(words)
    if slug:
        return _order(topics.material(Place(slug, level), language), level)
    found = asked_terms(words, knowledge(language).terms)
    if not found:
        raise UnknownTopic(topics=", ".join(topics.names(language).values()))
    return _order(_of_glossary(found, language), level)


def _order(material: Material, level: str) -> Order:
    return Order(subject=material.title, text=written(material), depth=_DEPTHS[level])


def _of_glossary(found: tuple[GlossaryTerm, ...], language: Language) -> Material:
    first, *others = found
    return Material(
        title=first.name[:1].upper() + first.name[1:],
        content=first.meaning,
        key_points=tuple(f"{term.name}: {term.meaning}" for term in others),
        question=PHRASES[language].what_is.format(name=first.name),
        answer=first.meaning,
    )
