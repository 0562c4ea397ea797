from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from botapp.services.retention import prune


class Command(BaseCommand):
    help = "Forget conversations and items that are older than is kept. The bot does it by itself."

    def handle(self, *_args: Any, **_options: Any) -> None:
        now, turns, texts, calls, more = timezone.now(), 0, 0, 0, True
        while more:
            done = prune(now)
            turns, texts, calls = turns + done.turns, texts + done.texts, calls + done.calls
            more = done.more
        self.stdout.write(
            f"Forgotten: {turns} turns of conversations, {texts} items, {calls} calls to AI services."
        )
