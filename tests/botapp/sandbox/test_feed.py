"""Pages that come late, come back or read slowly."""

import asyncio

from botapp.sandbox.feed import BACKLOG
from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, button
from tests.botapp.sandbox.test_control import listening


async def test_a_page_that_comes_back_has_missed_nothing(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as stream:
        await stream.next()
    card = await api.send("while away", reply_markup=button())
    await api.result("editMessageText", chat_id=ADA.id, message_id=card["message_id"], text="edited since")
    gone = await api.send("deleted since")
    await api.result("deleteMessage", chat_id=ADA.id, message_id=gone["message_id"])
    async with listening(api) as stream:
        state = (await stream.next())["state"]
    assert [message["text"] for message in state["messages"]] == ["/start", "edited since"]


async def test_a_draft_is_shown_to_who_comes_while_it_grows(api: Api) -> None:
    await api.result("sendMessageDraft", chat_id=ADA.id, draft_id=3, text="Bit")
    async with listening(api) as stream:
        assert (await stream.next())["state"]["draft"] == {"draft_id": 3, "text": "Bit"}
        await api.result("sendMessageDraft", chat_id=ADA.id, draft_id=3, text="Bitcoin")
        assert (await stream.next())["draft"]["text"] == "Bitcoin"
        await api.send("Bitcoin rose")
        assert (await stream.next())["message"]["text"] == "Bitcoin rose"
    async with listening(api) as stream:
        assert (await stream.next())["state"]["draft"] is None


async def test_nothing_falls_between_the_state_and_the_first_change(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as stream:
        sandbox.acts.say(ADA, "at once")
        seen = [m["text"] for m in (await stream.next())["state"]["messages"]]
        if "at once" not in seen:
            seen.append((await stream.next())["message"]["text"])
        assert seen == ["/start", "at once"]


async def test_changes_come_in_their_order(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as stream:
        await stream.next()
        for number in range(50):
            sandbox.acts.say(ADA, str(number))
        assert [(await stream.next())["message"]["text"] for _ in range(50)] == [str(n) for n in range(50)]


async def test_two_pages_of_one_person_see_the_same(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as first, listening(api) as second:
        await asyncio.gather(first.next(), second.next())
        sandbox.acts.say(ADA, "both")
        seen = await asyncio.gather(first.next(), second.next())
        assert seen[0] == seen[1]
        assert seen[0]["message"]["text"] == "both"


async def test_what_the_bot_says_about_itself_reaches_every_page(api: Api) -> None:
    async with listening(api, ADA.id) as ada, listening(api, BORIS.id) as boris:
        await asyncio.gather(ada.next(), boris.next())
        await api.result("setMyDescription", description="Explains")
        assert {(await ada.next())["kind"], (await boris.next())["kind"]} == {"profile"}


async def test_letters_of_any_script_arrive_as_they_are(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as stream:
        await stream.next()
        for text in ("Привіт", "שלום", "🚀\nand a new line", "data: not an event"):
            sandbox.acts.say(ADA, text)
            assert (await stream.next())["message"]["text"] == text


async def test_a_page_told_to_reload_hears_what_comes_after(sandbox: Sandbox) -> None:
    with sandbox.bot.feed.listen(ADA.id) as happenings:
        for _ in range(BACKLOG + 1):
            sandbox.bot.feed.tell(ADA.id, "action")
        sandbox.bot.feed.tell(ADA.id, "message", message={"text": "after"})
        assert [happenings.get_nowait()["kind"] for _ in range(2)] == ["reload", "message"]
        assert happenings.empty()


async def test_exactly_the_backlog_still_arrives(sandbox: Sandbox) -> None:
    with sandbox.bot.feed.listen(ADA.id) as happenings:
        for _ in range(BACKLOG):
            sandbox.bot.feed.tell(ADA.id, "action")
        assert happenings.qsize() == BACKLOG
        assert happenings.get_nowait() == {"kind": "action"}


async def test_a_slow_page_does_not_cost_the_others_anything(sandbox: Sandbox) -> None:
    with sandbox.bot.feed.listen(ADA.id) as slow, sandbox.bot.feed.listen(ADA.id) as quick:
        seen = 0
        for _ in range(BACKLOG + 5):
            sandbox.bot.feed.tell(ADA.id, "action")
            seen += quick.get_nowait()["kind"] == "action"
        assert seen == BACKLOG + 5
        assert slow.get_nowait()["kind"] == "reload"
