"""Rows that tell that they were changed."""

import secrets
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

_MOST = 2**31 - 1  # what an integer column holds on every database


def new_version() -> int:
    """A number that no version before is likely to have been: a sum of versions tells of any change."""
    return secrets.randbelow(_MOST) + 1


class VersionField(models.IntegerField):  # type: ignore[type-arg]  # no generic when it runs
    """Another number after every save. Times would not do: whoever commits last may have saved first."""

    def pre_save(self, model_instance: models.Model, add: bool) -> int:
        """The version that is written."""
        version = new_version()
        setattr(model_instance, self.attname, version)
        return version


class VersionedQuerySet(models.QuerySet):  # type: ignore[type-arg]  # likewise
    """Rows with a field `version`; what changes many of them changes their versions."""

    def update(self, **changes: Any) -> int:
        """As Django's, with a new version."""
        return super().update(**{"version": new_version()} | changes)


class Versioned(models.Model):
    """What every change of a row through its model leaves a mark on; `update_fields` has to name it."""

    version = VersionField(
        _("version"),
        editable=False,
        default=0,
        db_default=0,
        help_text=_("Another number after every change."),
    )

    objects = VersionedQuerySet.as_manager()

    class Meta:
        abstract = True
