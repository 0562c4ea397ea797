from django.db import models
from django.utils.translation import gettext_lazy as _


class Tombstone(models.Model):
    """What outlives a person who had everything deleted: a ban, a limit and today's count.

    Nobody can be found by it. Whoever comes back with the same Telegram id makes the same digest.
    """

    digest = models.CharField(
        _("digest"), max_length=64, primary_key=True, help_text=_("Keyed digest of the Telegram id.")
    )
    is_banned = models.BooleanField(_("banned"), default=False, help_text=_("The ban goes on."))
    daily_limit = models.PositiveIntegerField(
        _("daily limit"), null=True, blank=True, help_text=_("The limit that staff had set, if any.")
    )
    used_on = models.DateField(_("counted day"), help_text=_("The UTC day on which the data went."))
    used = models.PositiveIntegerField(_("used"), default=0, help_text=_("Explanations begun on that day."))

    class Meta:
        verbose_name = _("tombstone")
        verbose_name_plural = _("tombstones")

    def __str__(self) -> str:
        return self.digest[:8]
