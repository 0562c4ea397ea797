"""Articles in pages, and the posts of Telegram."""

import pytest
from yarl import URL

from botapp.web import article, telegram_post
from botapp.web.errors import LinkClosed, LinkEmpty, LinkPrivate, LinkTooLarge
from botapp.web.fetch import Document
from botapp.web.guard import Internet
from tests.kit.pages import NAME, PARAGRAPHS, TITLE, story

POST = """<html><body class="widget_frame_base"><div class="tgme_widget_message_bubble">
<a class="tgme_widget_message_owner_name" href="https://t.me/wire"><span dir="auto">Crypto Wire</span></a>
<div class="tgme_widget_message_text js-message_text" dir="auto">The SEC
sued <b>Binance</b>.<br/>13 charges &amp; more.
</div></div></body></html>"""


async def read(internet, path="/story"):
    return await article.read(f"http://{NAME}{path}", internet=internet, seconds=5, most_bytes=3_000_000)


async def test_an_article_is_its_title_and_its_paragraphs(site, internet):
    site.page("/story", story())
    found = await read(internet)
    assert found.text.startswith(TITLE)
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)
    assert found.site == "Chain Daily"
    for around in ("Section 3", "Cookies", "All rights"):
        assert around not in found.text


async def test_a_site_without_a_name_is_called_by_its_host(site, internet):
    site.page("/story", story().replace('<meta property="og:site_name" content="Chain Daily">', ""))
    assert (await read(internet)).site == NAME


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
async def test_other_alphabets_are_read(site, internet, charset):
    told = ("Хакеры украли 625 млн долларов у моста Ronin, сообщили во вторник разработчики проекта. " * 3,)
    page = story("Мост Ronin", told).replace("<head>", f'<head><meta charset="{charset}">')
    site.page("/story", page.encode(charset), content_type=f"text/html; charset={charset}")
    assert "Хакеры украли 625 млн" in (await read(internet)).text


async def test_a_plain_text_is_taken_as_it_is(site, internet):
    site.page("/story", "Bitcoin rose 3%.\nIt fell again.", content_type="text/plain")
    assert (await read(internet)).text == "Bitcoin rose 3%.\nIt fell again."


@pytest.mark.parametrize(
    "body", ["", " ", "<html></html>", "<html><body><div id=root></div><script>x()</script>", "\0" * 100]
)
async def test_a_page_without_an_article_is_said_to_be_one(site, internet, body):
    site.page("/story", body)
    with pytest.raises(LinkEmpty):
        await read(internet)


@pytest.mark.parametrize(
    "wall", ["<p>Subscribe to continue.</p>", '<script>{"isAccessibleForFree": false}</script>']
)
async def test_a_wall_in_the_place_of_the_article_is_a_wall(site, internet, wall):
    site.page("/story", f"<html><body>{wall}</body></html>")
    with pytest.raises(LinkClosed):
        await read(internet)


async def test_a_long_article_is_read_as_far_as_it_is_explained(site, internet):
    site.page(
        "/story",
        story(paragraphs=tuple(f"Paragraph {n} tells of bitcoin at length. " * 9 for n in range(200))),
    )
    assert len((await read(internet)).text) == article.LONGEST


async def test_a_page_that_would_take_minutes_is_not_taken_apart(site, internet):
    site.page("/story", "<p>" * (article.MOST_TAGS + 1))
    with pytest.raises(LinkTooLarge):
        await read(internet)


async def test_markup_of_an_article_is_text(site, internet):
    site.page(
        "/story",
        story("&lt;b&gt;Fees&lt;/b&gt; &amp; more", ("Fees are &lt;low&gt; &amp; falling today. " * 5,)),
    )
    found = await read(internet)
    assert "<low> & falling" in found.text


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://t.me/wire/77", "https://t.me/wire/77?embed=1&mode=tme"),
        ("https://t.me/s/wire/77", "https://t.me/wire/77?embed=1&mode=tme"),
        ("http://telegram.me/wire/77?single", "https://t.me/wire/77?embed=1&mode=tme"),
        ("https://t.me/wire/12/77", "https://t.me/wire/77?embed=1&mode=tme"),
        ("https://example.com/wire/77", ""),
    ],
)
def test_where_a_post_can_be_read(link, address):
    assert telegram_post.address(URL(link)) == address


@pytest.mark.parametrize(
    "link", ["https://t.me/c/123/4", "https://t.me/+abcdef", "https://t.me/wire", "https://t.me/joinchat/x"]
)
def test_what_is_no_public_post_is_to_be_forwarded(link):
    with pytest.raises(LinkPrivate):
        telegram_post.address(URL(link))


async def test_a_public_post_is_read_with_the_name_of_its_channel(site, monkeypatch):
    site.page("/wire/77?embed=1&mode=tme", POST)
    monkeypatch.setattr(telegram_post, "SCHEME", "http")
    found = await article.read(
        "https://t.me/wire/77", internet=Internet(places={"t.me": site.place}), seconds=5, most_bytes=100_000
    )
    assert (found.text, found.site) == ("The SEC sued Binance.\n13 charges & more.", "Crypto Wire")


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b'<div class="tgme_widget_message_error">Post not found</div>']
)
def test_a_post_that_is_gone_is_empty(body):
    with pytest.raises(LinkEmpty):
        telegram_post.extract(Document("https://t.me/wire/1", "text/html", "", body))
