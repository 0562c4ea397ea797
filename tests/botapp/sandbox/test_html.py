"""The HTML of messages: what becomes of it and what is refused, in Telegram's words."""

from dataclasses import dataclass
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.sandbox import utf16
from botapp.sandbox.entities import checked
from botapp.sandbox.errors import ApiError
from botapp.sandbox.html import KINDS, HtmlReader
from tests.botapp.sandbox.conftest import Api

CANT = "Bad Request: can't parse entities: "


async def marked(api: Api, source: str) -> tuple[str, list[tuple[str, str]]]:
    """The plain text and, for each entity, its kind and what it covers."""
    message = await api.send(source, parse_mode="HTML")
    units = message["text"].encode("utf-16-le")
    covered = [
        (e["type"], units[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le"))
        for e in message.get("entities", [])
    ]
    return message["text"], covered


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>bold</b> plain", "bold plain", [("bold", "bold")]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", "a"), ("italic", "b")]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", c) for c in "abc"]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", "a")]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", "a")]),
        ("<b>bold <i>both</i></b>", "bold both", [("bold", "bold both"), ("italic", "both")]),
        ("<B>case</B  >".replace("</B", "</b"), "case", [("bold", "case")]),
        ("<b>closed by nothing named</>", "closed by nothing named", [("bold", "closed by nothing named")]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", "q")]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", "q")]),
        ("<b></b>empty", "empty", []),
        ("🚀 <b>🚀🚀</b>!", "🚀 🚀🚀!", [("bold", "🚀🚀")]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#8364;&#x20AC;", 'a <b> & "c" €€', []),
        ("a & b &nbsp; &copy", "a & b &nbsp; &copy", []),
        ("<code>a <b>b</b></code>", "a b", [("code", "a b")]),
        ("<blockquote>a <blockquote>b</blockquote></blockquote>", "a b", [("blockquote", "a b")]),
        ("  <b> spaced </b>  ", "spaced", [("bold", "spaced")]),
        ("שלום <b>עולם</b>", "שלום עולם", [("bold", "עולם")]),
    ],
)
async def test_markup_becomes_entities(
    api: Api, source: str, text: str, entities: list[tuple[str, str]]
) -> None:
    plain, covered = await marked(api, source)
    assert (plain.strip(), [(kind, part.strip()) for kind, part in covered]) == (text, entities)


async def test_code_with_a_language_is_one_entity(api: Api) -> None:
    message = await api.send('<pre><code class="language-python">x = 1</code></pre>', parse_mode="HTML")
    assert message["entities"] == [{"offset": 0, "length": 5, "type": "pre", "language": "python"}]


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ('<a href="https://a.org/?a=1&amp;b=2">x</a>', "https://a.org/?a=1&b=2"),
        ("<a href='https://a.org'>x</a>", "https://a.org"),
        ("<a href=a.org>x</a>", "http://a.org/"),
        ("<a>https://a.org</a>", "https://a.org"),
    ],
)
async def test_links_carry_their_address(api: Api, source: str, url: str) -> None:
    message = await api.send(source, parse_mode="html")
    assert message["entities"][0]["url"] == url


async def test_a_link_to_a_person_is_a_mention(api: Api) -> None:
    message = await api.send('<a href="tg://user?id=1001">Ada</a>', parse_mode="HTML")
    assert message["entities"][0]["type"] == "text_mention"
    assert message["entities"][0]["user"]["id"] == 1001


async def test_a_link_that_leads_nowhere_is_plain_text(api: Api) -> None:
    assert await marked(api, '<a href="nowhere">x</a>') == ("x", [])


async def test_a_custom_emoji_keeps_its_id(api: Api) -> None:
    message = await api.send('<tg-emoji emoji-id="5368">👍</tg-emoji>', parse_mode="HTML")
    assert message["entities"] == [
        {"offset": 0, "length": 2, "type": "custom_emoji", "custom_emoji_id": "5368"}
    ]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>a", """Can't find end tag corresponding to start tag "b\""""),
        ("<b><i>a</b></i>", """Unmatched end tag at byte offset 7, expected "</i>", found "</b>\""""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<foo>a</foo>", 'Unsupported start tag "foo" at byte offset 0'),
        ("я <3", "Unclosed start tag at byte offset 3"),
        ("я <3 ты", 'Unsupported start tag "3" at byte offset 3'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ('<span class="red">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="https://a.org', "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>a</a>", "Unexpected end of name token at byte offset 8"),
    ],
)
async def test_bad_markup_is_refused_with_the_place(api: Api, source: str, complaint: str) -> None:
    code, description = await api.refusal("sendMessage", chat_id=1001, text=source, parse_mode="HTML")
    assert (code, description) == (400, CANT + complaint)


