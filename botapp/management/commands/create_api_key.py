from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from botapp.exceptions import NameTaken
from botapp.services.api_keys import create


class Command(BaseCommand):
    help = "Make an API key and print it. It is shown this once and kept nowhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="What the key is for.")
        parser.add_argument("--owner", default="", help="Who answers for it.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["name"].strip():
            raise CommandError("Give the key a name, for example: manage.py create_api_key website")
        try:
            _key, raw = create(options["name"], owner_name=options["owner"])
        except NameTaken as error:
            with override("en"):  # as the whole command line
                raise CommandError(error.message) from error
        self.stdout.write(raw)
