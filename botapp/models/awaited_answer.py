from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from botapp.models.explanation import Explanation
from botapp.models.generation import Generation
from botapp.models.person import Person


class AwaitedAnswer(models.Model):
    """An item that a person wants explained by the AI once the AI is back.

    `explanation` is the one that was made without it, `generation` the answer that keeps the promise.
    """

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="awaited",
        verbose_name=_("person"),
        help_text=_("Who waits."),
    )
    explanation = models.ForeignKey(
        Explanation,
        models.CASCADE,
        related_name="awaited",
        verbose_name=_("explanation"),
        help_text=_("The one that was made without AI."),
    )
    generation = models.OneToOneField(
        Generation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="awaited",
        verbose_name=_("answer"),
        help_text=_("The answer that the AI gave in the end; empty while it is waited for."),
    )
    attempts = models.PositiveSmallIntegerField(
        _("attempts"), default=0, help_text=_("How often the AI was asked for it.")
    )
    next_at = models.DateTimeField(
        _("next attempt"), default=timezone.now, help_text=_("Not to be tried before, UTC.")
    )
    asked_at = models.DateTimeField(
        _("asked"), default=timezone.now, db_index=True, help_text=_("When the person asked for it, UTC.")
    )

    class Meta:
        verbose_name = _("awaited answer")
        verbose_name_plural = _("awaited answers")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "explanation"], name="awaited_answer_once_a_person")
        ]
        indexes = [
            models.Index(
                fields=["next_at"], name="awaited_answer_open", condition=models.Q(generation__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.person_id}"
