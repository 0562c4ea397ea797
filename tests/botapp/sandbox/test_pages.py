"""The sandbox's newspaper."""

import aiohttp
import pytest

from botapp.sandbox import pages
from botapp.web import article
from botapp.web.errors import LinkClosed, LinkMissing
from botapp.web.guard import Internet
from tests.botapp.sandbox.conftest import Api


async def read(api: Api, path: str) -> article.Article:
    place = ("127.0.0.1", int(api.sandbox.base_url.rpartition(":")[2]))
    internet = Internet(places={pages.HOST: place})
    return await article.read(f"http://{pages.HOST}{path}", internet=internet, seconds=10, most_bytes=100_000)


@pytest.mark.parametrize(("language", "word"), [("en", "31,250"), ("ru", "стейкинга"), ("uk", "стейкінгу")])
async def test_there_is_a_story_in_every_language(api: Api, language: str, word: str) -> None:
    found = await read(api, f"/{language}")
    assert word in found.text
    assert found.site == pages.SITE


async def test_a_wall_and_an_empty_place_can_be_tried(api: Api) -> None:
    with pytest.raises(LinkClosed):
        await read(api, "/closed")
    with pytest.raises(LinkMissing):
        await read(api, "/nothing")


async def test_the_newspaper_shows_nothing_else_of_the_sandbox(api: Api) -> None:
    async with aiohttp.ClientSession() as session:
        for path in ("/sandbox/state?person=1", "/static/sandbox/icon.svg", f"/bot{api.sandbox.token}/getMe"):
            async with session.get(f"{api.sandbox.base_url}{path}", headers={"Host": pages.HOST}) as response:
                assert response.status == 404
