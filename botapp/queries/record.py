"""What RVX keeps of a person, part by part: for /export and /stats.

Other apps add their parts as they add features to the bot: a module `<app>.queries.record` registers
them when it is imported.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

M = TypeVar("M", bound=Model)
_PIECE = 200


@dataclass(frozen=True)
class Part:
    """A list of the export. `rows`: plain data of the person with this number, newest first."""

    name: str
    rows: Callable[[int], Iterator[dict[str, Any]]]


@dataclass(frozen=True)
class Figure:
    """A line of /stats. `count`: of the person with this number."""

    label: Promise
    count: Callable[[int], int]


_parts: dict[str, Part] = {}
_figures: list[Figure] = []


def register(*parts: Part, figures: tuple[Figure, ...] = ()) -> None:
    """Add parts and figures. Raises ValueError if the name of a part is taken."""
    for part in parts:
        if _parts.setdefault(part.name, part) is not part:
            raise ValueError(f"Two parts of the record want the name {part.name!r}.")
    _figures.extend(figures)


def parts() -> tuple[Part, ...]:
    """Those of other apps, in the order of their registration."""
    autodiscover_modules("queries.record")
    return tuple(_parts.values())


def figures() -> tuple[Figure, ...]:
    """Those of other apps, in the order of their registration."""
    autodiscover_modules("queries.record")
    return tuple(_figures)


def newest_first(rows: QuerySet[M]) -> Iterator[M]:
    """All rows by falling number, some at a time: no cursor stays open in between."""
    ordered, last = rows.order_by("-pk"), None
    while piece := list((ordered.filter(pk__lt=last) if last else ordered)[:_PIECE]):
        yield from piece
        last = piece[-1].pk