async def test_without_a_parse_mode_nothing_is_read(api: Api) -> None:
    assert (await api.send("<b>a"))["text"] == "<b>a"


async def test_an_unknown_parse_mode_is_refused(api: Api) -> None:
    refusal = await api.refusal("sendMessage", chat_id=1001, text="a", parse_mode="Markdown9")
    assert refusal == (400, "Bad Request: unsupported parse_mode")


async def test_an_escaped_name_stays_text(api: Api) -> None:
    assert await marked(api, "Hello, &lt;b&gt;Ada") == ("Hello, <b>Ada", [])


@dataclass
class Element:
    """A tag around texts and other elements."""

    tag: str
    inside: list["Element | str"]


TAGS = {
    "b": "bold",
    "em": "italic",
    "ins": "underline",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "blockquote": "blockquote",
}
NODES = st.recursive(
    st.text(max_size=6) | st.sampled_from(["🚀", "<b>", "&lt;", "a & b", "שלום", '"']),
    lambda inner: st.builds(Element, st.sampled_from(sorted(TAGS)), st.lists(inner, max_size=3)),
    max_leaves=12,
)


def written(node: Element | str) -> str:
    if isinstance(node, str):
        return escape(node)
    return f"<{node.tag}>{''.join(map(written, node.inside))}</{node.tag}>"


def expected(nodes: list[Element | str], offset: int = 0) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text of the nodes and what each tag that holds text covers, in UTF-16 units."""
    text, found = "", []
    for node in nodes:
        begin = offset + utf16.length(text)
        if isinstance(node, str):
            text += node
            continue
        inside, nested = expected(node.inside, begin)
        text += inside
        found += nested
        if inside:
            found.append((begin, utf16.length(inside), TAGS[node.tag]))
    return text, found


@given(st.lists(NODES, max_size=5))
def test_what_is_written_as_markup_is_read_as_it_was_meant(nodes: list[Element | str]) -> None:
    text, entities = HtmlReader("".join(map(written, nodes))).read()
    plain, marks = expected(nodes)
    assert text == plain
    assert sorted((e["offset"], e["length"], e["type"]) for e in entities) == sorted(marks)


@given(st.text(st.sampled_from("<>/bia ='\"&;#x1é🚀\n"), max_size=30))
def test_whatever_is_written_is_read_or_refused_with_the_reason(source: str) -> None:
    try:
        text, entities = HtmlReader(source).read()
    except ApiError as error:
        complaint = (error.code, error.description[: len(CANT)])
    else:
        complaint = None
    if complaint:
        assert complaint == (400, CANT)
        return
    assert checked(text, entities) == entities
    assert utf16.length(text) <= utf16.length(source)


@given(st.text())
def test_what_is_escaped_is_nothing_but_text(text: str) -> None:
    assert HtmlReader(escape(text)).read() == (text, [])


@pytest.mark.parametrize("tag", sorted(KINDS))
async def test_every_tag_must_be_closed(api: Api, tag: str) -> None:
    opening = {"span": '<span class="tg-spoiler">', "a": '<a href="https://a.org">'}.get(tag, f"<{tag}>")
    for source, reason in [
        (f"{opening}x", f'Can\'t find end tag corresponding to start tag "{tag}"'),
        (f"{opening}x</wrong>", "Unmatched end tag"),
        (f"x</{tag}>", "Unexpected end tag"),
    ]:
        code, description = await api.refusal("sendMessage", chat_id=1001, text=source, parse_mode="HTML")
        assert code == 400
        assert description.startswith(CANT + reason)


@pytest.mark.parametrize(
    "tag", ["p", "br", "div", "h1", "ul", "li", "table", "img", "script", "font", "small"]
)
async def test_tags_of_the_web_are_not_telegrams(api: Api, tag: str) -> None:
    answer = await api.refusal("sendMessage", chat_id=1001, text=f"<{tag}>x</{tag}>", parse_mode="HTML")
    assert answer == (400, f'{CANT}Unsupported start tag "{tag}" at byte offset 0')


async def test_a_refused_message_is_not_sent(api: Api) -> None:
    before = len(api.sandbox.bot.chats[1001].messages)
    await api.refusal("sendMessage", chat_id=1001, text="<b>open", parse_mode="HTML")
    assert len(api.sandbox.bot.chats[1001].messages) == before
