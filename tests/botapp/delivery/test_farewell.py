"""Nobody meets silence: after the last failure the application may say so."""

import asyncio
import time

import pytest

from botapp.bridge import run_service
from botapp.delivery import run as runs
from botapp.delivery.attempts import Limits
from botapp.delivery.exceptions import Unreadable
from botapp.models import Effect, SentMessage, StoredUpdate
from tests.botapp.delivery.kit import Echo, RunningBot, answers, db, states, until_db

pytestmark = pytest.mark.usefixtures("live_db")


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    limits = Limits(tries=2, backoff=0.02, handler_seconds=0.2, farewell_seconds=0.8)
    monkeypatch.setattr(runs, "_limits", lambda: limits)


class Failing(Echo):
    """Fails as told, and says farewell through a step and a message of its own."""

    def __init__(self, sandbox, handler):
        super().__init__(sandbox.base_url, sandbox.token, handler)
        self.farewells = []

    async def gave_up(self, claim, error):
        self.farewells.append((type(error), await db(states)))
        await run_service(lambda: None, step="failure")
        await self.reply(claim, claim.payload["message"]["chat"]["id"], "sorry")


async def given_up(sandbox, application):
    async with RunningBot(sandbox, application):
        sandbox.acts.say(1001, "hello")
        await until_db(lambda: list(states().values()) == ["dead"])
    return application


async def hang(claim):
    await asyncio.sleep(60)


async def hang_in_a_thread(claim):
    await run_service(time.sleep, 0.3, step=f"slow {claim.attempt}")


async def fail(claim):
    raise ValueError("secret words")


@pytest.mark.parametrize(
    ("handler", "kind"), [(hang, TimeoutError), (hang_in_a_thread, TimeoutError), (fail, ValueError)]
)
async def test_after_the_last_failure_somebody_is_told_once(sandbox, handler, kind):
    application = await given_up(sandbox, Failing(sandbox, handler))
    assert [error for error, _ in application.farewells] == [kind]
    assert list(application.farewells[0][1].values()) == ["claimed"]
    assert answers(sandbox) == ["sorry"]
    assert await db(lambda: Effect.objects.filter(step="failure").count()) == 1
    assert await db(SentMessage.objects.count) == 1


@pytest.mark.parametrize("wrong", [hang, fail])
async def test_a_farewell_that_fails_or_hangs_changes_nothing(sandbox, wrong):
    class Worse(Failing):
        async def gave_up(self, claim, error):
            await wrong(claim)

    await given_up(sandbox, Worse(sandbox, fail))
    assert "ValueError" in (await db(StoredUpdate.objects.get)).error


async def test_what_cannot_be_read_has_nobody_to_be_told(sandbox):
    async def refuse(claim):
        raise Unreadable

    assert (await given_up(sandbox, Failing(sandbox, refuse))).farewells == []


async def test_an_application_without_a_farewell_is_fine(sandbox):
    await given_up(sandbox, Echo(handler=fail))
