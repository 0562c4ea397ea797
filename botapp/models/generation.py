from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.enums import PromptKind
from botapp.models.explanation import Explanation
from botapp.models.person import Person
from botapp.models.wanted import Wanted


class Generation(Wanted):
    """An answer owed to one person in one chat, from the first message to the last edit.

    It outlives the update that asked for it: a process that dies leaves the row, and the next
    leader takes it up again and edits the same message.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        STOPPED = "stopped", _("Stopped")

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="generations",
        verbose_name=_("person"),
        help_text=_("Who asked."),
    )
    chat_id = models.BigIntegerField(_("chat"), help_text=_("Where the answer goes."))
    message_id = models.BigIntegerField(
        _("message"),
        null=True,
        blank=True,
        help_text=_("The message that grows into the answer; empty until it is sent."),
    )
    source_message_id = models.BigIntegerField(
        _("person's message"),
        null=True,
        blank=True,
        help_text=_("The message that is explained, if it is one: when it is edited, so is the answer."),
    )
    source_text = models.TextField(_("source text"), help_text=_("What is to be explained."))
    kind = models.CharField(
        _("kind"), max_length=8, choices=PromptKind, help_text=_("News, question or lesson.")
    )
    link = models.CharField(
        _("link"),
        max_length=2048,
        blank=True,
        default="",
        db_default="",
        help_text=_("The page whose article is explained; read when the answer is written."),
    )
    post = models.CharField(
        _("post"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("Where a forwarded post stands for everybody to read."),
    )
    photo = models.CharField(
        _("pictures"),
        max_length=1023,
        blank=True,
        default="",
        db_default="",
        help_text=_("Telegram's ids of the pictures that are explained, one a line."),
    )
    read_text = models.TextField(
        _("text that was read"),
        blank=True,
        default="",
        db_default="",
        help_text=_("What the link or the picture says; empty until it is read."),
    )
    thread = models.ForeignKey(
        Explanation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thread"),
        help_text=_("The card that a question is about."),
    )
    after = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("awaited card"),
        help_text=_("The answer whose card a question is about, as long as it is being written."),
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.WAITING, help_text=_("How far it is.")
    )
    explanation = models.ForeignKey(
        Explanation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="generations",
        verbose_name=_("explanation"),
        help_text=_("The answer, once it is there."),
    )
    claim = models.UUIDField(_("claim"), null=True, blank=True, help_text=_("Which run works on it."))
    claimed_by = models.UUIDField(
        _("claimed by"), null=True, blank=True, help_text=_("The process that runs it.")
    )
    claimed_until = models.DateTimeField(
        _("claimed until"), null=True, blank=True, help_text=_("After this another run may take over, UTC.")
    )
    attempts = models.PositiveSmallIntegerField(
        _("attempts"), default=0, help_text=_("How often it was begun.")
    )
    parts_sent = models.PositiveSmallIntegerField(
        _("parts sent"),
        default=0,
        db_default=0,  # a process of the release before this one still writes while it hands over
        help_text=_("How many messages of a long answer stand below the first one."),
    )
    is_promised = models.BooleanField(
        _("promised"),
        default=False,
        db_default=False,
        help_text=_("Written because the person wanted to be told; it comes as a message of its own."),
    )
    is_suggested = models.BooleanField(
        _("suggested"),
        default=False,
        db_default=False,
        help_text=_("A question of a button, which no message of the chat says."),
    )
    stop_requested = models.BooleanField(
        _("stop requested"), default=False, help_text=_("The person pressed Stop.")
    )
    charged_on = models.DateField(
        _("charged on"), null=True, blank=True, help_text=_("The day whose limit paid for it, UTC.")
    )
    created_at = models.DateTimeField(
        _("asked"), auto_now_add=True, help_text=_("When it was asked for, UTC.")
    )

    class Meta:
        verbose_name = _("answer in progress")
        verbose_name_plural = _("answers in progress")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["chat_id", "message_id"],
                condition=models.Q(state="waiting"),
                name="generation_one_open_a_message",
            )
        ]
        indexes = [
            models.Index(fields=["id"], name="generation_open", condition=models.Q(state="waiting")),
            # Which answer does a message show that somebody replies to?
            models.Index(fields=["chat_id", "message_id"], name="generation_in_chat"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.state}"
