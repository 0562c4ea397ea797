"""`manage.py doctor`: what is well, what is not, and what to do about it."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from botapp.doctor.amounts import count
from botapp.doctor.examination import examine
from botapp.doctor.finding import Finding, Level
from rvx_site.logs import hide

# Wide enough for `clock, database`; a log that is read on a phone still shows the texts.
_LEVEL, _SUBJECT = 6, 17
_WIDEST = 110


class Command(BaseCommand):
    help = (
        "Look at everything that has to work, and say of each what was found and what to do. Changes "
        "nothing, takes 15 seconds at most. Exit codes: 0 nothing is bad, 1 something is."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="For machines: one JSON object.")
        parser.add_argument(
            "--ask-ai", action="store_true", help="Let the AI answer once; a call costs money."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        findings = examine(ask_ai=options["ask_ai"])
        lines = [_as_json(findings)] if options["json"] else self._lines(findings)
        for line in lines:
            self.stdout.write(hide(line))
        if _number(findings, Level.BAD):
            sys.exit(1)

    def _lines(self, findings: list[Finding]) -> Iterator[str]:
        styles = {Level.OK: self.style.SUCCESS, Level.WARN: self.style.WARNING, Level.BAD: self.style.ERROR}
        width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
        for finding in findings:
            level = styles[finding.level](f"{finding.level:<{_LEVEL}}")
            first, *more = [*_wrapped(finding.found, width), *_wrapped(finding.cure, width, mark="→ ")]
            yield f"{level}{finding.subject:<{_SUBJECT}}{first}"
            yield from more
        yield ""
        yield _summary(findings)


def _wrapped(text: str, width: int, mark: str = "") -> Iterator[str]:
    """Lines that stand below the first one's text."""
    margin = " " * (_LEVEL + _SUBJECT)
    lines = textwrap.wrap(
        text, max(30, width - len(margin) - len(mark)), break_on_hyphens=False, break_long_words=False
    )
    for number, line in enumerate(lines):
        lead = mark if not number else " " * len(mark)
        yield f"{lead}{line}" if not (mark or number) else f"{margin}{lead}{line}"


def _summary(findings: list[Finding]) -> str:
    bad, warned = _number(findings, Level.BAD), _number(findings, Level.WARN)
    if bad:
        first = next(finding.subject for finding in findings if finding.level is Level.BAD)
        return f"{bad} bad, {count(warned, 'warning')}. Begin with: {first}."
    return f"Nothing is bad, {count(warned, 'warning')}." if warned else "All is well."


def _number(findings: list[Finding], level: Level) -> int:
    return sum(finding.level is level for finding in findings)


def _as_json(findings: list[Finding]) -> str:
    numbers = {level.value: _number(findings, level) for level in Level}
    return json.dumps({**numbers, "findings": [asdict(finding) for finding in findings]}, ensure_ascii=False)
