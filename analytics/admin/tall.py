from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Field
from django.forms import Field as FormField
from django.http import HttpRequest
from unfold.widgets import UnfoldAdminTextareaWidget

_MOST = 24  # rows
_PADDING = 1  # above and below the text, about a row


class TallFields:
    """For an admin page: texts get a box of that many rows, which grows with them, up to a screenful.

    `rows` maps a field's name, without its language, to the height.
    """

    rows: ClassVar[Mapping[str, int]] = {}

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        name, _, language = db_field.name.rpartition("_")
        height = self.rows.get(name if language in dict(settings.LANGUAGES) else db_field.name)
        if height:
            kwargs["widget"] = _box(height)
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # the admin's


def _box(rows: int) -> UnfoldAdminTextareaWidget:
    """Browsers that can't make it grow show `rows` and scroll."""
    style = f"contain: inline-size; min-height: {rows + _PADDING}lh; max-height: {_MOST + _PADDING}lh"
    return UnfoldAdminTextareaWidget({"rows": rows, "class": "field-sizing-content", "style": style})
