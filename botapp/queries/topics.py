"""What RVX can teach: botapp/content/topics.yaml, read once in each process."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from botapp.ai.base import Language
from botapp.ai.events import plain
from botapp.ai.lesson import Material
from botapp.enums import Level

_FILE = Path(__file__).resolve().parents[1] / "content" / "topics.yaml"
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True)
class Place:
    """One lesson: slug of a topic, and a Level."""

    topic: str
    level: str


def names(language: Language) -> dict[str, str]:
    """Slugs of all topics with their names, in the order in which they are offered."""
    return {topic["slug"]: topic["name"][language] for topic in _content()["topics"]}


def material(place: Place, language: Language) -> Material:
    """All that RVX knows about a topic at a level. Raises KeyError for what is not there."""
    return _materials(language)[place]


def place_of(title: str, language: Language) -> Place | None:
    """The lesson of that title or of one that it had before, None if it is none of ours.

    Case, ё and punctuation don't count: stored lessons keep the spelling of their day.
    """
    return _places(language).get(_folded(title))


def level_in(words: str) -> tuple[str, str]:
    """The level that somebody wrote ("" if none) and their words without it."""
    for level in Level.values:
        found = _pattern(tuple(_content()["levels"][level])).search(plain(words))
        if found:
            return level, f"{words[: found.start()]} {words[found.end() :]}".strip()
    return "", words.strip()


def nearest(words: str) -> str:
    """Slug of the topic that the words are about, "" if they are about none; the first wins a tie."""
    folded = plain(words)
    scores = {topic["slug"]: _score(topic, folded) for topic in _content()["topics"]}
    best = max(scores, key=lambda slug: scores[slug])
    return best if scores[best] else ""


def is_titled(words: str, slug: str) -> bool:
    """Whether the words are the very name of the topic, in any language, or ask for a lesson on it."""
    return not _bare(words).isdisjoint(_titles(_topic(slug)))


def is_named(words: str, slug: str) -> bool:
    """`is_titled`, or whether they are one of the single words that stand for the topic."""
    synonyms = tuple(word for word in _each(_topic(slug)["words"].values()) if " " not in word)
    return is_titled(words, slug) or any(map(_pattern(synonyms).fullmatch, _bare(words)))


def _topic(slug: str) -> dict[str, Any]:
    found: dict[str, Any] = next(topic for topic in _content()["topics"] if topic["slug"] == slug)
    return found


def _titles(topic: dict[str, Any]) -> set[str]:
    return {topic["slug"], topic["slug"].replace("_", " "), *map(plain, topic["name"].values())}


def _bare(words: str) -> set[str]:
    """Words without what only asks for a lesson: spaced and in one, with a level's word and without."""
    told = [_asked(said) for said in (words, level_in(words)[1])]
    return {between.join(asked) for asked in told for between in (" ", "")}


def _asked(words: str) -> list[str]:
    around = _content()["around"]
    bare = (_EDGES.sub("", word) for word in plain(words).split())
    return [word for word in bare if word and word not in around]


def _score(topic: dict[str, Any], folded: str) -> int:
    """Its very name weighs more than all words around it."""
    found = _pattern(tuple(_each(topic["words"].values()))).findall(folded)
    return 100 * (folded.strip() in _titles(topic)) + len(set(found))


def _each(lists: Iterable[list[str]]) -> Iterable[str]:
    return (word for words in lists for word in words)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; "*" at a word's end stands for any ending."""
    written = (
        r"[\s-]+".join(re.escape(part).replace(r"\*", r"\w*") for part in plain(word).split())
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)")


@cache
def _places(language: Language) -> dict[str, Place]:
    """Folded titles; one that a lesson has today is its own, whoever had it before."""
    lessons = _lessons()
    before = {
        _folded(title): place
        for place, lesson in lessons.items()
        for title in lesson[language].get("formerly", ())
    }
    return before | {_folded(lesson[language]["title"]): place for place, lesson in lessons.items()}


def _folded(title: str) -> str:
    return _BETWEEN_WORDS.sub(" ", title.casefold().replace("ё", "е")).strip()


@cache
def _materials(language: Language) -> dict[Place, Material]:
    lessons = _lessons()
    titles = {place: lesson[language]["title"] for place, lesson in lessons.items()}
    return {place: _material(lesson, language, titles) for place, lesson in lessons.items()}


def _lessons() -> dict[Place, dict[str, Any]]:
    return {
        Place(topic["slug"], level): lesson
        for topic in _content()["topics"]
        for level, lesson in topic["lessons"].items()
    }


def _material(lesson: dict[str, Any], language: Language, titles: dict[Place, str]) -> Material:
    said = lesson[language]
    return Material(
        title=said["title"],
        content=" ".join(said["content"].split()),
        key_points=tuple(said["points"]),
        example=" ".join(said["example"].split()),
        question=said["question"],
        answer=" ".join(said["answer"].split()),
        next_topics=tuple(titles[Place(*after.split("/"))] for after in lesson["next"]),
    )


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return content
