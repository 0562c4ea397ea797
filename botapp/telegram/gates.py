"""The gate that only Telegram can answer: is the person subscribed to the channel?"""

import logging

from django.conf import settings
from django.core.cache import cache
from telegram import Bot, ChatMember
from telegram.error import TelegramError

from botapp.bridge import run_service
from botapp.exceptions import ChannelRequired
from botapp.queries.people import PersonFacts

logger = logging.getLogger(__name__)
REMEMBERED = 300  # seconds that a subscription is believed without asking again
_INSIDE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}


async def check_subscription(bot: Bot, person: PersonFacts) -> None:
    """Raises ChannelRequired if CHANNEL_ID is set and the person, who is not staff, has not joined.

    Whoever just joined is let in at once: only a yes is remembered. When Telegram can't tell,
    CHANNEL_GATE_FAIL_OPEN decides.
    """
    if not settings.CHANNEL_ID or person.is_staff:
        return
    key = f"subscribed:{settings.CHANNEL_ID}:{person.telegram_id}"
    if await run_service(cache.get, key):
        return
    if not await _is_subscribed(bot, person.telegram_id):
        raise ChannelRequired(link=settings.CHANNEL_LINK or settings.CHANNEL_ID)
    await run_service(cache.set, key, True, REMEMBERED)


async def _is_subscribed(bot: Bot, telegram_id: int) -> bool:
    try:
        member = await bot.get_chat_member(settings.CHANNEL_ID, telegram_id)
    except TelegramError as error:
        logger.warning("The channel gate got no answer: %s", type(error).__name__)
        return bool(settings.CHANNEL_GATE_FAIL_OPEN)
    return member.status in _INSIDE or bool(getattr(member, "is_member", False))
