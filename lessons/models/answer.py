from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models import Person
from lessons.models.question import Option, Question


class Answer(models.Model):
    """A person's answer to a question. One a round: a double tap can't answer twice."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="answers", verbose_name=_("person"), help_text=_("Who answered.")
    )
    question = models.ForeignKey(
        Question,
        models.CASCADE,
        related_name="answers",
        verbose_name=_("question"),
        help_text=_("What was asked."),
    )
    round = models.PositiveIntegerField(
        _("round"), default=1, help_text=_("Which passage through the lesson's questions.")
    )
    option = models.ForeignKey(
        Option,
        models.SET_NULL,
        null=True,
        related_name="answers",
        verbose_name=_("option"),
        help_text=_("What was chosen."),
    )
    is_right = models.BooleanField(_("right"), help_text=_("As it was judged at the time."))
    created_at = models.DateTimeField(_("time"), auto_now_add=True, help_text=_("When, UTC."))

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "question", "round"], name="answer_once_a_round")
        ]

    def __str__(self) -> str:
        return f"#{self.question_id} {self.is_right}"
