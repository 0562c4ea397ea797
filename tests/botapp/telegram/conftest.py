"""A scripted model, faults of the wire, and a bot that begins anew, for whole dialogues."""

import pytest
from django.conf import settings as django_settings

from botapp.models import Lease
from botapp.sandbox.faults import Fault
from tests.kit.bot import BotThread
from tests.kit.chat import Chat
from tests.kit.scripted_ai import ScriptedGemini


@pytest.fixture
def acts(chat):
    """What people can do, on the thread of the sandbox."""
    return chat.sandbox.sandbox.acts


@pytest.fixture
def fault(chat):
    """`fault("error", "sendMessage")` befalls the next call."""
    return lambda *args, **kwargs: chat.sandbox.call(chat.sandbox.sandbox.faults.add, Fault(*args, **kwargs))


@pytest.fixture
def gemini(settings):
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY = "key"
        settings.GEMINI_BASE_URL = server.base_url
        # Its first call imports the library, which takes seconds.
        settings.GEMINI_TIMEOUT_SECONDS = 20.0
        yield server


@pytest.fixture
def restarted(chat):
    """Ada's chat as the next process finds it: another application, engine and leadership."""

    def restart():
        chat.bot.end()
        Lease.objects.all().delete()
        fresh.begin()
        return Chat(chat.person, chat.sandbox, fresh)

    token = django_settings.TELEGRAM_BOT_TOKEN
    with BotThread(token=token, base_url=chat.sandbox.base_url) as fresh:
        yield restart
        fresh.end()
        Lease.objects.all().delete()
        chat.bot.begin()
