"""Somebody else polls with the bot's token."""

import asyncio
import threading
import time

import aiohttp

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from benchmarks.chaos.takeover import Watch

ALARM = "Another program polls with this bot's token"
RECOVERS_WITHIN = 5.0


def run(stage: Stage) -> Outcome:
    seconds = stage.pick(30.0, 8.0)
    bot = stage.leader()
    time.sleep(2.0)
    idle = Watch(stage).until_polled(_be_disturbed(stage, seconds), settle=RECOVERS_WITHIN + 1)
    traffic = stage.traffic(rate=5).start()
    time.sleep(2.0)
    moment = _be_disturbed(stage, seconds)
    watch = Watch(stage)
    gap = watch.until_polled(moment, settle=RECOVERS_WITHIN + 1)
    answered = watch.until_answered(moment)
    verdict = stage.verdict(traffic)
    alarms = bot.log.count(ALARM)
    figure = (
        f"{seconds:.0f} s long, idle and busy, {len(verdict.conflicts)} × 409, {alarms} alarm, "
        f"{'alive' if bot.is_alive else 'ended'}, idle polled again after {milliseconds(idle)}, "
        f"under traffic after {milliseconds(gap)}, "
        f"answered again after {milliseconds(answered)}"
    )
    held = alarms == 1 and bot.is_alive and max(idle, gap, answered) < RECOVERS_WITHIN
    return stage.outcome(figure, held=held, verdict=verdict)


def _be_disturbed(stage: Stage, seconds: float) -> float:
    """The moment at which the stranger was gone again."""
    stranger = threading.Thread(target=lambda: asyncio.run(_poll(stage, seconds)), name="stranger")
    stranger.start()
    stranger.join()
    return time.monotonic()


async def _poll(stage: Stage, seconds: float) -> None:
    """As a program that was forgotten somewhere; it confirms nothing, so that nothing is lost by it."""
    url = f"{stage.sandbox.base_url}/bot{stage.token}/getUpdates"
    async with aiohttp.ClientSession() as session:
        try:
            async with asyncio.timeout(seconds):
                while True:
                    async with session.post(url, json={"timeout": 10}) as response:
                        await response.read()
                    await asyncio.sleep(0.1)
        except TimeoutError:
            return
