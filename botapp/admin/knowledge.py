"""What pages of texts in three languages share: one tab a language."""

from collections.abc import Sequence

from django.conf import settings


def language_tabs(fields: Sequence[str]) -> list[tuple[str, dict[str, object]]]:
    """Fieldsets for fields that exist once per language, shown as tabs."""
    return [
        (name, {"classes": ["tab"], "fields": [f"{field}_{code}" for field in fields]})
        for code, name in settings.LANGUAGES
    ]
