from collections.abc import Iterator

import pytest

from botapp.background import run_coroutine
from botapp.explain import chain
from tests.kit.scripted_ai import ScriptedGemini


@pytest.fixture
def gemini(settings, live_db) -> Iterator[ScriptedGemini]:
    """A Gemini on loopback that the engine uses."""
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY = "only-for-tests"
        settings.GEMINI_BASE_URL = server.base_url
        settings.GEMINI_TIMEOUT_SECONDS = 5.0
        yield server
        run_coroutine(chain.close(), timeout=5)
