"""Which link of a message is meant, if one is."""

import re
from collections.abc import Sequence

from django.conf import settings

from botapp.web import telegram_post
from botapp.web.errors import LinkError, LinkPrivate, LinkRefused, LinksMany
from botapp.web.guard import LONGEST_URL, url_of

FEW_WORDS, FEW_CHARACTERS = 10, 80  # beside a link; more are an item of their own
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def find_meant(text: str, links: Sequence[str]) -> str:
    """The link whose article a message is about, with a scheme; "" if its own words are.

    `links` as Telegram marks them; a text without marks is searched. Raises LinksMany where several links
    stand without words, LinkError where pages are not read here and there is nothing else.
    """
    marked = tuple(links) or tuple(_LINK.findall(text))
    words = _words(text, marked)
    if not marked or len(words) > FEW_CHARACTERS or len(_WORD.findall(words)) > FEW_WORDS:
        return ""
    is_bare = not _WORD.search(words)
    found = [link for link in map(_with_scheme, marked) if is_bare or _is_page(link)]
    if len(found) > 1 and is_bare:
        raise LinksMany
    if len(found) != 1:
        return ""
    if not settings.LINKS_ENABLED:
        if is_bare:
            raise LinkError
        return ""
    if len(found[0]) > LONGEST_URL:
        raise LinkRefused
    return found[0]


def _words(text: str, links: Sequence[str]) -> str:
    """What is said beside the links."""
    for link in sorted(links, key=len, reverse=True):  # one may begin with another
        text = text.replace(link, " ")
    return " ".join(_LINK.sub(" ", text).split())


def _with_scheme(link: str) -> str:
    return link if _SCHEME.match(link) and not _is_port(link) else f"https://{link}"


def _is_port(link: str) -> bool:
    """ "example.com:443/x" begins like a scheme and is none."""
    return "." in link.partition(":")[0]


def _is_page(link: str) -> bool:
    """Beside words a link must lead to a page: "What is bitcoin.org?" is about bitcoin.org."""
    try:
        url = url_of(link)
        return len(url.path) > 1 and (bool(telegram_post.address(url)) or not telegram_post.is_telegram(url))
    except (LinkPrivate, LinkRefused):
        return False
