"""Updates pushed to an address of the bot."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, until


class Receiver:
    """The bot's own address: notes what comes and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.reply: dict | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def take(self, request: web.BaseRequest) -> web.Response:
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        await self.gate.wait()
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply or {}, status=status)

    async def took(self, count: int) -> list[str]:
        await until(lambda: len(self.updates) >= count)
        return [update["message"]["text"] for update in self.updates]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    runner = web.ServerRunner(web.Server(receiver.take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    receiver.gate.set()
    await runner.cleanup()


async def emptied(sandbox: Sandbox) -> bool:
    await until(lambda: len(sandbox.bot.queue) == 0)
    return True


async def test_updates_come_with_the_secret(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    sandbox.acts.say(ADA, "before")
    await api.result("setWebhook", url=receiver.url, secret_token="s3cret")
    sandbox.acts.say(ADA, "after")
    assert await receiver.took(2) == ["before", "after"]
    assert receiver.secrets == ["s3cret"] * 2
    assert await emptied(sandbox)


async def test_get_updates_is_a_conflict_while_a_webhook_is_set(api: Api, receiver: Receiver) -> None:
    await api.result("setWebhook", url=receiver.url)
    refused = "Conflict: can't use getUpdates method while webhook is active; "
    refused += "use deleteWebhook to delete the webhook first"
    assert await api.refusal("getUpdates") == (409, refused)
    await api.result("deleteWebhook")
    assert await api.result("getUpdates") == []


async def test_a_waiting_poll_ends_when_a_webhook_is_set(
    api: Api, sandbox: Sandbox, receiver: Receiver
) -> None:
    poll = asyncio.ensure_future(api("getUpdates", timeout=30))
    await until(lambda: sandbox.bot.polls.is_waiting)
    await api.result("setWebhook", url=receiver.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"


async def test_one_delivery_at_a_time_per_chat(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.gate.clear()
    await api.result("setWebhook", url=receiver.url)
    for person, text in ((ADA, "a1"), (ADA, "a2"), (BORIS, "b1")):
        sandbox.acts.say(person, text)
    assert sorted(await receiver.took(2)) == ["a1", "b1"]
    await asyncio.sleep(0.02)
    assert len(receiver.updates) == 2
    receiver.gate.set()
    assert (await receiver.took(3))[2] == "a2"


async def test_anything_but_2xx_is_delivered_again(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.statuses = [500, 404, 204]
    await api.result("setWebhook", url=receiver.url)
    sandbox.acts.say(ADA, "one")
    sandbox.acts.say(ADA, "two")
    assert await receiver.took(4) == ["one", "one", "one", "two"]
    info = await api.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"


async def test_an_address_that_nobody_listens_on_keeps_the_updates(api: Api, sandbox: Sandbox) -> None:
    await api.result("setWebhook", url="http://127.0.0.1:9/hook")
    sandbox.acts.say(ADA, "one")
    await until(lambda: sandbox.bot.webhook.last_error)
    info = await api.result("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"].startswith("Connection failed")
    await api.result("deleteWebhook")
    assert len(await api.update_ids()) == 1


async def test_the_answer_may_hold_a_call(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.reply = {"method": "sendMessage", "chat_id": ADA.id, "text": "by return"}
    await api.result("setWebhook", url=receiver.url)
    sandbox.acts.say(ADA, "hi")
    await until(lambda: sandbox.journal.calls("sendMessage"))
    texts = [message["text"] for message in sandbox.bot.chats[ADA.id].messages.values()]
    assert texts[-1] == "by return"


async def test_what_a_webhook_says_about_itself(api: Api, receiver: Receiver) -> None:
    await api.result("setWebhook", url=receiver.url, max_connections=7, allowed_updates=["message"])
    info = await api.result("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["allowed_updates"]) == (receiver.url, 7, ["message"])
    await api.result("setWebhook", url="")
    assert (await api.result("getWebhookInfo"))["url"] == ""


async def test_pending_updates_can_be_dropped(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    sandbox.acts.say(ADA, "lost")
    await api.result("deleteWebhook", drop_pending_updates=True)
    sandbox.acts.say(ADA, "lost too")
    await api.result("setWebhook", url=receiver.url, drop_pending_updates=True)
    sandbox.acts.say(ADA, "kept")
    assert await receiver.took(1) == ["kept"]


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"url": "https://example.org/hook"}, "bad webhook: the sandbox delivers to this machine only"),
        ({"url": "http://127.0.0.1:9/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_webhooks_that_are_refused(api: Api, params: dict[str, str], refusal: str) -> None:
    assert await api.refusal("setWebhook", **params) == (400, f"Bad Request: {refusal}")


async def test_without_a_secret_no_header_is_sent(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    await api.result("setWebhook", url=receiver.url)
    sandbox.acts.say(ADA, "hi")
    await receiver.took(1)
    assert receiver.secrets == [None]


@pytest.mark.parametrize("status", [301, 302, 400, 403, 429, 500, 503])
async def test_only_2xx_counts_as_taken(api: Api, sandbox: Sandbox, receiver: Receiver, status: int) -> None:
    receiver.statuses = [status, 201]
    await api.result("setWebhook", url=receiver.url)
    sandbox.acts.say(ADA, "hi")
    assert await receiver.took(2) == ["hi", "hi"]
    assert await emptied(sandbox)
    assert receiver.updates[0]["update_id"] == receiver.updates[1]["update_id"]


async def test_a_chat_that_fails_does_not_hold_up_another(
    api: Api, sandbox: Sandbox, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 3
    await api.result("setWebhook", url=receiver.url)
    for text in ("a1", "a2"):
        sandbox.acts.say(ADA, text)
    await receiver.took(3)
    sandbox.acts.say(BORIS, "b1")
    texts = await receiver.took(6)
    assert texts.count("b1") == 1
    assert texts.index("a2") > texts.index("a1")
    assert await emptied(sandbox)


async def test_each_chat_keeps_its_order(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    await api.result("setWebhook", url=receiver.url)
    for number in range(8):
        for person in (ADA, BORIS):
            sandbox.acts.say(person, f"{person.id} {number}")
    texts = await receiver.took(16)
    for person in (ADA, BORIS):
        mine = [text for text in texts if text.startswith(str(person.id))]
        assert mine == [f"{person.id} {number}" for number in range(8)]


async def test_no_more_connections_than_asked_for(api: Api, sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.gate.clear()
    await api.result("setWebhook", url=receiver.url, max_connections=2)
    sandbox.acts.flood(5)
    await receiver.took(2)
    await asyncio.sleep(0.02)
    assert len(receiver.updates) == 2
    receiver.gate.set()
    await receiver.took(5)


async def test_a_second_address_takes_over_from_the_first(
    api: Api, sandbox: Sandbox, receiver: Receiver
) -> None:
    await api.result("setWebhook", url="http://127.0.0.1:9/dead", secret_token="old")
    sandbox.acts.say(ADA, "hi")
    await until(lambda: sandbox.bot.webhook.last_error)
    await api.result("setWebhook", url=receiver.url, secret_token="new")
    assert await receiver.took(1) == ["hi"]
    assert receiver.secrets == ["new"]
    assert "last_error_message" not in await api.result("getWebhookInfo")


async def test_without_its_webhook_a_bot_polls_what_was_not_taken(
    api: Api, sandbox: Sandbox, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 50
    await api.result("setWebhook", url=receiver.url)
    sandbox.acts.say(ADA, "kept")
    await receiver.took(1)
    await api.result("deleteWebhook")
    (update,) = await api.result("getUpdates")
    assert update["message"]["text"] == "kept"


@pytest.mark.parametrize(
    "reply", [{"method": "dance"}, {"method": 5}, ["method"], {"method": "sendMessage", "chat_id": 31337}]
)
async def test_a_senseless_answer_is_still_a_receipt(
    api: Api, sandbox: Sandbox, receiver: Receiver, reply: object
) -> None:
    receiver.reply = reply
    before = len(sandbox.bot.chats[ADA.id].messages)
    await api.result("setWebhook", url=receiver.url)
    sandbox.acts.say(ADA, "hi")
    await receiver.took(1)
    assert await emptied(sandbox)
    assert len(sandbox.bot.chats[ADA.id].messages) == before + 1


@pytest.mark.parametrize(("length", "passes"), [(256, True), (257, False)])
async def test_a_secret_has_256_characters_at_most(api: Api, length: int, passes: bool) -> None:
    answer = await api("setWebhook", url="http://127.0.0.1:9/", secret_token="x" * length)
    assert answer["ok"] is passes


async def test_the_secret_is_shown_to_nobody(api: Api, receiver: Receiver) -> None:
    await api.result("setWebhook", url=receiver.url, secret_token="s3cret")
    assert "s3cret" not in str(await api.result("getWebhookInfo"))
