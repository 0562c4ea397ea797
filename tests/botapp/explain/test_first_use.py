"""What takes seconds is made before the right to write is taken, on a thread, and once."""

import asyncio
import os
import subprocess
import sys

import pytest

from botapp.background import run_coroutine
from botapp.explain import first_use
from tests.kit.knowledge import shipped_knowledge

# In a process of its own: in this one everything is loaded.
_SCRIPT = """
import asyncio, time
import django
django.setup()
from botapp.explain import first_use
from tests.kit.knowledge import shipped_knowledge

async def longest_stop():
    stops, known = [0.0], shipped_knowledge("ru")
    making = asyncio.ensure_future(first_use.finish("ru", known))
    assert not first_use.is_over("ru")
    while not making.done():
        began = time.monotonic()
        await asyncio.sleep(0.01)
        stops.append(time.monotonic() - began)
    assert first_use.is_over("ru") and not first_use.is_over("en")
    began = time.monotonic()
    await first_use.finish("ru", known)
    return max(stops), sum(stops), time.monotonic() - began

print(*asyncio.run(longest_stop()))
"""


def test_the_loop_goes_on_while_everything_is_made_and_nothing_is_made_twice(settings):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "rvx_site.settings", "GEMINI_API_KEY": "k"}
    ran = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    longest, whole, again = map(float, ran.stdout.split())
    assert longest < whole / 2  # on the loop it would be one stop
    assert again < whole / 10


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_whoever_goes_away_leaves_the_others_what_is_being_made(language):
    async def over():
        known = shipped_knowledge(language)
        gone, stays = (asyncio.ensure_future(first_use.finish(language, known)) for _ in range(2))
        await asyncio.sleep(0)
        gone.cancel()
        await stays
        return first_use.is_over(language)

    assert run_coroutine(over(), timeout=60)
