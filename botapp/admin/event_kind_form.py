"""What an editor writes about a kind of event, checked line by line before it is saved."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from botapp.admin.knowledge_form import KnowledgeForm, KnowledgeRow, KnowledgeRows
from botapp.ai.offline.marks import MARKS
from botapp.ai.open_question import parsed
from botapp.models import EventKind
from botapp.queries.event_kinds import lines, with_cues, with_names
from botapp.queries.knowledge import BACKGROUND

_MARK = re.compile(r"<[^<>]*>")
_GAP = "…"
_SAYS_SOMETHING = re.compile(r"[^\W_]")
_SAYS_A_WORD = re.compile(r"[^\W_].*[^\W_]")  # of one letter, all news would be of this kind


class EventKindForm(KnowledgeForm):
    """Refuses lines that would never be found or never be asked, with the number of the line."""

    needed = BACKGROUND

    def clean(self) -> dict[str, Any] | None:
        """As Django's; each fault stands at its field."""
        cleaned = super().clean()
        for code, _name in settings.LANGUAGES:
            self._check(f"cues_{code}", _faults_of_cue)
            self._check(f"questions_{code}", _faults_of_question)
        self._check_counts()
        return cleaned

    @staticmethod
    def taken(
        values: Mapping[str, Any], others: Sequence[EventKind]
    ) -> Iterator[tuple[str, ValidationError]]:
        """A name and a cue belong to one kind in use."""
        for field, names in lines(values, "name").items():
            said = _("Another kind in use is called so already: %(kind)s. Readers could not tell them apart.")
            for kind in with_names(names, others):
                yield field, ValidationError(said, params={"kind": kind.slug})
        for field, cues in lines(values, "cues").items():
            said = _("The kind “%(kind)s” has this already: %(cues)s. A cue gives away one kind only.")
            for kind, shared in with_cues(cues, others).items():
                yield field, ValidationError(said, params={"kind": kind, "cues": ", ".join(shared)})

    def _lines(self, field: str) -> list[str]:
        return [line.strip() for line in (self.cleaned_data.get(field) or "").splitlines() if line.strip()]

    def _check(self, field: str, faults: Callable[[str], Iterator[str]]) -> None:
        for number, line in enumerate(self._lines(field), 1):
            for fault in faults(line):
                said = _("Line %(number)s, “%(line)s”: %(fault)s")
                self.add_error(
                    field, ValidationError(said, params={"number": number, "line": line, "fault": fault})
                )

    def _check_counts(self) -> None:
        """The n-th lines of the languages are one question."""
        counts = {code: len(self._lines(f"questions_{code}")) for code, _name in settings.LANGUAGES}
        most = max(counts.values())
        for code, count in counts.items():
            if 0 < count < most:
                said = _(
                    "%(count)s questions here, %(most)s in another language: line by line they are the same."
                )
                self.add_error(
                    f"questions_{code}", ValidationError(said, params={"count": count, "most": most})
                )


class EventKindRow(KnowledgeRow):
    """A kind in the list."""

    needed = BACKGROUND


class EventKindRows(KnowledgeRows):
    """The list of kinds."""

    form_of_one = EventKindForm


def _faults_of_cue(cue: str) -> Iterator[str]:
    words = cue.removeprefix("^").split()
    if not _SAYS_A_WORD.search(cue):
        yield _("a word is missing.")
    elif _GAP in (words[0], words[-1]):
        yield _("… stands between words.")
    if any("*" in word[:-1] or word == "*" for word in words):
        yield _("* stands at the end of a word.")
    if "^" in cue[1:]:
        yield _("^ stands at the beginning of the line.")


def _faults_of_question(line: str) -> Iterator[str]:
    if not parsed(line).text:
        yield _("the question before the bar is missing.")
    if not all(map(_SAYS_SOMETHING.search, parsed(line).cues)):
        yield _("a word is missing.")
    for mark in _MARK.findall(line):
        if mark not in MARKS:
            yield _("%(mark)s stands for nothing; known are %(marks)s.") % {
                "mark": mark,
                "marks": ", ".join(MARKS),
            }
