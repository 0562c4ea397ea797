from html import escape

from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from botapp.sandbox.entities import checked
from botapp.telegram.markup import LIMIT, Marked, read, split, width

BOLD, ITALIC, QUOTE = MessageEntity.BOLD, MessageEntity.ITALIC, MessageEntity.EXPANDABLE_BLOCKQUOTE


def test_tags_become_marks_and_references_become_characters():
    marked = read('<b>A &amp; B</b> <a href="https://x.example/?a=1&amp;b=2">go</a> &lt;b&gt;')
    assert marked.text == "A & B go <b>"
    assert [(m.kind, marked.text[m.start : m.end], m.url) for m in marked.marks] == [
        (BOLD, "A & B", ""),
        (MessageEntity.TEXT_LINK, "go", "https://x.example/?a=1&b=2"),
    ]


def test_nested_marks_are_sorted_from_outside_to_inside():
    marked = read("<blockquote expandable><b>Title</b>\nBody</blockquote>")
    assert [mark.kind for mark in marked.marks] == [QUOTE, BOLD]


def test_white_space_is_collapsed_but_lines_stay():
    assert read("  one   two\n\n\n\n   three \n four  ").text == "one two\n\nthree\nfour"


def test_white_space_in_code_stays():
    assert read("<pre>a   b\n  c</pre>").text == "a   b\n  c"


def test_tags_of_web_pages_become_lines_and_bullets():
    html = "<h2>Title</h2><p>One</p><ul><li>a</li><li>b</li></ul><p>x<br>y</p>"
    assert read(html).text == "Title\n\nOne\n\n• a\n• b\n\nx\ny"
    assert read(html).marks[0].kind == BOLD


def test_unknown_tags_are_dropped_and_their_text_stays():
    assert read("<table><u>x</u></table>").text == "x"


def test_offsets_count_utf16_units():
    assert read("🙂🙂 <b>bold</b>").entities == [{"type": BOLD, "offset": 5, "length": 4}]


def test_a_lone_half_of_an_emoji_is_replaced():
    assert read("a\ud83db").text == "a\ufffdb"


def test_a_short_text_is_one_message():
    assert len(split(read("x" * LIMIT))) == 1


def test_a_long_text_is_cut_between_paragraphs():
    first, second = split(read("a" * 3000 + "\n\n" + "b" * 3000))
    assert (set(first.text), set(second.text)) == ({"a"}, {"b"})


def test_a_text_without_any_place_to_cut_is_cut_between_characters():
    assert [width(piece.text) for piece in split(read("🙂" * 3000))] == [4096, 1904]


def test_a_mark_that_fits_into_a_message_is_not_cut():
    pieces = split(read("word " * 600 + "<b>" + "bold " * 400 + "</b>"))
    assert [mark.kind for piece in pieces for mark in piece.marks] == [BOLD]


def test_a_mark_longer_than_a_message_goes_on_in_the_next():
    pieces = split(read("<blockquote expandable>" + "word " * 2000 + "</blockquote>"))
    assert [[mark.kind for mark in piece.marks] for piece in pieces] == [[QUOTE]] * 3


TEXTS = st.text(alphabet=st.sampled_from("ab \n🙂é<&>𝔸\u200f\u05d0\u0301"), min_size=0, max_size=60)


@st.composite
def html(draw, depth=0):
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        if depth < 2 and draw(st.booleans()):
            tag = draw(st.sampled_from(["b", "i", "code", "blockquote"]))
            parts.append(f"<{tag}>{draw(html(depth + 1))}</{tag}>")
        else:
            parts.append(escape(draw(TEXTS)))
    return "".join(parts)


@given(html(), st.integers(4, 80))
def test_splitting_loses_no_character_and_no_mark(source, limit):
    marked = read(source)
    pieces = split(marked, limit)
    assert all(0 < width(piece.text) <= limit for piece in pieces)
    assert _styled(*pieces) == _styled(marked)


@given(html(), st.integers(4, 80))
def test_telegram_takes_every_piece(source, limit):
    for piece in split(read(source), limit):
        entities = piece.entities
        assert len(checked(piece.text, entities)) == len(entities)


@given(html(), st.integers(20, 80))
def test_no_cut_falls_into_a_mark_that_fits(source, limit):
    marked = read(source)
    home = [n for n, piece in enumerate(split(marked, limit)) for char in piece.text if not char.isspace()]
    visible = [place for place, char in enumerate(marked.text) if not char.isspace()]
    for mark in marked.marks:
        if width(marked.text[mark.start : mark.end]) <= limit:
            inside = (n for n, place in zip(home, visible, strict=True) if mark.start <= place < mark.end)
            assert len(set(inside)) <= 1


def _styled(*pieces: Marked):
    """Every visible character with the marks on it."""
    return [
        (char, sorted(m.kind for m in piece.marks if m.start <= place < m.end))
        for piece in pieces
        for place, char in enumerate(piece.text)
        if not char.isspace()
    ]
