from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.enums import Depth, Language, Mode


class Wanted(models.Model):
    """What tells one answer to a text from another: the same for the answer and for who is owed it."""

    language = models.CharField(
        _("language"), max_length=2, choices=Language, help_text=_("Language of the answer.")
    )
    depth = models.CharField(_("depth"), max_length=8, choices=Depth, help_text=_("How deep it goes."))
    mode = models.CharField(
        _("way"),
        max_length=8,
        choices=Mode,
        default=Mode.PLAIN,
        db_default="plain",
        help_text=_("In which way it explains."),
    )
    variant = models.PositiveSmallIntegerField(
        _("version"), default=0, db_default=0, help_text=_("Which version of the same answer, from 0.")
    )
    subject = models.CharField(
        _("subject"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("The topic of a lesson."),
    )
    origin = models.CharField(
        _("origin"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("Who published the item, if it is known."),
    )

    class Meta:
        abstract = True
