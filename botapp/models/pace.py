from django.db import models
from django.utils.translation import gettext_lazy as _


class Pace(models.Model):
    """How fast somebody may go on: one row each, moved by one conditional statement."""

    name = models.CharField(
        _("name"), max_length=100, primary_key=True, help_text=_("Whose pace, for example person:12.")
    )
    free_at = models.FloatField(
        _("free at"), db_index=True, help_text=_("Unix time at which what was asked for so far is paid off.")
    )

    class Meta:
        verbose_name = _("pace")
        verbose_name_plural = _("paces")

    def __str__(self) -> str:
        return self.name
