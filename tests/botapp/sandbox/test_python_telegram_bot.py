"""A stock python-telegram-bot application, unchanged, against the sandbox."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Update
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import SandboxThread
from tests.botapp.sandbox.conftest import QUICK, until

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])


@pytest.fixture
def thread() -> Iterator[SandboxThread]:
    with SandboxThread(timing=QUICK) as thread:
        yield thread


def application(thread: SandboxThread) -> Application:
    builder = ApplicationBuilder().token(thread.sandbox.token).base_url(f"{thread.base_url}/bot")
    built = builder.base_file_url(f"{thread.base_url}/file/bot").get_updates_read_timeout(5).build()
    built.add_handler(CommandHandler("start", start))
    built.add_handler(CallbackQueryHandler(again))
    built.add_handler(MessageHandler(filters.TEXT, echo))
    return built


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_html("<b>Welcome</b>", reply_markup=KEYBOARD)


async def again(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.callback_query.answer("Done")
    await update.callback_query.edit_message_text("Edited")


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


def texts(thread: SandboxThread, person_id: int) -> list[str]:
    chat = thread.sandbox.bot.chats.get(person_id)
    return [message["text"] for message in list(chat.messages.values())] if chat else []


class Running:
    """`run_polling` on a thread of its own, as a program has it on its main thread."""

    def __init__(self, thread: SandboxThread) -> None:
        self.sandbox_thread = thread
        self.loop = asyncio.new_event_loop()
        self.application = application(thread)
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.application.run_polling(timeout=1, stop_signals=None)

    def __enter__(self) -> "Running":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.application.stop_running)
        self.thread.join(timeout=10)
        assert not self.thread.is_alive()

    def wait_for(self, person_id: int, expected: list[str]) -> None:
        thread = self.sandbox_thread
        thread.call(until, lambda: texts(thread, person_id) == expected)


def test_run_polling_answers_edits_and_stops(thread: SandboxThread) -> None:
    acts = thread.sandbox.acts
    with Running(thread) as running:
        thread.call(acts.say, ADA, "/start")
        running.wait_for(ADA.id, ["/start", "Welcome"])
        thread.call(acts.say, BORIS, "привет 🚀")
        running.wait_for(BORIS.id, ["привет 🚀", "привет 🚀"])
        welcome = max(thread.sandbox.bot.chats[ADA.id].messages)
        press_id = thread.call(acts.press, ADA, welcome, "again")
        running.wait_for(ADA.id, ["/start", "Edited"])
        assert thread.sandbox.bot.presses.answer_to(press_id)["text"] == "Done"
    assert len(thread.sandbox.bot.queue) == 0


def test_its_bot_gets_results_and_errors_in_its_own_types(
    thread: SandboxThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    thread.call(thread.sandbox.acts.say, ADA, "/start")
    asyncio.run(_use_methods(thread))


async def _use_methods(thread: SandboxThread) -> None:
    async with application(thread) as app:
        bot = app.bot
        assert (await bot.get_me()).username == "rvx_sandbox_bot"
        assert await bot.set_my_commands([BotCommand("start", "Begin")], language_code="ru")
        assert (await bot.get_my_commands(language_code="ru"))[0].command == "start"
        assert (await bot.get_webhook_info()).pending_update_count == 1
        assert (await bot.get_chat(ADA.id)).first_name == "Ada"
        assert (await bot.get_chat_member(ADA.id, ADA.id)).status == "member"
        sent = await bot.send_document(ADA.id, InputFile(b"a,b", filename="export.csv"), caption="Yours")
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"a,b"
        poll = await bot.send_poll(ADA.id, "Q?", ["a", "b"], type="quiz", correct_option_ids=[1])
        assert (await bot.stop_poll(ADA.id, poll.message_id)).is_closed
        assert await bot.send_message_draft(ADA.id, draft_id=1, text="Bit")
        assert await bot.set_message_reaction(ADA.id, poll.message_id, "👍")
        await _meet_errors(thread, bot)
    async with HTTPXRequest() as request:
        stranger = Bot("4242424242:wrong", base_url=f"{thread.base_url}/bot", request=request)
        with pytest.raises(InvalidToken):
            await stranger.get_me()


async def _meet_errors(thread: SandboxThread, bot: Bot) -> None:
    message = await bot.send_message(ADA.id, "Same")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_text("Same")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(ADA.id, "<b>open", parse_mode="HTML")
    thread.call(thread.sandbox.acts.block, ADA)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ADA.id, "Hello")
    thread.call(thread.sandbox.faults.add, Fault("too_many", retry_after=2))
    with pytest.raises(RetryAfter, match="Retry in 0:00:02"):
        await bot.send_message(ADA.id, "Hello")


def test_two_pollers_meet_in_a_conflict(thread: SandboxThread) -> None:
    asyncio.run(_poll_twice(thread))


async def _poll_twice(thread: SandboxThread) -> None:
    async with application(thread) as one, application(thread) as two:
        older = asyncio.ensure_future(one.bot.get_updates(timeout=2))
        await until(lambda: thread.sandbox.bot.polls.is_waiting)
        newer = asyncio.ensure_future(two.bot.get_updates(timeout=0.2, offset=1))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        assert await newer == ()
