from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.person import Person


class Conversation(models.Model):
    """What a person and RVX say to each other in one chat, until the person begins a new one."""

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="conversations",
        verbose_name=_("person"),
        help_text=_("Whose conversation."),
    )
    chat_id = models.BigIntegerField(_("chat"), help_text=_("Where it is held."))
    started_at = models.DateTimeField(_("begun"), auto_now_add=True, help_text=_("When it began, UTC."))
    ended_at = models.DateTimeField(
        _("ended"), null=True, blank=True, help_text=_("When another one took its place, UTC; empty if open.")
    )
    summary = models.TextField(
        _("summary"),
        blank=True,
        default="",
        help_text=_("What was said before the turns that are told whole."),
    )
    summarised_up_to = models.BigIntegerField(
        _("summarised up to"), default=0, help_text=_("The last turn that the summary takes in, 0 for none.")
    )

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "chat_id"],
                condition=models.Q(ended_at__isnull=True),
                name="conversation_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
