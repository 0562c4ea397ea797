"""Ten thousand updates wait when the bot starts."""

import time
from dataclasses import dataclass, field

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage
from botapp.models import StoredUpdate
from tests.kit.chaos.fleet import Bot
from tests.kit.waiting import OPEN

PEOPLE = 500
# Between the first thousand and the last.
MOST_GROWTH_MB = 32.0
# Between one that has nothing to do and one at work: what is imported and connected on the first update.
MOST_OF_ALL_MB = 96.0
LOOK = 0.25


@dataclass
class Memory:
    """Megabytes that were looked at: of a bot without work, at the first thousand, and the most of all."""

    ready: float = 0.0
    early: float = 0.0
    most: float = 0.0
    samples: list[float] = field(default_factory=list)

    def look(self, bot: Bot) -> None:
        self.samples.append(bot.usage().rss_mb)
        self.most = max(self.most, self.samples[-1])


def run(stage: Stage) -> Outcome:
    count = stage.pick(10_000, 2_000)
    traffic = stage.traffic(people=PEOPLE)
    bot = stage.leader()
    memory = Memory()
    memory.look(bot)
    memory.ready = memory.samples[0]
    # Told to end and started anew, with all of it waiting.
    bot.terminate()
    bot.wait()
    traffic.push(count)
    polled = len(stage.calls("getUpdates"))
    bot = stage.leader()
    _until_done(bot, count, memory)
    verdict = stage.verdict(traffic, within=60.0)
    polls = stage.calls("getUpdates")[polled:]
    last = next(p for p in polls if int(p.params.get("offset") or 0) > traffic.said[-1].update_id)
    inbox = last.at - polls[0].at
    answers = [call.ended_at for call in stage.calls("sendMessage")]
    handled = max(answers) - polls[0].at
    figure = (
        f"{count / inbox:,.0f}/s into the inbox, {count / handled:,.0f}/s answered meanwhile and after, "
        f"memory {memory.ready:.0f} MB of an idle one, {memory.early:.0f} MB at the first thousand, "
        f"{memory.most:.0f} MB at most"
    )
    is_flat = memory.most - memory.early <= MOST_GROWTH_MB and memory.most - memory.ready <= MOST_OF_ALL_MB
    held = count / inbox >= 1000 and is_flat
    return stage.outcome(figure, held=held, verdict=verdict)


def _until_done(bot: Bot, count: int, memory: Memory) -> None:
    """Look at the memory until nothing is open."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        done = StoredUpdate.objects.exclude(state__in=OPEN).count()
        memory.look(bot)
        if not memory.early and done >= 1000:
            memory.early = memory.samples[-1]
        if done >= count:
            break
        time.sleep(LOOK)
