from django.db import models
from django.utils.translation import gettext_lazy as _


class ApiKey(models.Model):
    """A program's key. Only its digest is kept, so a lost key can't be shown again."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("What the key is for."))
    owner_name = models.CharField(_("owner"), max_length=100, blank=True, help_text=_("Who answers for it."))
    prefix = models.CharField(
        _("prefix"), max_length=16, editable=False, help_text=_("The first characters, to recognise it by.")
    )
    digest = models.CharField(
        _("digest"), max_length=64, unique=True, editable=False, help_text=_("SHA-256 of the key.")
    )
    is_active = models.BooleanField(_("active"), default=True, help_text=_("Switched off keys are refused."))
    daily_limit = models.PositiveIntegerField(
        _("daily limit"), null=True, blank=True, help_text=_("Requests a day (UTC); empty means no limit.")
    )
    used_on = models.DateField(
        _("counted day"), null=True, blank=True, editable=False, help_text=_("The UTC day that is counted.")
    )
    used_today = models.PositiveIntegerField(
        _("used that day"), default=0, editable=False, help_text=_("Requests on the counted day.")
    )
    total_requests = models.PositiveBigIntegerField(
        _("requests"), default=0, editable=False, help_text=_("How many so far.")
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True, help_text=_("When it was made, UTC."))
    last_used_at = models.DateTimeField(
        _("last used"), null=True, blank=True, editable=False, help_text=_("When it was last used, UTC.")
    )

    class Meta:
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_authenticated(self) -> bool:
        """What REST framework asks of whoever makes a request."""
        return True
