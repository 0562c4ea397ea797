"""The article in a page, without menus, advertisements and comments."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from typing import Any

from yarl import URL

from botapp.web import telegram_post
from botapp.web.errors import LinkClosed, LinkEmpty, LinkTooLarge
from botapp.web.fetch import PAGES, Document, fetch
from botapp.web.guard import Internet, url_of

LONGEST = 20_000  # characters of an article that are kept; the rest is left out
MINIMUM = 10  # of a post or a plain text
SHORTEST = 80  # of a page: fewer are a headline, a notice about cookies, a form to log in
MOST_TAGS = 40_000  # signs "<": a page of news has a few thousand, and the time to read them adds up
_SITE = 120  # characters
_TITLE = 300
# Taking a page apart may keep a processor busy for seconds: never more than two, and not on the threads
# that answers are parsed on.
_pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="article")
Extract = Callable[[Document], tuple[str, str, str]]  # title, text and site
_WALLS = ("subscribe to continue", "subscribers only", "sign in to continue", "only for subscribers")


@dataclass(frozen=True)
class Article:
    """`text` begins with the title, if the page has one; `site` is the name that the site gives itself."""

    text: str
    site: str
    url: str


async def read(url: str, *, internet: Internet, seconds: float, most_bytes: int) -> Article:
    """The article behind a link. Raises LinkError.

    A public post of Telegram is read from the page that Telegram makes for embedding it.
    """
    post = telegram_post.address(url_of(url))
    document = await fetch(
        post or url, internet=internet, seconds=seconds, most_bytes=most_bytes, kinds=PAGES
    )
    extract = telegram_post.extract if post else _extract
    return await asyncio.get_running_loop().run_in_executor(_pool, _article, document, extract)


def _article(document: Document, extract: Extract) -> Article:
    if document.body.count(b"<") > MOST_TAGS:
        raise LinkTooLarge
    title, text, site = extract(document)
    if len(text) < MINIMUM:
        raise LinkEmpty
    whole = text if text.startswith(title) else f"{title}\n\n{text}"
    return Article(whole[:LONGEST], (site or _host(document.url))[:_SITE], document.url)


def _extract(document: Document) -> tuple[str, str, str]:
    """Title, text and site. Raises LinkEmpty, or LinkClosed where a wall stands in the place of the text."""
    if document.kind == "text/plain":
        return "", _decoded(document).strip(), ""
    import trafilatura  # heavy: not before the first link

    found: Any = trafilatura.bare_extraction(
        document.body,
        url=document.url,
        include_comments=False,
        with_metadata=True,
        # Looking for a date in the whole page takes longer than all the rest, and nobody asks for it.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (found.text or "").strip() if found else ""
    if len(text) < SHORTEST:
        raise LinkClosed if _has_wall(document.body) else LinkEmpty
    return _line(found.title, _TITLE), text, _line(found.sitename, _SITE)


def _has_wall(body: bytes) -> bool:
    page = body.decode("utf-8", "ignore").casefold()
    return '"isaccessibleforfree":false' in page.replace(" ", "") or any(wall in page for wall in _WALLS)


def _decoded(document: Document) -> str:
    try:
        return document.body.decode(document.charset or "utf-8", "replace")
    except LookupError:
        return document.body.decode("utf-8", "replace")


def _line(text: str | None, longest: int) -> str:
    return " ".join(unescape(text or "").split())[:longest]


def _host(url: str) -> str:
    return (URL(url).host or "").removeprefix("www.")
