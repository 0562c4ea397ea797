"""A bot as python-telegram-bot's own examples have it: `run_polling` with its defaults.

    python -m benchmarks.chaos.stock_bot BASE_URL TOKEN FILE SECONDS

Each text is answered with itself after SECONDS and then written into FILE, which stands for an effect.
"""

import asyncio
import sys
from pathlib import Path

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


def build(base_url: str, token: str, file: Path, seconds: float) -> "Application":  # type: ignore[type-arg]
    """The application with its one handler."""

    async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None or message.text is None:
            return
        if seconds:
            await asyncio.sleep(seconds)
        await message.reply_text(message.text)
        with file.open("a", encoding="utf-8") as effects:
            effects.write(f"{message.text}\n")

    application = Application.builder().token(token).base_url(f"{base_url}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, answer))
    return application


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2], Path(sys.argv[3]), float(sys.argv[4])).run_polling()
