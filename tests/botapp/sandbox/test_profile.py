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


@pytest.mark.parametrize(
    "scope",
    ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"],
)
async def test_every_scope_has_a_list_of_its_own(api: Api, scope: str) -> None:
    await api.result("setMyCommands", commands=[START], scope={"type": scope})
    others = {"default", "all_private_chats", "all_group_chats"} - {scope}
    assert await api.result("getMyCommands", scope={"type": scope}) == [START]
    for other in others:
        assert await api.result("getMyCommands", scope={"type": other}) == []


async def test_scope_and_language_may_come_as_json_text(api: Api) -> None:
    await api.result(
        "setMyCommands",
        commands='[{"command": "/start", "description": "Begin"}]',
        scope='{"type": "all_private_chats"}',
        language_code="uk",
    )
    found = await api.result("getMyCommands", scope={"type": "all_private_chats"}, language_code="uk")
    assert found == [START]


async def test_deleting_one_list_shows_the_next_wider_one(api: Api, sandbox: Sandbox) -> None:
    private = {"type": "all_private_chats"}
    await api.result("setMyCommands", commands=[START])
    await api.result("setMyCommands", commands=[HELP], scope=private)
    assert sandbox.bot.profile.commands_for(ADA.id, "en") == [HELP]
    await api.result("deleteMyCommands", scope=private)
    assert sandbox.bot.profile.commands_for(ADA.id, "en") == [START]
    await api.result("deleteMyCommands", scope=private)


async def test_a_list_for_groups_is_not_shown_in_private(api: Api, sandbox: Sandbox) -> None:
    await api.result("setMyCommands", commands=[HELP], scope={"type": "all_group_chats"})
    assert sandbox.bot.profile.commands_for(ADA.id, "en") == []


async def test_the_narrower_scope_goes_before_the_own_language(api: Api, sandbox: Sandbox) -> None:
    await api.result("setMyCommands", commands=[HELP], language_code="ru")
    await api.result("setMyCommands", commands=[START], scope={"type": "all_private_chats"})
    assert sandbox.bot.profile.commands_for(BORIS.id, "ru") == [START]


async def test_a_refused_list_leaves_the_old_one(api: Api) -> None:
    await api.result("setMyCommands", commands=[START])
    await api.refusal("setMyCommands", commands=[HELP, {"command": "No", "description": "x"}])
    assert await api.result("getMyCommands") == [START]


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_each_text_has_its_own_longest(api: Api, method: str, field: str, most: int) -> None:
    assert await api.result(f"setMy{method}", **{field: "ж" * most})
    assert (await api.refusal(f"setMy{method}", **{field: "ж" * (most + 1)}))[0] == 400
    assert await api.result(f"getMy{method}") == {field: "ж" * most}


@pytest.mark.parametrize(
    ("method", "field", "without"),
    [
        ("Name", "name", "RVX"),
        ("Description", "description", ""),
        ("ShortDescription", "short_description", ""),
    ],
)
async def test_an_empty_text_takes_it_back(api: Api, method: str, field: str, without: str) -> None:
    await api.result(f"setMy{method}", **{field: "Mine", "language_code": "ru"})
    await api.result(f"setMy{method}", **{field: "", "language_code": "ru"})
    assert await api.result(f"getMy{method}", language_code="ru") == {field: without}


async def test_the_menu_button_of_a_chat_goes_before_the_general_one(api: Api) -> None:
    web_app = {"type": "web_app", "text": "Open", "web_app": {"url": "https://a.org"}}
    await api.result("setChatMenuButton", menu_button=web_app)
    assert await api.result("getChatMenuButton", chat_id=ADA.id) == web_app
    await api.result("setChatMenuButton", chat_id=ADA.id, menu_button={"type": "commands"})
    assert await api.result("getChatMenuButton", chat_id=ADA.id) == {"type": "commands"}
    assert await api.result("getChatMenuButton", chat_id=BORIS.id) == web_app


async def test_the_own_member_of_a_private_chat_is_the_person(api: Api) -> None:
    member = await api.result("getChatMember", chat_id=ADA.id, user_id=ADA.id)
    assert (member["status"], member["user"]["first_name"]) == ("member", "Ada")
    assert (await api.result("getChatMember", chat_id=ADA.id, user_id=4711))["status"] == "left"
