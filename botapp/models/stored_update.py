from django.db import models
from django.utils.translation import gettext_lazy as _


class StoredUpdate(models.Model):
    """One update from Telegram, stored before it is confirmed, kept until long after it is done."""

    class State(models.TextChoices):
        NEW = "new", _("Waiting")
        CLAIMED = "claimed", _("In work")
        DONE = "done", _("Done")
        DEAD = "dead", _("Given up")

    bot_id = models.BigIntegerField(_("bot"), help_text=_("The number before the colon of the token."))
    update_id = models.BigIntegerField(_("update id"), help_text=_("Telegram's number of the update."))
    kind = models.CharField(_("kind"), max_length=32, blank=True, help_text=_("message, callback_query …"))
    lane = models.CharField(
        _("lane"), max_length=64, help_text=_("Updates of one lane are handled in order.")
    )
    payload = models.JSONField(
        _("payload"), null=True, blank=True, help_text=_("As Telegram sent it; blanked when old.")
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.NEW, help_text=_("How far it is.")
    )
    attempts = models.PositiveSmallIntegerField(
        _("attempts"), default=0, help_text=_("How often it was begun.")
    )
    not_before = models.DateTimeField(
        _("not before"), null=True, blank=True, help_text=_("When it may be tried again, UTC.")
    )
    claim = models.UUIDField(
        _("claim"), null=True, blank=True, help_text=_("Token of the run that works on it.")
    )
    claimed_by = models.UUIDField(
        _("claimed by"), null=True, blank=True, help_text=_("The process that runs it.")
    )
    claimed_until = models.DateTimeField(
        _("claimed until"), null=True, blank=True, help_text=_("When that claim ends, UTC.")
    )
    error = models.TextField(
        _("error"), blank=True, help_text=_("Why the last attempt failed, without texts.")
    )
    burst = models.BigIntegerField(
        _("burst"),
        null=True,
        blank=True,
        help_text=_(
            "The first row of those that are handled as one: albums, forwards, parts of a long text."
        ),
    )
    received_at = models.DateTimeField(_("received"), db_index=True, help_text=_("When it was stored, UTC."))
    finished_at = models.DateTimeField(
        _("finished"), null=True, blank=True, help_text=_("When it was done or given up, UTC.")
    )

    class Meta:
        verbose_name = _("stored update")
        verbose_name_plural = _("stored updates")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["bot_id", "update_id"], name="update_stored_once")]
        indexes = [
            models.Index(
                fields=["bot_id", "id"],
                name="update_open_in_order",
                # OR, not IN: SQLite takes a partial index only if it finds a term of the query in it.
                condition=models.Q(state="new") | models.Q(state="claimed"),
            ),
            models.Index(fields=["bot_id", "id"], name="update_given_up", condition=models.Q(state="dead")),
            # What is blanked when it is old; those that are blanked already are not in it.
            models.Index(
                fields=["finished_at"],
                name="update_with_payload",
                condition=models.Q(payload__isnull=False),
            ),
            models.Index(fields=["burst"], name="update_of_burst", condition=models.Q(burst__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.update_id} {self.state}"
