"""What is the OpenAI-compatible adapter's own; what it shares stands in the contract test."""

import asyncio
import json
import time
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from botapp.ai.base import AnswerBlocked, AnswerMalformed, Prompt, ProviderTimeout, ProviderUnavailable, Usage
from botapp.ai.openai_compatible import OpenAICompatibleProvider
from tests.kit.scripted_ai import Good, GoodAnswer, Slow
from tests.kit.scripted_openai import ScriptedOpenAI

NEWS = "Hackers stole $625 million from the Ronin bridge. Withdrawals are halted, which touches 173,600 ETH."
PROMPT = Prompt(NEWS, language="en")
GOOD = GoodAnswer(NEWS).text()


async def last(provider):
    try:
        return [reply async for reply in provider.explain(PROMPT)][-1]
    finally:
        await provider.close()


def at(base_url, **options):
    options = {"name": "house", "model": "m", "api_key": "sk-test-key", "timeout": 10.0, **options}
    return OpenAICompatibleProvider(base_url=base_url, **options)


@asynccontextmanager
async def answering(body: bytes, *, status=200, kind="text/event-stream", headers=None):
    """A server that answers everything with these bytes."""

    async def answer(request):
        return web.Response(body=body, status=status, content_type=kind, headers=headers)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with serving(app) as url:
        yield url


@asynccontextmanager
async def serving(app):
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    finally:
        await runner.cleanup()


def events(*chunks, end=b"data: [DONE]\n\n"):
    return b"".join(f"data: {json.dumps(chunk)}\n\n".encode() for chunk in chunks) + end


def said(text, **more):
    return {"choices": [{"delta": {"content": text, **more}}]}


@pytest.mark.parametrize(
    ("answer_format", "asked"),
    [("json_schema", "json_schema"), ("json_object", "json_object"), ("text", None)],
)
async def test_the_schema_is_in_the_request_or_in_the_instructions(answer_format, asked):
    with ScriptedOpenAI() as service:
        await last(at(service.base_url, answer_format=answer_format))
        sent = service.requests[0]
    assert sent.body.get("response_format", {}).get("type") == asked
    assert ("additionalProperties" in sent.system) is (answer_format != "json_schema")
    assert sent.body["stream_options"] == {"include_usage": True}


async def test_a_service_that_refuses_to_be_asked_for_tokens_is_not_asked():
    with ScriptedOpenAI() as service:
        reply = await last(at(service.base_url, counts_tokens=False))
        assert "stream_options" not in service.requests[0].body
    assert reply.usage == Usage(120, 45), "counted where the service tells them by itself"


async def test_a_service_without_a_key_gets_no_header():
    with ScriptedOpenAI() as service:
        assert (await last(at(service.base_url, api_key=""))).complete
        assert service.requests[0].key == ""


async def test_a_gateway_that_answers_with_one_object_is_understood():
    with ScriptedOpenAI(streams=False) as service:
        reply = await last(at(service.base_url))
    assert (reply.complete, reply.usage) == (True, Usage(120, 45))


