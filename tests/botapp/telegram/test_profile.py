import pytest
from telegram import Bot

from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from botapp.telegram.features import discover
from botapp.telegram.profile import publish_commands
from botapp.telegram.request import AiohttpRequest

TOKEN = "777:token"


@pytest.fixture
async def sandbox():
    world = Sandbox(token=TOKEN)
    await world.start()
    yield world
    await world.stop()


@pytest.fixture
async def bot(sandbox):
    request = AiohttpRequest()
    yield Bot(TOKEN, base_url=f"{sandbox.base_url}/bot", request=request, get_updates_request=request)
    await request.shutdown()


async def test_each_language_gets_its_list(sandbox, bot, live_db):
    await publish_commands(bot, discover())
    published = sandbox.bot.profile.commands
    assert {code for _, code in published} == {"", "ru", "uk", "en"}
    english = next(found for (_, code), found in published.items() if code == "en")
    assert {"command": "help", "description": "What I can do"} in english
    assert "learn" in [command["command"] for command in english]
    assert "admin_stats" not in [command["command"] for command in english]


async def test_what_is_published_already_is_not_sent_again(sandbox, bot, live_db):
    await publish_commands(bot, discover())
    sandbox.journal.clear()
    await publish_commands(bot, discover())
    assert sandbox.journal.calls("setMyCommands") == []


async def test_staff_see_their_commands_in_their_own_chat(sandbox, bot, live_db, settings):
    settings.ADMIN_IDS = (ADA.id,)
    sandbox.acts.say(ADA, "hello")
    await publish_commands(bot, discover())
    (call,) = [call for call in sandbox.journal.calls("setMyCommands") if "chat" in str(call.params)]
    assert "admin_stats" in str(call.params)


async def test_staff_who_never_wrote_are_no_obstacle(sandbox, bot, live_db, settings):
    settings.ADMIN_IDS = (123, 456)
    await publish_commands(bot, discover())
