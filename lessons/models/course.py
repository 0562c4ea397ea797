from django.db import models
from django.utils.translation import gettext_lazy as _


class Course(models.Model):
    """A row of lessons on one subject. Title and description exist in each language."""

    class Level(models.TextChoices):
        BEGINNER = "beginner", _("Beginner")
        INTERMEDIATE = "intermediate", _("Intermediate")
        ADVANCED = "advanced", _("Advanced")

    slug = models.SlugField(_("slug"), unique=True, help_text=_("Stable name for programs."))
    level = models.CharField(
        _("level"), max_length=16, choices=Level, help_text=_("What it takes for granted.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers come first.")
    )
    title = models.CharField(
        _("title"), max_length=100, help_text=_("As it stands on the button and the page.")
    )
    description = models.CharField(_("description"), max_length=300, help_text=_("What one can do after it."))
    is_published = models.BooleanField(
        _("published"), default=True, help_text=_("Learners see published courses only.")
    )
    shipped_digest = models.CharField(
        _("shipped digest"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Digest of the text RVX came with; edited rows are never overwritten by an update."),
    )

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title or self.slug
