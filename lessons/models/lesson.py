from django.db import models
from django.utils.translation import gettext_lazy as _

from lessons.models.course import Course


class Lesson(models.Model):
    """One lesson: a Markdown text and questions. Title and text exist in each language."""

    course = models.ForeignKey(
        Course,
        models.CASCADE,
        related_name="lessons",
        verbose_name=_("course"),
        help_text=_("Where it belongs."),
    )
    slug = models.SlugField(
        _("slug"),
        unique=True,
        help_text=_("Stable name for programs and for links to the lesson: t.me/BOT?start=lesson_SLUG."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers come first.")
    )
    title = models.CharField(
        _("title"), max_length=120, help_text=_("As it stands on the button and the page.")
    )
    body = models.TextField(
        _("text"), help_text=_("Markdown: paragraphs, **bold**, _italic_, lists, links, quotes, ## headings.")
    )
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line: title, a space, address."))
    is_published = models.BooleanField(
        _("published"), default=True, help_text=_("Learners see published lessons only.")
    )
    updated_at = models.DateTimeField(
        _("changed"), auto_now=True, help_text=_("When it was last changed, UTC.")
    )
    shipped_digest = models.CharField(
        _("shipped digest"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Digest of the text RVX came with; edited rows are never overwritten by an update."),
    )

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["course", "order", "id"]

    def __str__(self) -> str:
        return self.title or self.slug
