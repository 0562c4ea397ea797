from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.stored_update import StoredUpdate


class Effect(models.Model):
    """What one step of one update did: a second run returns the result instead of doing it again."""

    update = models.ForeignKey(
        StoredUpdate,
        models.CASCADE,
        related_name="effects",
        verbose_name=_("update"),
        help_text=_("Whose step."),
    )
    step = models.CharField(_("step"), max_length=64, help_text=_("Name of the step."))
    result = models.JSONField(_("result"), null=True, blank=True, help_text=_("What the step returned."))
    created_at = models.DateTimeField(_("time"), auto_now_add=True, help_text=_("When it was done, UTC."))

    class Meta:
        verbose_name = _("effect")
        verbose_name_plural = _("effects")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["update", "step"], name="effect_once")]

    def __str__(self) -> str:
        return f"{self.update_id} {self.step}"
