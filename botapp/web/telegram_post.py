"""Public posts of Telegram, read from the page that Telegram makes for embedding them."""

import re
from typing import Any

from yarl import URL

from botapp.web.errors import LinkEmpty, LinkPrivate
from botapp.web.fetch import Document

_END = "\ufdd0"  # stands for the end of a line; no text holds it
SCHEME = "https"
_HOSTS = frozenset({"t.me", "www.t.me", "telegram.me", "telegram.dog"})
_POST = re.compile(r"/(?:s/)?([A-Za-z]\w{3,31})/(?:\d+/)?(\d{1,10})/?", re.ASCII)
_PLACE = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_TEXT = f"//div[{_PLACE.format('tgme_widget_message_text')}]"
_OWNER = f"//*[{_PLACE.format('tgme_widget_message_owner_name')}]"


def is_telegram(url: URL) -> bool:
    return url.host in _HOSTS


def address(url: URL) -> str:
    """Where the post that `url` names can be read; "" if it is no address of Telegram.

    Raises LinkPrivate for other addresses of Telegram: chats, invitations, private channels.
    """
    if not is_telegram(url):
        return ""
    named = _POST.fullmatch(url.path)
    if named is None:
        raise LinkPrivate
    return f"{SCHEME}://t.me/{named[1]}/{named[2]}?embed=1&mode=tme"


def extract(document: Document) -> tuple[str, str, str]:
    """Title (a post has none), text and the channel's name. Raises LinkEmpty."""
    from lxml import html  # heavy: not before the first link

    page = html.fromstring(document.body or b"<p>", parser=html.HTMLParser(encoding="utf-8"))
    texts = [_lines(found) for found in page.xpath(_TEXT)]
    owners = [" ".join(found.text_content().split()) for found in page.xpath(_OWNER)]
    if not texts or not texts[-1]:
        raise LinkEmpty
    return "", texts[-1], owners[0] if owners else ""


def _lines(found: Any) -> str:
    """The text of an element: white space means nothing in it, only <br> ends a line."""
    for end in found.xpath(".//br"):
        end.tail = _END + (end.tail or "")
    return " ".join(str(found.text_content()).split()).replace(f" {_END}", _END).replace(_END, "\n").strip()
