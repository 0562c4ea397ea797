"""A lesson's Markdown as the small HTML that chats understand: b, i, code, a, blockquote, • lists.

Everything else is dropped or escaped: HTML written in a lesson is shown as text, links other than
http(s) become their words, pictures become their descriptions.
"""

from html import escape

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

# Characters of one page; far below the 4,096 of a message, for a phone's screen.
PAGE = 2_500
# Hard blanks, because ordinary ones at the beginning of a line are dropped on the way to a chat.
_INDENT = "\n\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
_WRAPS = {"strong": "b", "em": "i"}
_LINKS = ("https://", "http://")


def pages(markdown: str, *, limit: int = PAGE) -> tuple[str, ...]:
    """HTML pages of about `limit` characters, cut between blocks only; at least one, maybe empty."""
    found = [""]
    for block in blocks(markdown):
        joined = f"{found[-1]}\n\n{block}" if found[-1] else block
        if found[-1] and len(joined) > limit:
            found.append(block)
        else:
            found[-1] = joined
    return tuple(found)


def blocks(markdown: str) -> list[str]:
    """One piece of HTML a paragraph, heading, list or quote; lines inside are divided by newlines."""
    # Made per call: the parser keeps state, and lessons are read on several threads at once.
    root = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).parse(markdown))
    return [html for node in root.children if (html := _block(node))]


def _block(node: SyntaxTreeNode, *, in_quote: bool = False) -> str:
    match node.type:
        case "heading":
            return f"<b>{_inline(node, plain=True)}</b>"
        case "bullet_list" | "ordered_list":
            return _list(node, in_quote=in_quote)
        case "blockquote":
            return _quote(node, in_quote=in_quote)
        case "fence" | "code_block":
            return f"<code>{escape(node.content.rstrip())}</code>"
        case "hr":
            return "———"
        case _:
            return _inline(node)


def _quote(node: SyntaxTreeNode, *, in_quote: bool) -> str:
    inner = "\n".join(_block(child, in_quote=True) for child in node.children)
    # A quote inside a quote is refused by Telegram.
    return inner if in_quote else f"<blockquote>{inner}</blockquote>"


def _list(node: SyntaxTreeNode, *, in_quote: bool) -> str:
    first = int(node.attrs.get("start", 1))
    marks = (
        f"{first + place}." if node.type == "ordered_list" else "•" for place in range(len(node.children))
    )
    lines = (
        f"{mark} " + "\n".join(_block(child, in_quote=in_quote) for child in item.children)
        for mark, item in zip(marks, node.children, strict=True)
    )
    return "\n".join(line.replace("\n", _INDENT) for line in lines)


def _inline(node: SyntaxTreeNode, *, plain: bool = False) -> str:
    """The words of a node; `plain` leaves out bold and italics, for a place that is bold already."""
    return "".join(_word(child, plain=plain) for child in node.children)


def _word(node: SyntaxTreeNode, *, plain: bool) -> str:
    match node.type:
        case "text":
            return escape(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "code_inline":
            return f"<code>{escape(node.content)}</code>"
        case "image":
            return escape(node.content)
        case "link":
            return _link(node, plain=plain)
    inner = _inline(node, plain=plain)
    tag = "" if plain else _WRAPS.get(node.type, "")
    return f"<{tag}>{inner}</{tag}>" if tag and inner else inner


def _link(node: SyntaxTreeNode, *, plain: bool) -> str:
    address = str(node.attrs.get("href", ""))
    inner = _inline(node, plain=plain)
    return f'<a href="{escape(address)}">{inner}</a>' if address.startswith(_LINKS) else inner
