"""A response as it comes over a connection; what is too much of one is in test_bounds.py."""

import asyncio

import aiohttp
import pytest
from aiohttp import web

from botapp.ai.body import LONGEST_ANSWER, Body, Bound


async def test_what_came_before_the_connection_failed_is_read_before_the_failure_is_told():
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"all that there is")
        request.transport.close()
        return response

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{runner.addresses[0][1]}/") as response,
        ):
            while response.content.exception() is None:  # nobody reads meanwhile, as on a busy loop
                await asyncio.sleep(0.01)
            body = Body(response.content, Bound(status=200, headers={}, most=LONGEST_ANSWER))
            assert await anext(body) == b"all that there is"
            with pytest.raises(aiohttp.ClientPayloadError):
                await anext(body)
    finally:
        await runner.cleanup()
