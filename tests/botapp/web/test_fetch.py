"""One document within seconds and bytes."""

import asyncio
import gzip
import time
import zlib

import pytest

from botapp.web.errors import (
    LinkAway,
    LinkClosed,
    LinkError,
    LinkMissing,
    LinkNoPage,
    LinkRefused,
    LinkTooLarge,
)
from botapp.web.fetch import PICTURES, fetch
from tests.kit.pages import NAME, story


async def read(path, internet, *, seconds=5.0, most_bytes=100_000, **more):
    return await fetch(
        f"http://{NAME}{path}", internet=internet, seconds=seconds, most_bytes=most_bytes, **more
    )


async def test_a_page_comes_with_its_kind_and_charset(site, internet):
    site.page("/a?b=c", "Привет".encode("cp1251"), content_type="text/html; charset=windows-1251")
    found = await read("/a?b=c#part", internet)
    assert (found.body.decode("cp1251"), found.kind, found.charset) == ("Привет", "text/html", "windows-1251")


async def test_the_request_says_who_asks_and_brings_nothing_along(site, internet):
    site.page("/", "x", set_cookie="a=b")
    site.moved("/go", "/")
    await read("/go", internet)
    await read("/", internet)
    for _path, headers in site.requests:
        assert headers["Host"] == NAME
        assert headers["User-Agent"].startswith("RVX/")
        assert not {"Cookie", "Authorization", "Referer", "X-Forwarded-For"} & headers.keys()


async def test_five_redirects_are_followed_and_a_sixth_is_not(site, internet):
    site.page("/end", "there")
    for number in range(6):
        site.moved(
            f"/{number}",
            f"/{number + 1}" if number < 5 else "/end",
            status=(301, 302, 303, 307, 308, 302)[number],
        )
    assert (await read("/1", internet)).url.endswith("/end")
    with pytest.raises(LinkAway):
        await read("/0", internet)


async def test_a_page_that_leads_to_itself_ends(site, internet):
    site.moved("/loop", "/loop")
    with pytest.raises(LinkAway):
        await read("/loop", internet)
    assert len(site.requests) == 6


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, LinkMissing),
        (410, LinkMissing),
        (401, LinkClosed),
        (402, LinkClosed),
        (403, LinkClosed),
        (429, LinkClosed),
        (451, LinkClosed),
        (500, LinkAway),
        (503, LinkAway),
        (204, LinkAway),
        (304, LinkAway),
        (302, LinkAway),
    ],
)
async def test_what_a_site_answers_instead_of_a_page(site, internet, status, error):
    site.page("/", "x" if status not in (204, 304) else "", status=status)
    with pytest.raises(error):
        await read("/", internet)


@pytest.mark.parametrize(
    "kind", ["application/pdf", "video/mp4", "application/zip", "image/png", "application/json"]
)
async def test_what_is_no_page_is_not_read(site, internet, kind):
    site.page("/", b"%PDF", content_type=kind)
    with pytest.raises(LinkNoPage):
        await read("/", internet)


async def test_a_picture_is_read_where_pictures_are_wanted(site, internet):
    site.page("/", b"\x89PNG", content_type="image/png")
    assert (await read("/", internet, kinds=PICTURES)).body == b"\x89PNG"


async def test_more_bytes_than_are_taken_are_refused_before_they_come(site, internet):
    site.page("/", b"x" * 1000, content_length="5000000000")
    with pytest.raises(LinkTooLarge):
        await read("/", internet)


async def test_more_bytes_than_were_announced_are_refused(site, internet):
    site.page("/", b"x" * 300_000).headers = {"Content-Type": "text/html", "Connection": "close"}
    with pytest.raises(LinkTooLarge):
        await read("/", internet, most_bytes=200_000)


async def test_what_came_packed_is_unpacked(site, internet):
    page = story().encode()
    site.page("/gzip", gzip.compress(page), content_encoding="gzip")
    site.page("/deflate", zlib.compress(page), content_encoding="deflate")
    assert (await read("/gzip", internet)).body == (await read("/deflate", internet)).body == page


async def test_a_bomb_does_not_go_off(site, internet):
    site.page("/", gzip.compress(b"\0" * 200_000_000), content_encoding="gzip")
    with pytest.raises(LinkTooLarge):
        await read("/", internet, most_bytes=1_000_000)


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "gzip, gzip", "nonsense"])
async def test_junk_that_calls_itself_packed_is_no_page(site, internet, encoding):
    site.page("/", b"not packed at all", content_encoding=encoding)
    with pytest.raises(LinkAway):
        await read("/", internet)


async def test_a_site_that_says_nothing_is_left_in_time(site, internet):
    site.page("/", "x").wait = site._released
    started = time.monotonic()
    with pytest.raises(LinkAway):
        await read("/", internet, seconds=0.3)
    assert time.monotonic() - started < 5


async def test_a_site_that_talks_a_byte_at_a_time_is_left_in_time(site, internet):
    site.page("/", "x").drip = True
    with pytest.raises(LinkAway):
        await read("/", internet, seconds=0.5)


async def test_whoever_stops_waiting_ends_the_reading(site, internet):
    site.page("/", "x").wait = site._released
    reading = asyncio.create_task(read("/", internet, seconds=20))
    while not site.requests:
        await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading


async def test_a_certificate_is_looked_at(site, internet):
    with pytest.raises(LinkAway):
        await fetch(f"https://{NAME}/", internet=internet, seconds=5, most_bytes=1000)


async def test_no_error_tells_where_it_was(site, internet):
    site.page("/secret-path", status=500)
    for link in (f"http://{NAME}/secret-path", f"http://user:secret@{NAME}/", f"https://{NAME}/secret-path"):
        with pytest.raises(LinkError) as raised:
            await fetch(link, internet=internet, seconds=5, most_bytes=1000)
        assert "secret" not in f"{raised.value} {raised.value.message} {raised.value.facts}"


async def test_a_link_that_is_too_long_is_none(internet):
    with pytest.raises(LinkRefused):
        await read("/" + "x" * 3000, internet)
