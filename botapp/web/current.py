"""The internet as the settings describe it."""

from django.conf import settings

from botapp.web import article, fetch
from botapp.web.article import Article
from botapp.web.errors import LinkRefused
from botapp.web.guard import Internet, url_of


def internet() -> Internet:
    """Public addresses, and the places that FETCH_PLACES names."""
    return Internet(places=settings.FETCH_PLACES)


def check_address(url: str) -> None:
    """Raises LinkRefused for what is not opened whatever its host's address is; asks nobody."""
    internet().check(url_of(url))


async def read_article(url: str) -> Article:
    """The article behind a link, within FETCH_SECONDS and FETCH_MAX_BYTES. Raises LinkError."""
    if not settings.LINKS_ENABLED:
        raise LinkRefused
    return await article.read(
        url,
        internet=internet(),
        seconds=settings.FETCH_SECONDS,
        most_bytes=settings.FETCH_MAX_BYTES,
    )


async def read_picture(url: str) -> bytes:
    """The picture at an address, within FETCH_SECONDS and PICTURE_MAX_BYTES. Raises LinkError."""
    found = await fetch.fetch(
        url,
        internet=internet(),
        seconds=settings.FETCH_SECONDS,
        most_bytes=settings.PICTURE_MAX_BYTES,
        kinds=fetch.PICTURES,
    )
    return found.body
