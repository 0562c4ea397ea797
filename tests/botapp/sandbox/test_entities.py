"""Entities that a bot gives itself, and those that Telegram finds in a text."""

import pytest

from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api

ROCKET = "🚀 go"


def entity(offset: int, length: int, kind: str = "bold") -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length}


async def test_entities_are_counted_in_utf16_units(api: Api) -> None:
    message = await api.send(ROCKET, entities=[entity(3, 2)])
    assert message["entities"] == [entity(3, 2)]


async def test_entities_may_come_as_json_text(api: Api) -> None:
    message = await api.send("go", entities='[{"type": "bold", "offset": 0, "length": 2}]')
    assert message["entities"] == [entity(0, 2)]


async def test_an_empty_entity_is_dropped(api: Api) -> None:
    assert "entities" not in await api.send("go", entities=[entity(0, 0)])


async def test_an_entity_shrinks_with_the_white_space_at_the_end(api: Api) -> None:
    message = await api.send("go   ", entities=[entity(0, 5)])
    assert (message["text"], message["entities"]) == ("go", [entity(0, 2)])


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (
            entity(0, 99),
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 5",
        ),
        (
            entity(6, 1),
            "entity beginning at UTF-16 offset 6 ends after the end of the text at UTF-16 offset 5",
        ),
        (entity(1, 2), "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1"),
        (entity(0, 1), "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol"),
        (entity(-1, 1), "receive an entity with incorrect offset -1"),
        (entity(0, -1), "receive an entity with incorrect length -1"),
        ({"offset": 0, "length": 2}, "can't parse entities: entity must have a type"),
    ],
)
async def test_entities_out_of_range_are_refused(api: Api, bad: dict[str, object], complaint: str) -> None:
    refusal = await api.refusal("sendMessage", chat_id=ADA.id, text=ROCKET, entities=[bad])
    assert refusal == (400, f"Bad Request: {complaint}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start now", [("bot_command", "/start")]),
        ("say /help@rvx_bot", [("bot_command", "/help@rvx_bot")]),
        ("and/or 1/2", []),
        ("<b>Ada</b>", []),
        ("see https://a.org/x?y=1.", [("url", "https://a.org/x?y=1")]),
        ("on coindesk.com/markets today", [("url", "coindesk.com/markets")]),
        (
            "🚀 @ada_l and #bitcoin $BTC",
            [("mention", "@ada_l"), ("hashtag", "#bitcoin"), ("cashtag", "$BTC")],
        ),
        ("#биткоин вырос", [("hashtag", "#биткоин")]),
        ("costs $100, #1", []),
        ("mail ada@example.org", [("email", "ada@example.org")]),
    ],
)
async def test_telegram_finds_them_in_what_people_write(
    api: Api, sandbox: Sandbox, text: str, found: list[tuple[str, str]]
) -> None:
    (message,) = sandbox.acts.say(ADA, text)
    units = text.encode("utf-16-le")
    covered = [
        (e["type"], units[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le"))
        for e in message.get("entities", [])
    ]
    assert covered == found


async def test_nothing_is_found_inside_code(api: Api) -> None:
    message = await api.send("<code>/start</code> /help", parse_mode="HTML")
    assert [e["type"] for e in message["entities"]] == ["code", "bot_command"]
