"""The command list that Telegram shows, made from the registry."""

import logging

from django.conf import settings
from django.utils import translation
from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden

from botapp.bridge import run_service
from botapp.queries.people import known
from botapp.telegram.features import Registry

logger = logging.getLogger(__name__)


async def publish_commands(bot: Bot, registry: Registry) -> None:
    """Each language's list for everybody, and the longer one for staff. Sends only what changed."""
    default = BotCommandScopeDefault()
    await _publish(bot, default, "", commands(registry, settings.LANGUAGE_CODE))
    for code, _name in settings.LANGUAGES:
        await _publish(bot, default, code, commands(registry, code))
    for telegram_id in settings.ADMIN_IDS:
        await _publish_for_staff(bot, registry, telegram_id)


def commands(registry: Registry, language: str, *, is_staff: bool = False) -> list[BotCommand]:
    """What is listed for a reader of `language`."""
    with translation.override(language):
        return [
            BotCommand(command.name, str(command.description))
            for command in registry.commands()
            if command.listed and (is_staff or not command.staff_only)
        ]


async def _publish_for_staff(bot: Bot, registry: Registry, telegram_id: int) -> None:
    person = await run_service(known, telegram_id)
    language = person.language if person else settings.LANGUAGE_CODE
    try:
        await _publish(bot, BotCommandScopeChat(telegram_id), "", commands(registry, language, is_staff=True))
    except (BadRequest, Forbidden):
        logger.info("Staff member %s has no chat with the bot yet", telegram_id)


async def _publish(bot: Bot, scope: BotCommandScope, code: str, wanted: list[BotCommand]) -> None:
    if list(await bot.get_my_commands(scope=scope, language_code=code or None)) != wanted:
        await bot.set_my_commands(wanted, scope=scope, language_code=code or None)
