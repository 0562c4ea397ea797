"""The bot and its people for tests: `chat` is Ada, `chats("Bob")` anybody else."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings

from botapp.models import Person as KnownPerson
from botapp.sandbox.people import Person
from botapp.sandbox.server import SandboxThread
from tests.kit.bot import BotThread
from tests.kit.chat import CAST, Chat

Chats = Callable[..., Chat]


@pytest.fixture(scope="session")
def sandbox() -> Iterator[SandboxThread]:
    """A Bot API on loopback for the whole run; its chats are emptied between tests."""
    with SandboxThread(token=django_settings.TELEGRAM_BOT_TOKEN, username="rvx_test_bot") as thread:
        yield thread


@pytest.fixture(scope="session")
def bot_thread(sandbox: SandboxThread, django_db_setup: None) -> Iterator[BotThread]:
    with BotThread(token=django_settings.TELEGRAM_BOT_TOKEN, base_url=sandbox.base_url) as thread:
        yield thread


@pytest.fixture
def bot(
    bot_thread: BotThread, sandbox: SandboxThread, live_db: None, settings: pytest.FixtureRequest
) -> Iterator[BotThread]:
    """The running bot with nobody in it. No flood limit: tests that want one set it."""
    settings.FLOOD_SECONDS = 0
    world = sandbox.sandbox
    for store in (world.bot.chats, world.bot.queue, world.journal, world.faults):
        sandbox.call(store.clear)
    bot_thread.begin()
    yield bot_thread
    sandbox.call(world.faults.clear)
    bot_thread.end()


@pytest.fixture
def chats(bot: BotThread, sandbox: SandboxThread) -> Chats:
    """`chats("Bob")`, `chats(Person(…))`, `chats("Ada", group=-100…)`. Mallory is banned."""

    def make(who: str | Person, *, group: int | None = None) -> Chat:
        person = CAST[who] if isinstance(who, str) else who
        sandbox.call(sandbox.sandbox.acts.add_person, person)
        if who == "Mallory":
            KnownPerson.objects.get_or_create(
                telegram_id=person.id, defaults={"is_banned": True, "language": "en"}
            )
        if group is not None and group not in sandbox.sandbox.bot.chats:
            sandbox.call(sandbox.sandbox.acts.add_group, group, "Readers")
        return Chat(person, sandbox, bot, chat_id=group)

    return make


@pytest.fixture
def chat(chats: Chats) -> Chat:
    """Ada, who reads English."""
    return chats("Ada")
