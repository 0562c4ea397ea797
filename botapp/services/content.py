"""Loading the texts that RVX comes with, without ever overwriting what staff wrote."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from botapp.models import EventKind, Term

_LANGUAGES = ("ru", "uk", "en")
_TERM_FIELDS = (
    "ticker",
    *(f"{field}_{code}" for field in ("name", "meaning", "forms") for code in _LANGUAGES),
)
_KIND_TEXTS = (
    "name",
    "how_it_works",
    "who_is_touched",
    "what_next",
    "analogy",
    "example",
    "questions",
    "cues",
)
_KIND_FIELDS = ("priority", *(f"{field}_{code}" for field in _KIND_TEXTS for code in _LANGUAGES))
# Fields that rows loaded by an earlier release do not know: while empty they change no digest.
_ADDED = frozenset(f"{field}_{code}" for field in ("analogy", "example") for code in _LANGUAGES)


@dataclass(frozen=True)
class Loaded:
    """How many rows were made, brought up to date, or left as they are."""

    created: int = 0
    updated: int = 0
    kept: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(self.created + other.created, self.updated + other.updated, self.kept + other.kept)


def load_content(directory: Path) -> Loaded:
    """Load glossary.yaml and event_kinds.yaml of a directory, all or nothing.

    A row is brought up to date only while it still holds the texts it was shipped with; rows that
    staff edited are kept. Raises FileNotFoundError, or ValueError naming the entry that is wrong.
    """
    directory = Path(directory)
    with transaction.atomic():
        return sum(
            (
                _load(Term, _TERM_FIELDS, _entries(directory / "glossary.yaml", "terms")),
                _load(EventKind, _KIND_FIELDS, _entries(directory / "event_kinds.yaml", "kinds")),
            ),
            start=Loaded(),
        )


def _entries(path: Path, name: str) -> list[dict[str, Any]]:
    """The list in a file, bare or under `name`."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or []
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}{_place(error)}: this is no YAML.") from error
    entries = data.get(name, next(iter(data.values()), [])) if isinstance(data, dict) else data
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{path.name}: a list of entries is expected.")
    slugs = [entry.get("slug") for entry in entries]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise ValueError(f"{path.name}: {slug} stands there twice.")
    return entries


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}" if mark else ""


def _load(
    model: type[Term] | type[EventKind], fields: tuple[str, ...], entries: Iterable[dict[str, Any]]
) -> Loaded:
    present = {row.slug: row for row in model._default_manager.all()}
    return sum((_load_one(model, fields, entry, present) for entry in entries), start=Loaded())


def _load_one(
    model: type[Term] | type[EventKind],
    fields: tuple[str, ...],
    entry: dict[str, Any],
    present: dict[str, Any],
) -> Loaded:
    slug = entry.get("slug")
    if not isinstance(slug, str):
        raise ValueError(f"An entry has no slug: {sorted(entry)}")
    shipped = _flat(entry, fields)
    row = present.get(slug)
    if row is None:
        present[slug] = model(slug=slug, shipped_digest=_digest(shipped), **shipped)
        present[slug].save()
        return Loaded(created=1)
    now = {field: getattr(row, field) or _empty(field) for field in fields}
    if now == shipped or row.shipped_digest != _digest(now):
        return Loaded(kept=1)
    for field, value in shipped.items():
        setattr(row, field, value)
    row.shipped_digest = _digest(shipped)
    row.save()
    return Loaded(updated=1)


def _flat(entry: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """`name: {ru: …}` and `name_ru: …` mean the same; lists become lines."""
    flat: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict):
            flat.update({f"{key}_{code}": text for code, text in value.items()})
        else:
            flat[key] = value
    unknown = set(flat) - set(fields) - {"slug"}
    if unknown:
        raise ValueError(f"{entry['slug']}: unknown fields {', '.join(sorted(unknown))}")
    return {field: _value(flat.get(field), field) for field in fields}


def _value(value: Any, field: str) -> Any:
    if value is None:
        return _empty(field)
    if isinstance(value, list):
        return "\n".join(str(line).strip() for line in value)
    return value if isinstance(value, int) else str(value).strip()


def _empty(field: str) -> Any:
    return 50 if field == "priority" else ""


def _digest(texts: dict[str, Any]) -> str:
    known = {field: text for field, text in texts.items() if text or field not in _ADDED}
    written = json.dumps(known, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()
