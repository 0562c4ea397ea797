from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """Something that happened: ids and facts, never texts or names."""

    class Kind(models.TextChoices):
        START = "start", _("Start")
        EXPLANATION = "explanation", _("Explanation")
        FEEDBACK = "feedback", _("Feedback")
        LESSON = "lesson", _("Lesson opened")
        LESSON_DONE = "lesson_done", _("Lesson finished")
        ANSWER = "answer", _("Answer to a question")
        API_CALL = "api_call", _("API call")
        ERROR = "error", _("Error")

    kind = models.CharField(_("kind"), max_length=32, choices=Kind, help_text=_("What happened."))
    person_id = models.BigIntegerField(
        _("person"), null=True, blank=True, help_text=_("Row number of the person, empty for programs.")
    )
    subject = models.CharField(
        _("subject"),
        max_length=100,
        blank=True,
        help_text=_("What it happened to, for example a lesson's slug."),
    )
    source = models.CharField(
        _("source"), max_length=32, blank=True, help_text=_("Where it came from: telegram, api or shell.")
    )
    facts = models.JSONField(
        _("facts"), default=dict, blank=True, help_text=_("Numbers and codes, never texts.")
    )
    at = models.DateTimeField(_("time"), db_index=True, help_text=_("When it happened, UTC."))

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["kind", "at"], name="event_kind_at"),
            models.Index(fields=["person_id", "at"], name="event_person_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
