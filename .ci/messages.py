"""Collects the texts that people see, and compiles their translations. No gettext programs needed.

`python .ci/messages.py` brings rvx_site/locale/{ru,uk}/LC_MESSAGES/django.po up to date with the code
and the templates (new texts with an empty translation, vanished ones dropped) and writes django.mo.
With --check nothing is written; it fails on a text that is missing, untranslated, fuzzy or has other
places than its original, on a text that is no longer used, and on a django.mo that differs.
"""

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "rvx_site" / "locale"
LANGUAGES = ("ru", "uk")
_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # fixed, so that equal texts make equal files
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_APPS = ("analytics", "botapp", "lessons", "rvx_site")
_PLACE = re.compile(r"%\((\w+)\)|%[sd]|\{(\w*)[^}]*\}")


def sources() -> Iterator[tuple[Path, bytes]]:
    """Every file with texts, as Python source: templates are turned into it by Django."""
    from django.utils.translation.template import templatize

    for app in _APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_bytes()
    for folder in ("templates", *(f"{app}/templates" for app in _APPS)):
        for path in sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in {".html", ".txt"}):
            # In brackets, where the indentation of a template is none of Python's business.
            yield path, f"({templatize(path.read_text(encoding='utf-8'), origin=str(path))}\n)".encode()


def collected() -> Catalog:
    """All texts of the code as they are now."""
    template = Catalog()
    for path, source in sources():
        place = path.relative_to(ROOT).as_posix()
        found = extract("python", io.BytesIO(source), keywords=_KEYWORDS, comment_tags=("Translators:",))
        for _, text, comments, context in found:
            if text and text != ("", ""):
                template.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return template


def stored(language: str) -> Catalog:
    """The catalogue as it is in the repository, or an empty one."""
    path = po(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def po(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def update(language: str, template: Catalog) -> Catalog:
    """The stored translations of the texts that exist now; each text says where it stands."""
    old = stored(language)
    about = {"project": "RVX", "version": "1", "last_translator": "RVX", "language_team": language}
    fresh = Catalog(locale=language, fuzzy=False, header_comment="# RVX", msgid_bugs_address="none", **about)
    for message in sorted(template, key=_order):
        if not message.id:
            continue
        known = old.get(_key(message), message.context)
        fresh.add(
            message.id,
            known.string if known and known.id == message.id else "",
            locations=sorted(set(message.locations)),
            flags=(known.flags & {"fuzzy"}) if known else (),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return fresh


def text_of(catalog: Catalog) -> bytes:
    """The bytes of django.po: equal texts make equal files."""
    catalog.creation_date = catalog.revision_date = _DATE
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, include_lineno=False)
    return buffer.getvalue()


def compiled(language: str) -> bytes:
    """The bytes of django.mo that belong to the stored django.po."""
    buffer = io.BytesIO()
    write_mo(buffer, stored(language))
    return buffer.getvalue()


def problems(language: str, template: Catalog) -> Iterator[str]:
    """One line for each fault of the stored catalogue."""
    old = stored(language)
    for message in sorted(template, key=_order):
        if message.id:
            known = old.get(_key(message), message.context)
            if fault := _fault(message, known):
                yield f"{language}: {fault}: {_key(message)!r} ({message.locations[0][0]})"
    used = {(_key(message), message.context) for message in template}
    for message in old:
        if message.id and (_key(message), message.context) not in used:
            yield f"{language}: no longer used: {_key(message)!r}"
    binary = po(language).with_suffix(".mo")
    if not binary.exists() or binary.read_bytes() != compiled(language):
        yield f"{language}: django.mo is not what django.po says: make messages"


def _fault(message: Message, known: Message | None) -> str:
    if known is None or known.id != message.id:
        return "missing"
    if known.fuzzy:
        return "fuzzy"
    strings = known.string if isinstance(known.string, (tuple, list)) else (known.string,)
    if not all(string.strip() for string in strings):
        return "untranslated"
    if not all(_places(string) in _allowed(message) for string in strings):
        return "has other places than the original"
    return ""


def _allowed(message: Message) -> list[list[str]]:
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    return [_places(text) for text in ids]


def _places(text: str) -> list[str]:
    """The places that are filled in, in any order: `%(limit)s` or `{limit}`."""
    return sorted(match[0] for match in _PLACE.finditer(text.replace("%%", "")))


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _order(message: Message) -> tuple[str, str, str]:
    first = message.locations[0][0] if message.locations else ""
    return first, _key(message) if message.id else "", message.context or ""


def main(arguments: list[str]) -> int:
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    template = collected()
    if "--check" in arguments:
        found = [line for language in LANGUAGES for line in problems(language, template)]
        print("\n".join(found) or f"{len(template)} texts, complete in {', '.join(LANGUAGES)}.")
        return 1 if found else 0
    for language in LANGUAGES:
        catalog = update(language, template)
        po(language).parent.mkdir(parents=True, exist_ok=True)
        po(language).write_bytes(text_of(catalog))
        po(language).with_suffix(".mo").write_bytes(compiled(language))
        empty = sum(1 for message in catalog if message.id and _fault(message, message) == "untranslated")
        print(f"{language}: {len(template)} texts, {empty} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
