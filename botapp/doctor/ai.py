"""Which AI answers, whether it can, and whether it did."""

import asyncio
import importlib
import time
import warnings
from collections.abc import Iterator
from datetime import timedelta
from importlib import metadata

from django.conf import settings

from botapp.ai.base import AIError, Prompt
from botapp.doctor.amounts import duration
from botapp.doctor.finding import Finding, bad, ok, warn
from botapp.explain import chain
from botapp.queries.explanations import given_lately

SUBJECT, LATELY = "AI", "AI lately"
ASK_SECONDS = 10.0
_MODULES = {"google-genai": "google.genai", "google-generativeai": "google.generativeai"}
_ITEM = "The fund bought 12 coins on Monday. It charges 0.25% a year."
_CURES = {
    "unavailable": "Key, quota or network: try the key in Google AI Studio; look at the log of `botapp.ai`",
    "timeout": "The service or the way to it is slow: GEMINI_TIMEOUT_SECONDS, GEMINI_BASE_URL, a proxy",
}
_OTHER = "Look for warnings of `botapp.ai` in the log; another GEMINI_MODEL may help"


def examine(*, ask: bool) -> Iterator[Finding]:
    """Asks the service only if told: a call costs money."""
    if not settings.GEMINI_API_KEY:
        cure = "Set GEMINI_API_KEY to a key of Google AI Studio, if AI is wanted"
        yield warn(SUBJECT, "no key: every answer is made without AI, and says so", cure)
        return
    importable = _importable()
    yield importable
    if ask:
        yield asyncio.run(_asked())


def lately() -> Iterator[Finding]:
    """What became of the answers of the last hour. Nothing where no AI is wanted."""
    if not settings.GEMINI_API_KEY:
        return
    given, failures = given_lately(within=timedelta(hours=1))
    failed = sum(failures.values())
    found = f"{given - failed} of {given} new answers of the last hour were made with AI"
    if not failed:
        yield ok(LATELY, found if given else "no new answers in the last hour")
        return
    most = max(failures, key=lambda code: failures[code])
    codes = ", ".join(f"{n} {code}" for code, n in failures.items())
    yield warn(LATELY, f"{found}; {codes}", _CURES.get(most, _OTHER))


def _importable() -> Finding:
    sdk = settings.GEMINI_SDK
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # Google's own, that the support has ended
            importlib.import_module(_MODULES[sdk])
    except ImportError as error:
        found = f"{sdk} can't be imported ({type(error).__name__}): every answer is made without AI"
        return bad(SUBJECT, found, "pip install -r requirements.txt, or the other GEMINI_SDK")
    return ok(
        SUBJECT, f"{settings.GEMINI_MODEL} via {sdk} {metadata.version(sdk)}, then offline; a key is set"
    )


async def _asked() -> Finding:
    began = time.monotonic()
    try:
        async with asyncio.timeout(ASK_SECONDS):
            failure = await _failure()
    except TimeoutError:
        failure = "timeout"
    except AIError as error:
        failure = error.code
    finally:
        await chain.close()
    took = duration(time.monotonic() - began)
    if failure:
        return bad(
            "AI asked", f"{failure} after {took}: answers are made without AI", _CURES.get(failure, _OTHER)
        )
    return ok("AI asked", f"answered in {took}")


async def _failure() -> str:
    """The code of what went wrong, empty if the AI answered."""
    prompt = Prompt(text=_ITEM, language="en", depth="simple", kind="news")
    return [reply.failure async for reply in chain.current().explain(prompt)][-1]
