from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.explanation import Explanation
from botapp.models.person import Person


class Feedback(models.Model):
    """What a person thinks of an explanation: one verdict each, the last one counts."""

    class Verdict(models.TextChoices):
        UP = "up", _("Helpful")
        DOWN = "down", _("Not helpful")

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="feedback", verbose_name=_("person"), help_text=_("Who judged.")
    )
    explanation = models.ForeignKey(
        Explanation,
        models.CASCADE,
        related_name="feedback",
        verbose_name=_("explanation"),
        help_text=_("What was judged."),
    )
    verdict = models.CharField(_("verdict"), max_length=4, choices=Verdict, help_text=_("Helpful or not."))
    created_at = models.DateTimeField(_("time"), auto_now_add=True, help_text=_("When first given, UTC."))
    updated_at = models.DateTimeField(_("changed"), auto_now=True, help_text=_("When last changed, UTC."))

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["person", "explanation"], name="feedback_one_each")]

    def __str__(self) -> str:
        return f"{self.verdict} #{self.explanation_id}"
