"""Faults at random for minutes, three processes, and what their memory does meanwhile."""

import random
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from django.db import connections

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import START_SECONDS, WAITING, Stage
from benchmarks.chaos.terminate import end_sessions
from botapp.delivery.reign import READY
from tests.kit.chaos.fleet import Bot, Usage

PROCESSES = 3
EVERY = (4.0, 10.0)  # seconds between two faults
PAUSE = (0.5, 5.0)
SAMPLE_SECONDS = 1.0
# Between the medians of the first and of the last third of a life.
MOST_GROWTH = Usage(rss_mb=16.0, threads=3, descriptors=6)
LIFE_SECONDS = 60.0


class Chaos:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._random = random.Random(7)
        self._resting: dict[Bot, float] = {}
        self._samples: dict[Bot, list[Usage]] = defaultdict(list)
        self.done: dict[str, int] = defaultdict(int)
        self.worst = 0.0
        self._faults: list[Callable[[Bot], None]] = [self.kill, self.pause, self.terminate, self.restart]
        if stage.kind == "postgresql":
            self._faults.append(self.end_sessions)
        # One that nothing befalls itself shows what hours do to a process.
        self.veteran = stage.leader()
        self._fill()

    def run(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        next_at = time.monotonic() + 2.0
        while time.monotonic() < end:
            self._wake()
            if time.monotonic() >= next_at:
                self._strike()
                next_at = time.monotonic() + self._random.uniform(*EVERY)
            self._fill()
            self._sample()
            time.sleep(SAMPLE_SECONDS)
        for bot in self._resting:
            bot.resume()

    def growth(self) -> tuple[str, bool]:
        """In words, of all who lived long enough, and whether it stayed within bounds."""
        fewest = LIFE_SECONDS / SAMPLE_SECONDS
        grown = [_growth(samples) for samples in self._samples.values() if len(samples) >= fewest]
        if not grown:
            return "nobody lived long enough to speak of growth", True
        memory = max(one.rss_mb for one in grown)
        threads = max(one.threads for one in grown)
        descriptors = max(one.descriptors for one in grown)
        words = (
            f"{len(grown)} processes lived over {LIFE_SECONDS:.0f} s and grew by at most {memory:.1f} MB, "
            f"{threads} threads, {descriptors} descriptors"
        )
        return words, (
            memory <= MOST_GROWTH.rss_mb
            and threads <= MOST_GROWTH.threads
            and descriptors <= MOST_GROWTH.descriptors
        )

    def kill(self, bot: Bot) -> None:
        bot.kill()
        bot.wait()

    def pause(self, bot: Bot) -> None:
        bot.pause()
        self._resting[bot] = time.monotonic() + self._random.uniform(*PAUSE)

    def terminate(self, bot: Bot) -> None:
        """Its successor starts once it is gone."""
        bot.terminate()

    def restart(self, bot: Bot) -> None:
        """As a deployment does it: the new one first."""
        self._stage.fleet.start().until(WAITING, START_SECONDS)
        bot.terminate()

    def end_sessions(self, _bot: Bot) -> None:
        end_sessions(self._stage.url)

    def _strike(self) -> None:
        fault = self._random.choice(self._faults)
        able = [bot for bot in self._alive() if bot not in self._resting and bot is not self.veteran]
        leader = self._leader()
        if not able:
            return
        # The leader as often as all others together, except for the veteran.
        bot = leader if leader in able and self._random.random() < 0.5 else self._random.choice(able)
        fault(bot)
        self.done[fault.__name__] += 1

    def _leader(self) -> Bot | None:
        connections.close_all()
        return self._stage.fleet.leader()

    def _alive(self) -> list[Bot]:
        return [bot for bot in self._stage.fleet.bots if bot.is_alive]

    def _wake(self) -> None:
        for bot, at in list(self._resting.items()):
            if time.monotonic() >= at:
                bot.resume()
                del self._resting[bot]

    def _fill(self) -> None:
        while len(self._alive()) < PROCESSES:
            bot = self._stage.fleet.start()
            end = time.monotonic() + START_SECONDS
            while not any(sign in bot.log for sign in (WAITING, READY)) and time.monotonic() < end:
                self._wake()
                time.sleep(0.05)

    def _sample(self) -> None:
        for bot in self._alive():
            if bot not in self._resting:
                self._samples[bot].append(bot.usage())


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic()
    chaos = Chaos(stage)
    traffic.start()
    chaos.run(60 * stage.minutes if not stage.is_quick else 30.0)
    verdict = stage.verdict(traffic, within=90.0)
    growth, is_flat = chaos.growth()
    faults = ", ".join(f"{name} {count}" for name, count in sorted(chaos.done.items()))
    return stage.outcome(f"{faults}; {growth}", held=is_flat, verdict=verdict)


def _growth(samples: list[Usage]) -> Usage:
    """Median of the last third less that of the first."""
    third = max(1, len(samples) // 3)
    first, last = samples[:third], samples[-third:]
    return Usage(
        median(one.rss_mb for one in last) - median(one.rss_mb for one in first),
        int(median(one.threads for one in last) - median(one.threads for one in first)),
        int(median(one.descriptors for one in last) - median(one.descriptors for one in first)),
    )
