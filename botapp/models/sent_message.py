from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.stored_update import StoredUpdate


class SentMessage(models.Model):
    """Journal of messages created by one step of one update, so that a second run does not repeat them."""

    update = models.ForeignKey(
        StoredUpdate,
        models.CASCADE,
        related_name="sent",
        verbose_name=_("update"),
        help_text=_("Whose step."),
    )
    step = models.CharField(_("step"), max_length=64, help_text=_("Name of the step."))
    chat_id = models.BigIntegerField(_("chat"), help_text=_("Where it was sent."))
    message_id = models.BigIntegerField(_("message"), help_text=_("Its number there."))
    created_at = models.DateTimeField(
        _("time"), auto_now_add=True, help_text=_("When it was journaled, UTC.")
    )

    class Meta:
        verbose_name = _("sent message")
        verbose_name_plural = _("sent messages")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["update", "step"], name="sent_once")]

    def __str__(self) -> str:
        return f"{self.update_id} {self.step}"
