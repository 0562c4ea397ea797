"""The base of our admin pages: what nobody could have clicked is refused, and is no fault of ours."""

import logging
import re
from collections.abc import Iterable
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, ValidationError
from django.db import DatabaseError, transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from unfold.admin import ModelAdmin
from unfold.views import ChangeList

logger = logging.getLogger(__name__)
_ROW = re.compile(r"form-\d+-(\w+)")


class List(ChangeList):
    """Rows as an address asks for them; one that asks for what no column can hold leads to the bare list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        try:
            with transaction.atomic():  # so that a query that fails takes nothing around it along
                super().__init__(*args, **kwargs)
        except (ValueError, LookupError, OverflowError, DatabaseError) as error:  # databases differ
            logger.warning("A list was asked for what it can't show: %s", type(error).__name__)
            raise IncorrectLookupParameters(error) from error


class Page(ModelAdmin):
    """A list and the pages of its rows."""

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Model | None:
        """As Django's; a key that no row can have is nobody's."""
        if not from_field and not self._could_be_a_row(object_id):
            return None
        return super().get_object(request, object_id, from_field)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[List]:
        return List

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """As Django's; 400 for rows that no list has shown."""
        if not all(map(self._could_be_a_row, self._rows(request))):
            raise BadRequest
        return super().changelist_view(request, extra_context)

    def _rows(self, request: HttpRequest) -> Iterable[str]:
        yield from request.POST.getlist("_selected_action")
        for name, value in request.POST.items():
            row = _ROW.fullmatch(name)
            if row and row[1] == self.opts.pk.name:
                yield str(value)

    def _could_be_a_row(self, key: str) -> bool:
        try:
            self.opts.pk.clean(key, None)
        except ValidationError:
            return False
        return True
