from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models import Person
from lessons.models.lesson import Lesson


class Progress(models.Model):
    """How far a person is in a lesson."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="progress", verbose_name=_("person"), help_text=_("Who learns.")
    )
    lesson = models.ForeignKey(
        Lesson,
        models.CASCADE,
        related_name="progress",
        verbose_name=_("lesson"),
        help_text=_("What is learned."),
    )
    started_at = models.DateTimeField(_("opened"), auto_now_add=True, help_text=_("When first opened, UTC."))
    completed_at = models.DateTimeField(
        _("finished"),
        null=True,
        blank=True,
        help_text=_("When every question had been answered right once, UTC."),
    )

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["person", "lesson"], name="progress_one_a_lesson")]

    def __str__(self) -> str:
        return f"#{self.lesson_id}"