@asynccontextmanager
async def answering_in_halves(said, *, status=200):
    """A server that answers everything with this object, whose second half takes its time."""

    async def answer(request):
        body = json.dumps(said).encode()
        response = web.StreamResponse(status=status, headers={"Content-Type": "application/json"})
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        await asyncio.sleep(0.1)
        await response.write(body[len(body) // 2 :])
        return response

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with serving(app) as url:
        yield url


async def test_an_object_that_comes_in_halves_is_read_to_its_end():
    async with answering_in_halves({"choices": [{"message": {"content": GOOD}}]}) as url:
        assert (await last(at(url))).complete


async def test_an_error_that_comes_in_halves_is_read_to_its_end():
    error = {"message": "a secret" * 10, "code": "content_filter"}
    async with answering_in_halves({"error": error}, status=400) as url:
        with pytest.raises(AnswerBlocked):
            await last(at(url))


@pytest.mark.parametrize("streams", [True, False])
async def test_of_several_choices_the_one_without_a_number_or_of_number_0_is_read(streams):
    kind = "text/event-stream" if streams else "application/json"
    for first in ({"index": 0}, {"index": None}, {}):
        one = {"message": {"content": GOOD}, "finish_reason": "stop", **first}
        other = {"message": {"content": "another", "refusal": "No."}, "index": 1}
        said = {"choices": [other, one, other]}
        body = events({"choices": [other]}, said) if streams else json.dumps(said).encode()
        async with answering(body, kind=kind) as url:
            assert (await last(at(url))).complete


async def test_thoughts_beside_the_answer_are_not_part_of_it():
    chunks = [said("", reasoning_content="I think it is about {"), said(None, role="assistant"), said(GOOD)]
    async with answering(events(*chunks)) as url:
        assert (await last(at(url))).complete


async def test_a_stream_without_its_last_empty_line_is_read_to_its_end():
    async with answering(events(said(GOOD), end=b"")[:-2]) as url:
        assert (await last(at(url))).complete


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (400, {"code": "content_filter", "message": "a secret"}, AnswerBlocked),
        (403, {"code": 403, "metadata": {"flagged_input": "a secret"}}, AnswerBlocked),
        (403, {"code": 403, "message": "a secret"}, ProviderUnavailable),
        (401, "a secret", ProviderUnavailable),
        (302, None, ProviderUnavailable),
        (408, None, ProviderTimeout),
    ],
)
async def test_refusals_are_told_from_failures_by_code_and_never_repeated(status, error, kind, caplog):
    body = json.dumps({"error": error}).encode()
    where = {"Location": "http://127.0.0.1:1/elsewhere"} if status == 302 else None
    async with answering(body, status=status, kind="application/json", headers=where) as url:
        with pytest.raises(kind) as raised:
            await last(at(url))
    assert "secret" not in str(raised.value) + caplog.text


@pytest.mark.parametrize(
    ("chunk", "kind"),
    [
        ({"error": {"code": "502", "message": "upstream"}}, ProviderUnavailable),
        ({"error": {"code": 408}}, ProviderTimeout),
        ({"error": {"type": "content_filter"}}, AnswerBlocked),
        ({"error": "overloaded"}, ProviderUnavailable),
        (said(None, refusal="I can't help with that."), AnswerBlocked),
        (["no", "object"], ProviderUnavailable),
    ],
)
async def test_what_a_chunk_may_say_instead_of_text(chunk, kind):
    async with answering(events(said(GOOD[:40]), chunk)) as url:
        with pytest.raises(kind) as raised:
            await last(at(url))
    assert type(raised.value) is kind


@pytest.mark.parametrize(
    "body",
    [
        b"data: " + b"x" * 300_000,
        b": still working\n" * 300_000,
        b"data: not json\n\n",
        b"data: " + b"[" * 100_000 + b"\n\n",
    ],
    ids=["one event without an end", "comments without an end", "no JSON", "too deep"],
)
async def test_a_stream_that_has_no_end_or_no_sense_is_cut(body):
    async with answering(body) as url:
        with pytest.raises(AnswerMalformed):
            await last(at(url))


async def test_a_key_that_no_header_can_hold_is_a_failure_that_does_not_repeat_it():
    with pytest.raises(ProviderUnavailable) as raised:
        await last(at("http://127.0.0.1:1", api_key="a\nkey"))
    assert "a\nkey" not in str(raised.value)


async def test_five_hundred_calls_are_in_flight_at_the_same_time():
    with ScriptedOpenAI() as service:
        service.script(Slow())
        provider = at(service.base_url, timeout=60.0)
        calls = [asyncio.create_task(_drained(provider)) for _ in range(500)]
        end = time.monotonic() + 30
        while len(service.requests) < 500:
            assert time.monotonic() < end, f"{len(service.requests)} arrived"
            await asyncio.sleep(0.05)
        service.release()
        answers = await asyncio.gather(*calls)
        service.script(Good())
        await provider.close()
    assert all(answers)


async def _drained(provider):
    return [reply async for reply in provider.explain(PROMPT)][-1].complete
