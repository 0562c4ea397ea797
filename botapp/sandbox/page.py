"""The chat page and its files."""

import re
from pathlib import Path

from aiohttp import web

from botapp.sandbox.bots import Bot
from botapp.sandbox.errors import ApiError

APP = Path(__file__).resolve().parent.parent
PAGE = APP.parent / "templates" / "sandbox" / "chat.html"
STATIC = APP / "static" / "sandbox"
# The system takes no path with a NUL character or with thousands of letters in it.
FILE = re.compile(r"[\w./-]{1,100}", re.ASCII)
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def chat_page(request: web.BaseRequest) -> web.StreamResponse:
    return web.Response(body=PAGE.read_bytes(), content_type="text/html", charset="utf-8", headers=HEADERS)


async def static_file(request: web.BaseRequest) -> web.StreamResponse:
    """A file of the page; nothing outside its folder."""
    name = request.path.removeprefix("/static/sandbox/")
    path = (STATIC / name).resolve() if FILE.fullmatch(name) else STATIC
    if not path.is_relative_to(STATIC) or not path.is_file() or path.suffix not in TYPES:
        return web.Response(status=404, text="Not found")
    return web.Response(
        body=path.read_bytes(), content_type=TYPES[path.suffix], charset="utf-8", headers=HEADERS
    )


def sent_file(bot: Bot, request: web.BaseRequest) -> web.StreamResponse:
    """A picture or document of the chat; only pictures are shown, everything else is downloaded."""
    try:
        stored = bot.files.get(request.path.removeprefix("/sandbox/files/"))
    except ApiError:
        return web.Response(status=404, text="Not found")
    headers = dict(HEADERS)
    if stored.mime_type not in ("image/png", "image/jpeg", "image/webp", "image/gif"):
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=stored.content, content_type=stored.mime_type, headers=headers)
