"""Which link of a message is meant."""

import pytest

from botapp.services.links import find_meant
from botapp.web.errors import LinkError, LinkRefused, LinksMany

PAGE = "https://news.example.com/a"


@pytest.mark.parametrize(
    ("text", "links", "expected"),
    [
        (PAGE, [PAGE], PAGE),
        (PAGE, [], PAGE),
        (f"Look: {PAGE}!", [PAGE], PAGE),
        ("news.example.com/a", ["news.example.com/a"], PAGE),
        ("news.example.com", ["news.example.com"], "https://news.example.com"),
        ("example.com:443/a", ["example.com:443/a"], "https://example.com:443/a"),
        ("HTTP://EXAMPLE.COM/A", ["HTTP://EXAMPLE.COM/A"], "HTTP://EXAMPLE.COM/A"),
        ("Read here", [PAGE], PAGE),
        (f"{PAGE} {PAGE}", [PAGE], PAGE),
        ("What is bitcoin.org?", ["bitcoin.org"], ""),
        (f"One two three four five six seven eight nine ten eleven {PAGE}", [PAGE], ""),
        (f"{'x' * 90} {PAGE}", [PAGE], ""),
        (f"Two sources of it: {PAGE} {PAGE}/b", [PAGE, f"{PAGE}/b"], ""),
        ("Join our channel now https://t.me/wire", ["https://t.me/wire"], ""),
        ("Read this post: https://t.me/wire/7", ["https://t.me/wire/7"], "https://t.me/wire/7"),
        ("https://t.me/wire", ["https://t.me/wire"], "https://t.me/wire"),
        ("No link at all", [], ""),
        ("", [], ""),
    ],
)
def test_the_link_that_is_meant(text, links, expected):
    assert find_meant(text, links) == expected


def test_several_links_without_words_are_asked_about():
    with pytest.raises(LinksMany):
        find_meant(f"{PAGE} {PAGE}/b", [PAGE, f"{PAGE}/b"])


def test_a_link_that_no_column_holds_is_refused():
    with pytest.raises(LinkRefused):
        find_meant(f"{PAGE}{'x' * 3000}", [f"{PAGE}{'x' * 3000}"])


def test_where_links_are_off_only_a_lone_link_is_refused(settings):
    settings.LINKS_ENABLED = False
    assert find_meant(f"This is about bitcoin: {PAGE}", [PAGE]) == ""
    with pytest.raises(LinkError):
        find_meant(PAGE, [PAGE])
