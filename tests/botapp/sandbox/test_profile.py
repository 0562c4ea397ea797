"""What a bot says about itself."""

import pytest

from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api

START = {"command": "start", "description": "Begin"}
HELP = {"command": "help", "description": "Help"}


async def test_commands_are_kept_by_scope_and_language(api: Api) -> None:
    chat = {"type": "chat", "chat_id": ADA.id}
    await api.result("setMyCommands", commands=[START])
    await api.result("setMyCommands", commands=[HELP], scope=chat, language_code="ru")
    assert await api.result("getMyCommands") == [START]
    assert await api.result("getMyCommands", scope=chat, language_code="ru") == [HELP]
    assert await api.result("getMyCommands", scope=chat) == []
    await api.result("deleteMyCommands")
    assert await api.result("getMyCommands") == []


async def test_a_person_sees_the_narrowest_list_in_their_language(api: Api, sandbox: Sandbox) -> None:
    russian = {"command": "start", "description": "Начать"}
    await api.result("setMyCommands", commands=[START])
    await api.result("setMyCommands", commands=[russian], language_code="ru")
    await api.result("setMyCommands", commands=[HELP], scope={"type": "chat", "chat_id": ADA.id})
    profile = sandbox.bot.profile
    assert profile.commands_for(ADA.id, "ru") == [HELP]
    assert profile.commands_for(BORIS.id, "ru") == [russian]
    assert profile.commands_for(BORIS.id, "uk") == [START]


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"commands": [{"command": "Start", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a" * 33, "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [START] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": "start"}, "can't parse commands JSON object"),
        ({"commands": ["start"]}, "can't parse BotCommand: Expected an Object"),
        (
            {"commands": [START], "scope": {"type": "galaxy"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        ({"commands": [START], "scope": {"type": "chat", "chat_id": 31337}}, "chat not found"),
    ],
)
async def test_commands_that_are_refused(api: Api, params: dict[str, object], refusal: str) -> None:
    assert await api.refusal("setMyCommands", **params) == (400, f"Bad Request: {refusal}")


@pytest.mark.parametrize(
    ("method", "field"),
    [("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")],
)
async def test_texts_by_language(api: Api, method: str, field: str) -> None:
    await api.result(f"setMy{method}", **{field: "Everywhere"})
    await api.result(f"setMy{method}", **{field: "По-русски", "language_code": "ru"})
    assert await api.result(f"getMy{method}", language_code="uk") == {field: "Everywhere"}
    assert await api.result(f"getMy{method}", language_code="ru") == {field: "По-русски"}
    refusal = await api.refusal(f"setMy{method}", **{field: "a" * 513})
    assert refusal == (400, f"Bad Request: {field} is too long")


async def test_the_menu_button(api: Api) -> None:
    assert await api.result("getChatMenuButton", chat_id=ADA.id) == {"type": "commands"}
    await api.result("setChatMenuButton", chat_id=ADA.id, menu_button={"type": "default"})
    assert await api.result("getChatMenuButton", chat_id=ADA.id) == {"type": "default"}
    refusal = await api.refusal("setChatMenuButton", menu_button={"type": "dance"})
    assert refusal == (400, "Bad Request: can't parse menu button")


async def test_chats_and_members(api: Api, sandbox: Sandbox) -> None:
    chat = await api.result("getChat", chat_id=ADA.id)
    assert (chat["type"], chat["first_name"]) == ("private", "Ada")
    sandbox.acts.add_group(-3, "News", kind="channel", username="rvx_news")
    member = {"chat_id": "@rvx_news", "user_id": ADA.id}
    assert (await api.result("getChatMember", **member))["status"] == "left"
    for status in ("member", "administrator", "kicked", "creator"):
        sandbox.acts.set_member(-3, ADA, status)
        assert (await api.result("getChatMember", **member))["status"] == status
    assert (await api.result("getChatMember", chat_id=-3, user_id=sandbox.bot.id))[
        "status"
    ] == "administrator"
    refusal = await api.refusal("getChatMember", chat_id=-3)
    assert refusal == (400, "Bad Request: invalid user_id specified")
