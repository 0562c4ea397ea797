from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.explanation import Explanation
from botapp.models.person import Person


class Bookmark(models.Model):
    """An explanation that a person keeps."""

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="bookmarks",
        verbose_name=_("person"),
        help_text=_("Who keeps it."),
    )
    explanation = models.ForeignKey(
        Explanation,
        models.CASCADE,
        related_name="bookmarks",
        verbose_name=_("explanation"),
        help_text=_("What is kept."),
    )
    created_at = models.DateTimeField(_("time"), auto_now_add=True, help_text=_("When it was saved, UTC."))

    class Meta:
        verbose_name = _("bookmark")
        verbose_name_plural = _("bookmarks")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["person", "explanation"], name="bookmark_once")]

    def __str__(self) -> str:
        return f"#{self.explanation_id}"
