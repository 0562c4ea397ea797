from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.version import Versioned


class EventKind(Versioned):
    """A kind of event and what is generally true of it. All texts exist in each language."""

    slug = models.SlugField(_("slug"), unique=True, help_text=_("Stable name for programs."))
    priority = models.PositiveSmallIntegerField(
        _("priority"),
        default=50,
        help_text=_("Decides when two kinds fit equally well; the higher one wins."),
    )
    name = models.CharField(_("name"), max_length=80, help_text=_("What readers see."))
    how_it_works = models.TextField(
        _("how it works"), help_text=_("How such an event usually goes. General background.")
    )
    who_is_touched = models.TextField(
        _("who is touched"), help_text=_("Whom such an event usually concerns.")
    )
    what_next = models.TextField(
        _("what to look at next"), help_text=_("Signs to watch. Never advice to buy or sell.")
    )
    analogy = models.TextField(
        _("analogy"),
        blank=True,
        default="",
        db_default="",
        help_text=_("What it is like in everyday life, in one or two sentences."),
    )
    example = models.TextField(
        _("example"),
        blank=True,
        default="",
        db_default="",
        help_text=_("A made-up case without numbers, in one or two sentences."),
    )
    questions = models.TextField(
        _("questions"),
        blank=True,
        help_text=_(
            "One a line: what an item of this kind should say. After a bar, the words that answer it: "
            "“When? | effective, from &lt;date&gt;”. * stands for any ending; &lt;date&gt;, &lt;number&gt;, "
            "&lt;name&gt; and &lt;source&gt; stand for anything of that sort."
        ),
    )
    cues = models.TextField(
        _("cues"),
        blank=True,
        help_text=_(
            "One a line, lower case: words that give it away. * at a word's end stands for any ending; … "
            "between words for up to six words of the same clause (“approv* … etf”); ^ before a line means: "
            "only where the item begins with it."
        ),
    )
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("Switched off kinds are not recognised.")
    )
    shipped_digest = models.CharField(
        _("shipped digest"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Digest of the text RVX came with; edited rows are never overwritten by an update."),
    )

    class Meta:
        verbose_name = _("kind of event")
        verbose_name_plural = _("kinds of events")
        ordering = ["-priority", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug
