from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from botapp.services.content import Loaded, load_content
from lessons.exceptions import ManuscriptError
from lessons.services.content import load_courses


class Command(BaseCommand):
    help = "Load the glossary, the kinds of events and the courses. Rows edited by staff stay as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._say("Glossary and kinds of events", load_content(_content_of("botapp")))
            self._say("Courses, lessons and questions", load_courses(_content_of("lessons")))
        except (ManuscriptError, ValueError) as error:
            raise CommandError(str(error)) from error

    def _say(self, what: str, loaded: Loaded) -> None:
        self.stdout.write(f"{what}: {loaded.created} created, {loaded.updated} updated, {loaded.kept} kept.")


def _content_of(app: str) -> Path:
    return Path(apps.get_app_config(app).path) / "content"
