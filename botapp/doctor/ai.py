"""Which AIs answer, whether they can, and whether they did."""

import asyncio
import importlib
import time
import warnings
from collections.abc import Iterator
from datetime import timedelta
from importlib import metadata

from botapp.ai.base import AIError, Prompt
from botapp.doctor.amounts import duration
from botapp.doctor.finding import Finding, bad, ok, warn
from botapp.explain import chain
from botapp.queries.ai_services import Service, services
from botapp.queries.explanations import given_lately
from botapp.queries.provider_calls import Totals, totals

SUBJECT, LATELY, CALLS = "AI", "AI lately", "AI calls"
ASK_SECONDS = 10.0
_MODULES = {"google-genai": "google.genai", "google-generativeai": "google.generativeai"}
_ITEM = "The fund bought 12 coins on Monday. It charges 0.25% a year."
_CURES = {
    "unavailable": "Key, quota or network: try the key at the service's page; look at the log of `botapp.ai`",
    "timeout": "The service or the way to it is slow: {0}_TIMEOUT_SECONDS, {0}_BASE_URL, a proxy",
}
_OTHER = "Look for warnings of `botapp.ai` in the log; another {0}_MODEL may help"
_MANY_FAIL = 0.2  # of a day's calls


def examine(*, ask: bool) -> Iterator[Finding]:
    """Asks the services only if told: a call costs money."""
    asked = services()
    if not asked:
        cure = "Set GEMINI_API_KEY to a key of Google AI Studio, or another AI's, if AI is wanted"
        yield warn(SUBJECT, "no key: every answer is made without AI, and says so", cure)
        return
    yield _set_up(asked)
    if ask:
        yield from asyncio.run(_all_asked(asked))


def lately() -> Iterator[Finding]:
    """What became of the answers of the last hour and the calls of the last day. Nothing without AI."""
    if not services():
        return
    given, failures = given_lately(within=timedelta(hours=1))
    failed = sum(failures.values())
    found = f"{given - failed} of {given} new answers of the last hour were made with AI"
    if failed:
        most = max(failures, key=lambda code: failures[code])
        codes = ", ".join(f"{n} {code}" for code, n in failures.items())
        yield warn(LATELY, f"{found}; {codes}", _cure(most, services()[0]))
    else:
        yield ok(LATELY, found if given else "no new answers in the last hour")
    yield from _calls(totals())


def _calls(counted: tuple[Totals, ...]) -> Iterator[Finding]:
    """Nothing where nobody was asked."""
    if not counted:
        return
    found = f"the last 24 h: {'; '.join(map(_told, counted))}"
    failing = [each.provider for each in counted if each.failures > each.calls * _MANY_FAIL]
    if failing:
        cure = f"Admin → Calls to AIs, {failing[0]}: its outcomes; `manage.py doctor --ask-ai` asks it"
        yield warn(CALLS, found, cure)
    else:
        yield ok(CALLS, found)


def _told(counted: Totals) -> str:
    cost = "" if counted.cost is None else f", ${counted.cost:.4f}"
    return f"{counted.provider} {counted.calls} calls, {counted.failures} failed{cost}"


def _set_up(asked: tuple[Service, ...]) -> Finding:
    """The line-up; bad if a library that one of them needs is missing."""
    told = []
    for service in asked:
        if service.sdk and (missing := _missing(service.sdk)):
            found = f"{service.sdk} can't be imported ({missing}): {service.name} is never asked"
            return bad(SUBJECT, found, "pip install -r requirements.txt, or the other GEMINI_SDK")
        via = f"{service.sdk} {metadata.version(service.sdk)}" if service.sdk else service.name
        told.append(f"{service.model} via {via}" + (f" at {service.host}" if service.host else ""))
    keys = "a key is set" if len(asked) == 1 and asked[0].api_key else f"{len(asked)} in turn"
    return ok(SUBJECT, f"{', then '.join(told)}, then offline; {keys}")


def _missing(sdk: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # Google's own, that the support has ended
            importlib.import_module(_MODULES[sdk])
    except ImportError as error:
        return type(error).__name__
    return ""


async def _all_asked(asked: tuple[Service, ...]) -> list[Finding]:
    """Each by itself, all at the same time."""
    return list(await asyncio.gather(*(_asked(service, alone=len(asked) == 1) for service in asked)))


async def _asked(service: Service, *, alone: bool) -> Finding:
    subject = "AI asked" if alone else f"AI asked: {service.name}"
    began = time.monotonic()
    failure = await _failure(service)
    took = duration(time.monotonic() - began)
    if not failure:
        return ok(subject, f"answered in {took}")
    return bad(subject, f"{failure} after {took}: it does not answer", _cure(failure, service))


async def _failure(service: Service) -> str:
    """The code of what went wrong, empty if the AI answered."""
    prompt = Prompt(text=_ITEM, language="en", depth="simple", kind="news")
    provider = chain.make_provider(service)
    try:
        async with asyncio.timeout(ASK_SECONDS):
            async for _reply in provider.explain(prompt):
                pass
    except TimeoutError:
        return "timeout"
    except AIError as error:
        return error.code
    finally:
        await provider.close()
    return ""


def _cure(code: str, service: Service) -> str:
    return _CURES.get(code, _OTHER).format(service.name.upper())
