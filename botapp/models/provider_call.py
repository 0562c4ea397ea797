from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.enums import PromptKind
from botapp.models.explanation import Explanation


class ProviderCall(models.Model):
    """One call to an AI service, whatever became of it: figures, never texts. Kept for a month."""

    class Outcome(models.TextChoices):
        OK = "ok", _("Answered")
        UNAVAILABLE = "unavailable", _("Not available")
        TIMEOUT = "timeout", _("Too slow")
        BLOCKED = "blocked", _("Declined")
        EMPTY = "empty", _("Without text")
        MALFORMED = "malformed", _("Not readable")
        STOPPED = "stopped", _("Stopped by the person")

    provider = models.CharField(_("provider"), max_length=32, help_text=_("Who was asked."))
    model = models.CharField(_("model"), max_length=64, help_text=_("Which model."))
    kind = models.CharField(
        _("kind"), max_length=8, choices=PromptKind, help_text=_("News, question or lesson.")
    )
    is_repair = models.BooleanField(
        _("second try"), default=False, help_text=_("Asked once more, because the answer could not be used.")
    )
    outcome = models.CharField(
        _("outcome"), max_length=16, choices=Outcome, help_text=_("What became of the call.")
    )
    input_tokens = models.PositiveIntegerField(
        _("input tokens"), default=0, help_text=_("As the service counted.")
    )
    output_tokens = models.PositiveIntegerField(
        _("output tokens"), default=0, help_text=_("As the service counted.")
    )
    cost = models.PositiveBigIntegerField(
        _("cost"),
        null=True,
        blank=True,
        help_text=_("Millionths of a US dollar; empty where the settings hold no price."),
    )
    duration_ms = models.PositiveIntegerField(_("duration"), help_text=_("Milliseconds until its end."))
    first_byte_ms = models.PositiveIntegerField(
        _("first byte"),
        null=True,
        blank=True,
        help_text=_("Milliseconds until the service began to answer; empty if it never did."),
    )
    explanation = models.ForeignKey(
        Explanation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="calls",
        verbose_name=_("explanation"),
        help_text=_("What it was asked for."),
    )
    created_at = models.DateTimeField(
        _("ended"), auto_now_add=True, db_index=True, help_text=_("When the call ended, UTC.")
    )

    class Meta:
        verbose_name = _("call to an AI")
        verbose_name_plural = _("calls to AIs")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(outcome=""), name="provider_call_has_an_outcome")
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.provider} {self.outcome}"
