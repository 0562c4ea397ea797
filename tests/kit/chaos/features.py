"""Commands that only bots of the tests know: `/count 7` does something once and says that it did.

Imported before the settings are read, so what needs them is imported where it is used.
"""

import asyncio
import os
import signal
import time
from typing import TYPE_CHECKING

from botapp.telegram.features import Command, Feature
from botapp.telegram.markup import Marked

if TYPE_CHECKING:
    from botapp.telegram.dialogue import Dialogue

SOURCE = "chaos"  # of the rows that /count leaves
BETWEEN = 0.2  # seconds between the two messages of /two
FOR_EVER = 3600.0


async def count(dialogue: "Dialogue") -> None:
    """/count N: a row that nothing but the step's own record keeps from being there twice, then "N"."""
    await dialogue.call(insert, dialogue.argument, step="count")
    await say(dialogue, dialogue.argument)


async def two(dialogue: "Dialogue") -> None:
    """/two N: "N a", then "N b"."""
    await say(dialogue, f"{dialogue.argument} a")
    await asyncio.sleep(BETWEEN)
    await say(dialogue, f"{dialogue.argument} b")


async def slow(dialogue: "Dialogue") -> None:
    """/slow N seconds: the row, a wait, then "N"."""
    number, seconds = dialogue.argument.split()
    await dialogue.call(insert, number, step="count")
    await asyncio.sleep(float(seconds))
    await say(dialogue, number)


async def fail(dialogue: "Dialogue") -> None:
    raise RuntimeError("as ordered")


async def hang_await(dialogue: "Dialogue") -> None:
    await asyncio.sleep(FOR_EVER)


async def hang_thread(dialogue: "Dialogue") -> None:
    """/hang_thread N seconds: each run waits for a service that does not come back for that long."""
    await dialogue.call(time.sleep, float(dialogue.argument.split()[1]))


async def hang_step(dialogue: "Dialogue") -> None:
    """/hang_step N seconds: the same inside the transaction of a step."""
    await dialogue.call(time.sleep, float(dialogue.argument.split()[1]), step="hang")


async def hang_loop(dialogue: "Dialogue") -> None:
    """/hang_loop N seconds: nothing runs in the event loop for that long; the next run says "N"."""
    number, seconds = dialogue.argument.split()
    if not dialogue.is_again:
        time.sleep(float(seconds))
    await say(dialogue, number)


async def freeze(dialogue: "Dialogue") -> None:
    """/freeze N: the process stops in the middle of a transaction; the next run says "N"."""
    await dialogue.call(insert if dialogue.is_again else insert_and_stop, dialogue.argument, step="count")
    await say(dialogue, dialogue.argument)


def insert_and_stop(number: str) -> int:
    row = insert(number)
    os.kill(os.getpid(), signal.SIGSTOP)
    return row


def insert(number: str) -> int:
    """One more row for this number; its id."""
    from analytics.models import Event  # needs the settings
    from analytics.services.record import record

    return record(Event.Kind.START, subject=number, source=SOURCE).pk


async def say(dialogue: "Dialogue", text: str) -> None:
    await dialogue.say_messages([Marked(text)])


HANDLERS = {
    "count": count,
    "two": two,
    "slow": slow,
    "raise": fail,
    "hang_await": hang_await,
    "hang_thread": hang_thread,
    "hang_step": hang_step,
    "hang_loop": hang_loop,
    "freeze": freeze,
}
FEATURE = Feature(
    name="chaos",
    commands=tuple(
        Command(name, "", handler, always=True, listed=False) for name, handler in HANDLERS.items()
    ),
)
