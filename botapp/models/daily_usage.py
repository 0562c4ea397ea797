from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.person import Person


class DailyUsage(models.Model):
    """How many explanations a person began on one day (UTC)."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="usage", verbose_name=_("person"), help_text=_("Whose day.")
    )
    day = models.DateField(_("day"), help_text=_("The UTC day."))
    used = models.PositiveIntegerField(
        _("used"), default=0, help_text=_("Explanations begun and not given back.")
    )

    class Meta:
        verbose_name = _("daily usage")
        verbose_name_plural = _("daily usage")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="usage_one_row_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.used}"
