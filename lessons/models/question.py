from django.db import models
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson


class Question(models.Model):
    """A question on a lesson. Text and explanation exist in each language."""

    lesson = models.ForeignKey(
        Lesson,
        models.CASCADE,
        related_name="questions",
        verbose_name=_("lesson"),
        help_text=_("Where it belongs."),
    )
    slug = models.SlugField(_("slug"), help_text=_("Stable name for programs, unique in its lesson."))
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers come first.")
    )
    text = models.CharField(
        _("question"), max_length=300, help_text=_("At most 300 characters, Telegram's limit.")
    )
    explanation = models.CharField(
        _("why"), max_length=600, help_text=_("Shown after the answer, right or wrong.")
    )
    is_published = models.BooleanField(
        _("published"),
        default=True,
        help_text=_("Switch a question off rather than delete it: answers given to it stay."),
    )
    shipped_digest = models.CharField(
        _("shipped digest"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Digest of the text RVX came with; edited rows are never overwritten by an update."),
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["lesson", "order", "id"]
        constraints = [models.UniqueConstraint(fields=["lesson", "slug"], name="question_slug_once_a_lesson")]

    def __str__(self) -> str:
        return self.text or self.slug


class Option(models.Model):
    """One possible answer. Exactly one of a question's options is right."""

    question = models.ForeignKey(
        Question,
        models.CASCADE,
        related_name="options",
        verbose_name=_("question"),
        help_text=_("Whose option."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers come first.")
    )
    text = models.CharField(
        _("answer"), max_length=100, help_text=_("At most 100 characters, Telegram's limit.")
    )
    is_right = models.BooleanField(
        _("right"), default=False, help_text=_("Exactly one option of a question is right.")
    )

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ["question", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=models.Q(is_right=True), name="option_one_right"
            ),
        ]

    def __str__(self) -> str:
        return self.text
