"""The baseline: python-telegram-bot as its documentation has it, one answer to each /start.

`python -m benchmarks.echo BASE_URL [CONCURRENT_UPDATES]`
"""

import sys

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes

from benchmarks.wire import TOKEN


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text("Hello! Send me a news item and I will put it in plain words.")


def main(base_url: str, concurrent: int) -> None:
    builder = Application.builder().token(TOKEN).base_url(f"{base_url}/bot")
    application = builder.concurrent_updates(concurrent or False).build()
    application.add_handler(CommandHandler("start", start))
    application.run_polling(bootstrap_retries=3)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
