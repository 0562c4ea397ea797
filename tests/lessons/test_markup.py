"""Markdown of a lesson as the small HTML of chats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.telegram.markup import read
from lessons.markup import blocks, pages


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**bold** and _italic_", "<b>bold</b> and <i>italic</i>"),
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one\ntwo"),
        ("## Heading with **bold**", "<b>Heading with bold</b>"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("```\nx & y\n```", "<code>x &amp; y</code>"),
        ("- a\n- **b**", "• a\n• <b>b</b>"),
        ("3. c\n4. d", "3. c\n4. d"),
        ("> said\n>\n> twice", "<blockquote>said\ntwice</blockquote>"),
        ("> a\n>\n> > b", "<blockquote>a\nb</blockquote>"),
        ("[there](https://a.example/?b=1&c=2)", '<a href="https://a.example/?b=1&amp;c=2">there</a>'),
        ("[mail](mailto:a@b.example)", "mail"),
        ("![a picture](https://a.example/b.png)", "a picture"),
        ("---", "———"),
        ("", None),
    ],
)
def test_each_kind_of_markdown_becomes_its_tag(markdown: str, html: str | None) -> None:
    assert blocks(markdown) == ([] if html is None else [html])


def test_html_in_a_lesson_is_shown_not_obeyed() -> None:
    assert blocks("<script>alert(1)</script> & <b>x</b>") == [
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;x&lt;/b&gt;"
    ]


def test_a_quote_mark_can_not_leave_a_link() -> None:
    (html,) = blocks('[x](https://a.example/"onclick="b)')
    assert html == '<a href="https://a.example/%22onclick=%22b">x</a>'


def test_a_list_inside_a_list_is_set_in() -> None:
    blank = "\N{NO-BREAK SPACE}" * 3
    assert blocks("- a\n  - b\n- c") == [f"• a\n{blank}• b\n• c"]


def test_a_short_lesson_is_one_page() -> None:
    assert pages("# One\n\ntwo") == ("<b>One</b>\n\ntwo",)
    assert pages("") == ("",)


def test_a_long_lesson_is_cut_between_blocks_only() -> None:
    paragraphs = [f"**{number}** " + "word " * 30 for number in range(40)]
    found = pages("\n\n".join(paragraphs), limit=1000)
    assert len(found) > 5
    assert all(len(page) <= 1000 for page in found)
    assert all(page.count("<b>") == page.count("</b>") for page in found)
    assert "\n\n".join(found) == "\n\n".join(blocks("\n\n".join(paragraphs)))


def test_a_block_longer_than_a_page_stays_whole() -> None:
    assert pages("x" * 50 + "\n\nshort", limit=20) == ("x" * 50, "short")


@given(st.text(alphabet="ab *_`#->[]()!\n<&\"'1.:/\\", max_size=80))
def test_any_text_becomes_html_that_a_chat_accepts(markdown: str) -> None:
    for html in blocks(markdown):
        marked = read(html)
        assert all(0 <= mark.start < mark.end <= len(marked.text) for mark in marked.marks)
        assert html.count("<b>") == html.count("</b>")
        assert html.count("<blockquote>") == html.count("</blockquote>") <= 1
