import asyncio
import logging

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox, SandboxThread
from botapp.telegram.messenger import wait_of
from botapp.telegram.request import AiohttpRequest

TOKEN = "777:secret-part-of-the-token"


@pytest.fixture
async def sandbox():
    world = Sandbox(token=TOKEN)
    await world.start()
    yield world
    await world.stop()


@pytest.fixture
async def bot(sandbox, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    request = AiohttpRequest(read_timeout=0.1)
    yield _bot(sandbox.base_url, request)
    await request.shutdown()


def _bot(base_url, request):
    return Bot(TOKEN, base_url=f"{base_url}/bot", request=request, get_updates_request=request)


async def test_a_call_is_answered(sandbox, bot):
    sandbox.acts.say(ADA, "hello")
    sent = await bot.send_message(ADA.id, "<i>& ünïcödé 🙂 = + %")
    assert sent.text == "<i>& ünïcödé 🙂 = + %"
    assert sandbox.journal.calls("sendMessage")[0].params["text"] == "<i>& ünïcödé 🙂 = + %"


async def test_a_plain_call_gives_what_telegram_answered(sandbox):
    sandbox.acts.say(ADA, "hello")
    request = AiohttpRequest()
    url = f"{sandbox.base_url}/bot{TOKEN}/sendMessage"
    marks = [{"type": "bold", "offset": 0, "length": 8}]
    sent = await request.call(url, chat_id=ADA.id, text="ünïcödé 🙂", entities=marks, reply_markup=None)
    assert (sent["text"], sent["entities"]) == ("ünïcödé 🙂", marks)
    assert "reply_markup" not in sandbox.journal.calls("sendMessage")[0].params
    await request.shutdown()


async def test_a_plain_call_fails_as_the_librarys_own_do(sandbox):
    request = AiohttpRequest()
    with pytest.raises(BadRequest, match="Chat not found"):
        await request.call(f"{sandbox.base_url}/bot{TOKEN}/sendMessage", chat_id=1, text="hello")
    await request.shutdown()


async def test_a_file_goes_out_as_multipart(sandbox, bot):
    sandbox.acts.say(ADA, "hello")
    sent = await bot.send_document(ADA.id, b"one,two", filename="история.csv", caption="все")
    assert sent.document.file_name == "история.csv"
    assert sent.caption == "все"
    assert sandbox.bot.files.get(sent.document.file_id).content == b"one,two"


async def test_a_slow_answer_is_a_timeout(sandbox, bot):
    sandbox.faults.add(Fault("latency", "getMe", seconds=0.5))
    with pytest.raises(TimedOut) as caught:
        await bot.get_me()
    _assert_silent_about_the_token(caught.value)


@pytest.mark.parametrize("kind", ["reset", "half"])
async def test_a_torn_connection_is_a_network_error(sandbox, bot, kind):
    sandbox.faults.add(Fault(kind, "getMe", count=5))
    with pytest.raises(NetworkError) as caught:
        await bot.get_me()
    _assert_silent_about_the_token(caught.value)


async def test_nobody_there_is_a_network_error_without_the_token():
    request = AiohttpRequest()
    with pytest.raises(NetworkError) as caught:
        await _bot("http://127.0.0.1:9", request).get_me()
    _assert_silent_about_the_token(caught.value)
    await request.shutdown()


async def test_an_answer_that_is_no_json_is_neither_quoted_nor_logged(caplog):
    with caplog.at_level(logging.DEBUG), pytest.raises(TelegramError) as caught:
        AiohttpRequest.parse_json_payload(b"what Ada wrote")
    assert "Ada" not in str(caught.value) + caplog.text


async def test_a_wish_to_wait_arrives_with_its_seconds(sandbox, bot):
    sandbox.faults.add(Fault("too_many", "getMe", retry_after=7))
    with pytest.raises(RetryAfter) as caught:
        await bot.get_me()
    assert wait_of(caught.value) == 7.0


async def test_a_wrong_token_is_said_without_the_token(sandbox):
    request = AiohttpRequest()
    other = Bot("778:other-secret", base_url=f"{sandbox.base_url}/bot", request=request)
    with pytest.raises(InvalidToken) as caught:
        await other.get_me()
    assert "other-secret" not in str(caught.value)
    await request.shutdown()


async def test_calls_after_a_shutdown_get_a_new_session(bot):
    await bot.get_me()
    await bot.request.shutdown()
    assert (await bot.get_me()).is_bot


def test_each_event_loop_has_a_session_of_its_own(sandbox_url_on_a_thread):
    request = AiohttpRequest()

    async def ask():
        name = (await _bot(sandbox_url_on_a_thread, request).get_me()).username
        await request.shutdown()
        return name

    assert asyncio.run(ask()) == asyncio.run(ask()) == "rvx_sandbox_bot"


@pytest.fixture
def sandbox_url_on_a_thread():
    with SandboxThread(token=TOKEN) as thread:
        yield thread.base_url


async def test_connections_are_bounded(sandbox):
    request = AiohttpRequest(connections=3)
    bot = _bot(sandbox.base_url, request)
    await asyncio.gather(*(bot.get_me() for _ in range(30)))
    assert len({call.connection for call in sandbox.journal.calls("getMe")}) <= 3
    await request.shutdown()


def _assert_silent_about_the_token(error):
    seen = error
    while seen is not None:
        assert "secret" not in repr(seen)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
