"""What was found about one subject, for a person in a hurry and for a machine."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """`bad`: people get no answers, or will not soon. `warn`: look at it when there is time."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """English texts of one line each. `cure` says what to do; it is empty only if all is well."""

    subject: str
    level: Level
    found: str
    cure: str = ""


def ok(subject: str, found: str) -> Finding:
    return Finding(subject, Level.OK, found)


def warn(subject: str, found: str, cure: str) -> Finding:
    return Finding(subject, Level.WARN, found, cure)


def bad(subject: str, found: str, cure: str) -> Finding:
    return Finding(subject, Level.BAD, found, cure)


def told(subject: str, sentences: str, level: Level = Level.BAD) -> Finding:
    """From a text of the start, whose first sentence says what is wrong and the others the cure."""
    found, _, cure = sentences.partition(". ")
    return Finding(subject, level, found, cure.removesuffix("."))
