from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.version import Versioned


class Term(Versioned):
    """A word of the glossary. Name and meaning exist in each language."""

    slug = models.SlugField(_("slug"), unique=True, help_text=_("Stable name for programs."))
    ticker = models.CharField(
        _("ticker"),
        max_length=12,
        blank=True,
        help_text=_("For assets only: BTC, ETH …"),
        validators=[RegexValidator(r"^[A-Z0-9]+$", _("Capital letters and digits only."))],
    )
    name = models.CharField(_("name"), max_length=80, help_text=_("The word as a reader would look it up."))
    meaning = models.CharField(_("meaning"), max_length=300, help_text=_("One or two plain sentences."))
    forms = models.TextField(
        _("spellings"),
        blank=True,
        help_text=_("One a line. Russian: dictionary forms are enough; Ukrainian and English: every form."),
    )
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("Switched off words are not explained.")
    )
    shipped_digest = models.CharField(
        _("shipped digest"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Digest of the text RVX came with; edited rows are never overwritten by an update."),
    )

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.slug
