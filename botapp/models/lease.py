"""Who polls: the lease row is the truth, its history and the running processes stand beside it.

Times that decide are numbers of seconds by the database's own clock (Unix time), because hosts'
clocks differ; they are compared only inside the database.
"""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import gettext_lazy as _


class DatabaseClock(models.Func):
    """Unix time in seconds, with fractions, by the database's own clock at this statement."""

    # SQLite: unixepoch('subsec') is NULL before 3.42, so the time is made from the Julian day.
    template = "((julianday('now') - 2440587.5) * 86400.0)"
    output_field = models.FloatField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, Any]:
        return self.as_sql(
            compiler,
            connection,
            template="EXTRACT(EPOCH FROM clock_timestamp())::double precision",
            **context,
        )


class Lease(models.Model):
    """The right to poll for one bot. `epoch` rises with every change of leader and fences writes."""

    bot_id = models.BigIntegerField(
        _("bot"), primary_key=True, help_text=_("The number before the colon of the token.")
    )
    epoch = models.BigIntegerField(_("epoch"), default=0, help_text=_("Number of the leadership."))
    holder = models.UUIDField(
        _("holder"), null=True, blank=True, help_text=_("The process that leads; empty if released.")
    )
    host = models.CharField(_("host"), max_length=255, blank=True, help_text=_("Where it runs."))
    pid = models.PositiveIntegerField(
        _("process"), null=True, blank=True, help_text=_("Its process number there.")
    )
    process_started = models.FloatField(
        _("process start"),
        null=True,
        blank=True,
        help_text=_("Unix time the process began, to tell pids apart."),
    )
    version = models.CharField(_("version"), max_length=64, blank=True, help_text=_("RVX version it runs."))
    lock = models.CharField(
        _("lock"),
        max_length=255,
        blank=True,
        help_text=_("Which lock it holds beside the lease; empty for none."),
    )
    expires_at = models.FloatField(_("expires"), default=0, help_text=_("Unix time by the database's clock."))
    since = models.DateTimeField(
        _("since"), null=True, blank=True, help_text=_("When it began to lead, UTC.")
    )

    class Meta:
        verbose_name = _("lease")
        verbose_name_plural = _("leases")

    def __str__(self) -> str:
        return f"bot {self.bot_id}, epoch {self.epoch}"


class Leadership(models.Model):
    """One leadership, for the history in the admin."""

    bot_id = models.BigIntegerField(_("bot"), help_text=_("The number before the colon of the token."))
    epoch = models.BigIntegerField(_("epoch"), help_text=_("Number of the leadership."))
    holder = models.UUIDField(_("holder"), help_text=_("The process that led."))
    host = models.CharField(_("host"), max_length=255, blank=True, help_text=_("Where it ran."))
    pid = models.PositiveIntegerField(_("process"), help_text=_("Its process number there."))
    began_at = models.DateTimeField(_("began"), help_text=_("When it began to lead, UTC."))
    ended_at = models.DateTimeField(
        _("ended"), null=True, blank=True, help_text=_("When it ended, if that is known, UTC.")
    )
    ending = models.CharField(_("ending"), max_length=64, blank=True, help_text=_("Why it ended."))

    class Meta:
        verbose_name = _("leadership")
        verbose_name_plural = _("leaderships")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["bot_id", "epoch"], name="leadership_one_an_epoch")]

    def __str__(self) -> str:
        return f"epoch {self.epoch}, pid {self.pid}"


class Runner(models.Model):
    """One running `runbot`, so that other processes can tell leader, standby and dead apart."""

    class Role(models.TextChoices):
        LEADER = "leader", _("Leader")
        STANDBY = "standby", _("Standby")

    holder = models.UUIDField(_("identity"), primary_key=True, help_text=_("Made anew at each start."))
    bot_id = models.BigIntegerField(_("bot"), help_text=_("The number before the colon of the token."))
    role = models.CharField(_("role"), max_length=8, choices=Role, help_text=_("Leads or waits."))
    host = models.CharField(_("host"), max_length=255, help_text=_("Where it runs."))
    pid = models.PositiveIntegerField(_("process"), help_text=_("Its process number there."))
    version = models.CharField(_("version"), max_length=64, blank=True, help_text=_("RVX version it runs."))
    ai = models.CharField(
        _("AI in use"), max_length=64, blank=True, help_text=_("Provider and adapter it answers with.")
    )
    started_at = models.DateTimeField(_("started"), help_text=_("When, UTC."))
    seen_at = models.FloatField(_("last seen"), help_text=_("Unix time by the database's clock."))

    class Meta:
        verbose_name = _("bot process")
        verbose_name_plural = _("bot processes")

    def __str__(self) -> str:
        return f"{self.role}, pid {self.pid}"
