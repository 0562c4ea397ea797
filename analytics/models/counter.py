from django.db import models
from django.utils.translation import gettext_lazy as _


class Counter(models.Model):
    """A running total shared by all processes; /health reads these."""

    name = models.CharField(_("name"), max_length=64, primary_key=True, help_text=_("What is counted."))
    value = models.BigIntegerField(_("value"), default=0, help_text=_("How many so far."))

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")
        constraints = [models.CheckConstraint(condition=models.Q(value__gte=0), name="counter_not_negative")]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
