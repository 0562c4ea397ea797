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
CALM_SECONDS = 90.0
SETTLING_SECONDS = 20.0  # in which a leader opens its connections


class Chaos:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._random = random.Random(7)
        self._resting: dict[Bot, float] = {}
        self.done: dict[str, int] = defaultdict(int)
        self.leaders_struck = 0
        self._faults: list[Callable[[Bot], None]] = [self.kill, self.pause, self.terminate, self.restart]
        if stage.kind == "postgresql":
            self._faults.append(self.end_sessions)
        stage.leader()
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
            time.sleep(SAMPLE_SECONDS)
        for bot in self._resting:
            bot.resume()
        self._fill()

    def growth(self, seconds: float) -> tuple[str, bool]:
        """What the leader gains in a calm stretch under the same traffic, in words and whether it is flat."""
        samples: list[Usage] = []
        leader, end = self._leader(), time.monotonic() + SETTLING_SECONDS + seconds
        calm_at = time.monotonic() + SETTLING_SECONDS
        while time.monotonic() < end:
            time.sleep(SAMPLE_SECONDS)
            if leader and leader.is_alive and time.monotonic() > calm_at:
                samples.append(leader.usage())
        if not samples:
            return "nobody led in the calm after it", False
        grown = _growth(samples)
        words = (
            f"its leader afterwards gained {grown.rss_mb:+.1f} MB, {grown.threads:+d} threads, "
            f"{grown.descriptors:+d} descriptors in {seconds:.0f} s"
        )
        return words, (
            grown.rss_mb <= MOST_GROWTH.rss_mb
            and grown.threads <= MOST_GROWTH.threads
            and grown.descriptors <= MOST_GROWTH.descriptors
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
        able = [bot for bot in self._alive() if bot not in self._resting]
        leader = self._leader()
        if not able:
            return
        # The leader as often as all others together.
        bot = leader if leader in able and self._random.random() < 0.5 else self._random.choice(able)
        self.leaders_struck += bot is leader
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


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic()
    chaos = Chaos(stage)
    traffic.start()
    chaos.run(60 * stage.minutes if not stage.is_quick else 30.0)
    growth, is_flat = chaos.growth(stage.pick(CALM_SECONDS, 20.0))
    verdict = stage.verdict(traffic, within=90.0)
    faults = ", ".join(f"{name} {count}" for name, count in sorted(chaos.done.items()))
    figure = f"{faults}; {chaos.leaders_struck} of them befell the leader; {growth}"
    return stage.outcome(figure, held=is_flat and chaos.leaders_struck > 0, verdict=verdict)


def _growth(samples: list[Usage]) -> Usage:
    """Median of the last third less that of the first."""
    third = max(1, len(samples) // 3)
    first, last = samples[:third], samples[-third:]
    return Usage(
        median(one.rss_mb for one in last) - median(one.rss_mb for one in first),
        int(median(one.threads for one in last) - median(one.threads for one in first)),
        int(median(one.descriptors for one in last) - median(one.descriptors for one in first)),
    )
