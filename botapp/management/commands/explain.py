import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from botapp.background import run_coroutine
from botapp.enums import Depth, Language
from botapp.exceptions import RvxError
from botapp.explain.engine import explain_whole
from botapp.explain.plain import render
from botapp.explain.progress import ExplainRequest
from botapp.services.texts import check_words, classify


class Command(BaseCommand):
    help = "Explain a text from a file, or from standard input with -."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="A text file in UTF-8, or - for standard input.")
        parser.add_argument("--language", choices=Language.values, default=settings.LANGUAGE_CODE)
        parser.add_argument("--depth", choices=Depth.values, default=Depth.NORMAL.value)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = check_words(_read(options["file"]))
            request = ExplainRequest(text, options["language"], options["depth"], classify(text))
            answer = run_coroutine(explain_whole(request))
        except RvxError as error:
            with override("en"):  # as the whole command line
                raise CommandError(error.message) from error
        self.stdout.write(
            render(
                answer.explanation,
                language=options["language"],
                degraded=answer.degraded,
                failure=answer.failure,
                kind=request.kind,
            )
        )


def _read(name: str) -> str:
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{name} can't be read as UTF-8 text: {error}") from error
