from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.conversation import Conversation
from botapp.models.explanation import Explanation
from botapp.models.person import Person


class Turn(models.Model):
    """One turn of a conversation; the next question sees the last ones."""

    class Role(models.TextChoices):
        PERSON = "person", _("Person")
        RVX = "rvx", "RVX"

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="turns",
        verbose_name=_("person"),
        help_text=_("Whose conversation."),
    )
    conversation = models.ForeignKey(
        Conversation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="turns",
        verbose_name=_("conversation"),
        help_text=_("The conversation it was said in; empty until the first one that is kept begins."),
    )
    role = models.CharField(_("role"), max_length=8, choices=Role, help_text=_("Who spoke."))
    text = models.TextField(_("text"), help_text=_("What was said, as plain text."))
    explanation = models.ForeignKey(
        Explanation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="turns",
        verbose_name=_("explanation"),
        help_text=_("The answer this turn belongs to."),
    )
    thread = models.ForeignKey(
        Explanation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="thread_turns",
        verbose_name=_("thread"),
        help_text=_("The card that this part of the conversation is about."),
    )
    created_at = models.DateTimeField(_("time"), auto_now_add=True, db_index=True, help_text=_("When, UTC."))

    class Meta:
        verbose_name = _("turn")
        verbose_name_plural = _("turns")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "-id"], name="turn_person_latest")]

    def __str__(self) -> str:
        return f"{self.role} #{self.pk}"
