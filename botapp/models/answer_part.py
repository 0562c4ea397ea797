from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.generation import Generation


class AnswerPart(models.Model):
    """One more message that shows an answer: the rest of a long one, or a card opened again."""

    generation = models.ForeignKey(
        Generation,
        models.CASCADE,
        related_name="parts",
        verbose_name=_("answer"),
        help_text=_("Whose message it is."),
    )
    chat_id = models.BigIntegerField(_("chat"), help_text=_("Where it stands."))
    message_id = models.BigIntegerField(_("message"), help_text=_("Its number there."))

    class Meta:
        verbose_name = _("part of an answer")
        verbose_name_plural = _("parts of answers")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["chat_id", "message_id"], name="answer_part_once")]

    def __str__(self) -> str:
        return f"#{self.generation_id}"
