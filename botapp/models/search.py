from django.db import models
from django.utils.translation import gettext_lazy as _

from botapp.models.explanation import Explanation
from botapp.models.person import Person


class SearchEntry(models.Model):
    """The words by which one answer is found; gone when nobody's item of it is kept any more.

    The index over them is the database's own: FTS5 kept by triggers in SQLite, GIN in PostgreSQL
    (the migration named search). SQLite drops the triggers with the table, so a migration that makes this
    table anew has to make them anew too.
    """

    explanation = models.OneToOneField(
        Explanation,
        models.CASCADE,
        related_name="search_entry",
        verbose_name=_("explanation"),
        help_text=_("What is found."),
    )
    words = models.TextField(
        _("words"), help_text=_("Each once, folded, with dictionary forms; a space between two.")
    )

    class Meta:
        verbose_name = _("searchable words")
        verbose_name_plural = _("searchable words")

    def __str__(self) -> str:
        return f"#{self.explanation_id}"


class Search(models.Model):
    """What a person looked for, as long as they may turn its pages: a button can't hold it."""

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="searches",
        verbose_name=_("person"),
        help_text=_("Who looked."),
    )
    text = models.CharField(_("text"), max_length=200, help_text=_("What they typed."))
    created_at = models.DateTimeField(_("time"), auto_now_add=True, help_text=_("When, UTC."))

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"#{self.pk}"
