from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.enums import Depth, Language


class Person(models.Model):
    """Someone who talks to the bot, known by their Telegram id."""

    telegram_id = models.BigIntegerField(
        _("Telegram id"), unique=True, help_text=_("The id Telegram knows them by.")
    )
    username = models.CharField(
        _("username"), max_length=64, blank=True, help_text=_("Without the @; may change.")
    )
    first_name = models.CharField(
        _("first name"), max_length=128, blank=True, help_text=_("As set in Telegram.")
    )
    last_name = models.CharField(
        _("last name"), max_length=128, blank=True, help_text=_("As set in Telegram.")
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=Language,
        default=Language.RUSSIAN,
        help_text=_("RVX answers in it."),
    )
    depth = models.CharField(
        _("depth"),
        max_length=8,
        choices=Depth,
        default=Depth.NORMAL,
        help_text=_("How deep explanations go at first."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        default="",
        db_default="",
        help_text=_("Name as in the IANA list, like Europe/Kyiv; empty means UTC."),
    )
    is_banned = models.BooleanField(
        _("banned"), default=False, help_text=_("Closes every door: bot and buttons.")
    )
    daily_limit = models.PositiveIntegerField(
        _("daily limit"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Explanations a day (UTC); empty means the general limit."),
    )
    source = models.CharField(
        _("source"), max_length=64, blank=True, help_text=_("The deep link they came by the first time.")
    )
    created_at = models.DateTimeField(
        _("first seen"), auto_now_add=True, help_text=_("When they first wrote, UTC.")
    )
    seen_at = models.DateTimeField(
        _("last seen"), null=True, blank=True, db_index=True, help_text=_("Last sign of life, UTC.")
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=Language.values), name="person_language_known"
            ),
            models.CheckConstraint(condition=models.Q(depth__in=Depth.values), name="person_depth_known"),
        ]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or f"#{self.telegram_id}"
