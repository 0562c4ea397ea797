from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.enums import PromptKind
from botapp.models.wanted import Wanted


class Explanation(Wanted):
    """One answer, kept for the next reader of the same text.

    `key` is the promise that equal questions are answered once: whoever inserts it works, the
    others wait for the row. A degraded or failed answer gives its key back (NULL), so that it is
    never served as if it were the real one.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Being written")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    key = models.CharField(
        _("key"),
        max_length=64,
        null=True,
        blank=True,
        unique=True,
        help_text=_(
            "Digest of text, language, depth, kind, model and prompt version; empty if not reusable."
        ),
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.PENDING, help_text=_("How far it is.")
    )
    owner = models.UUIDField(_("owner"), null=True, blank=True, help_text=_("Which run is writing it."))
    pending_until = models.DateTimeField(
        _("pending until"), null=True, blank=True, help_text=_("After this another run may take over, UTC.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=PromptKind,
        default=PromptKind.NEWS,
        help_text=_("News, question or lesson."),
    )
    source_text = models.TextField(_("source text"), help_text=_("The item as it was sent."))
    answer = models.JSONField(
        _("answer"), null=True, blank=True, help_text=_("The explanation in its schema.")
    )
    provider = models.CharField(_("provider"), max_length=32, blank=True, help_text=_("Who answered."))
    model = models.CharField(_("model"), max_length=64, blank=True, help_text=_("With which model."))
    prompt_version = models.CharField(
        _("prompt version"), max_length=16, blank=True, help_text=_("With which prompt.")
    )
    degraded = models.BooleanField(
        _("degraded"), default=False, help_text=_("Answered without artificial intelligence.")
    )
    failure = models.CharField(
        _("failure"), max_length=32, blank=True, help_text=_("Why a better provider gave way, as a code.")
    )
    input_tokens = models.PositiveIntegerField(
        _("input tokens"), default=0, help_text=_("As the service counted.")
    )
    output_tokens = models.PositiveIntegerField(
        _("output tokens"), default=0, help_text=_("As the service counted.")
    )
    created_at = models.DateTimeField(
        _("asked"), auto_now_add=True, db_index=True, help_text=_("When it was asked for, UTC.")
    )
    ready_at = models.DateTimeField(
        _("answered"), null=True, blank=True, help_text=_("When it was ready, UTC.")
    )

    class Meta:
        verbose_name = _("explanation")
        verbose_name_plural = _("explanations")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["id"],
                name="explanation_reusable",
                condition=models.Q(state="ready", key__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="ready") | models.Q(answer__isnull=False),
                name="explanation_ready_has_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(degraded=False) | models.Q(key__isnull=True) | ~models.Q(state="ready"),
                name="explanation_degraded_not_reused",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.language} {self.depth}"
