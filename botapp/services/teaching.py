"""From what somebody wants to learn to the material of one lesson."""

from dataclasses import dataclass, replace

from botapp.ai import terms
from botapp.ai.base import Depth, GlossaryTerm, Language
from botapp.ai.lesson import Material, written
from botapp.ai.offline.asked_terms import asked_terms
from botapp.enums import Level
from botapp.exceptions import UnknownTopic
from botapp.queries import glossary, topics
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
    is_nearest: bool = False  # nothing is exactly about the words; this comes nearest


@dataclass(frozen=True)
class Wish:
    """What somebody wrote behind /teach: a topic's slug and a level, each "" if it is not said."""

    topic: str
    level: str
    words: str
    is_nearest: bool = False


def understand(words: str, *, language: Language) -> Wish:
    """The topic and the level in free words, in any language."""
    level, rest = topics.level_in(words)
    topic = _topic(rest, level or Level.BEGINNER.value, language) if rest else ""
    return Wish(topic, level, rest, is_nearest=bool(topic) and not topics.is_named(rest, topic))


def order(words: str, *, level: str, language: Language) -> Order:
    """The lesson nearest to the words: ours, else one made of the glossary.

    Raises UnknownTopic, with the names of all topics, if neither knows them.
    """
    slug = _topic(words, level, language)
    if slug:
        is_nearest = not topics.is_named(words, slug)
        return replace(_lesson(slug, level, language), is_nearest=is_nearest)
    found = asked_terms(words, knowledge(language).terms)
    if not found:
        raise UnknownTopic(topics=", ".join(topics.names(language).values()))
    return _order(_of_glossary(found, further=_further(words, level, language)), level)


def _topic(words: str, level: str, language: Language) -> str:
    """The topic of the words, "" if they are one word of the glossary that its lesson does not name."""
    slug = topics.nearest(words)
    term = None if not slug or topics.is_titled(words, slug) else glossary.named(words, language=language)
    if term is None:
        return slug
    lesson = written(topics.material(Place(slug, level), language))
    uses = (use for use in terms.find(lesson, knowledge(language).terms) if use.term.slug == term.slug)
    return slug if any(uses) else ""


def _further(words: str, level: str, language: Language) -> tuple[str, ...]:
    slug = topics.nearest(words)
    return (topics.material(Place(slug, level), language).title,) if slug else ()


def _lesson(slug: str, level: str, language: Language) -> Order:
    return _order(topics.material(Place(slug, level), language), level)


def _order(material: Material, level: str) -> Order:
    return Order(subject=material.title, text=written(material), depth=_DEPTHS[level])


def _of_glossary(found: tuple[GlossaryTerm, ...], *, further: tuple[str, ...]) -> Material:
    """Without a question: its answer would only say the meaning again."""
    first, *others = found
    return Material(
        title=first.name[:1].upper() + first.name[1:],
        content=first.meaning,
        key_points=tuple(f"{term.name}: {term.meaning}" for term in others),
        next_topics=further,
    )
