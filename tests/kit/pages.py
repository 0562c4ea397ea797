"""Web sites on loopback for tests of links: `site.page("/story", html)`, reached as http://news.test/story.

Only who maps a name to it gets there (settings.FETCH_PLACES, Internet.places); by its address nobody does.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NAME = "news.test"
TITLE = "Ronin bridge loses $625 million"
STOLEN = (
    "Hackers stole $625 million from the Ronin bridge, the developers said on Tuesday. "
    "The attack took place on March 23 and was noticed six days later."
)
HALTED = (
    "Withdrawals are halted, which means that users can't move 173,600 ETH for now. "
    "The developers work with the police and with exchanges to find the coins."
)
PARAGRAPHS = (STOLEN, HALTED)


def story(title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS, *, site: str = "Chain Daily") -> str:
    """An ordinary page of a newspaper, with what stands around an article."""
    menu = "".join(f'<a href="/{n}">Section {n}</a>' for n in range(12))
    told = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html><head><title>{title}</title><meta property="og:site_name" content="{site}">'
        f'<meta property="og:title" content="{title}"></head><body><nav>{menu}</nav>'
        f"<article><h1>{title}</h1>{told}</article>"
        "<footer>All rights reserved. Cookies.</footer></body></html>"
    )


@dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: threading.Event | None = None  # before the first byte
    drip: bool = False  # a byte a moment, for ever


class Site:
    """A server on a thread. `requests` holds the path and headers of each request that got there;
    `connections` counts also those on which nothing was asked.
    """

    def __init__(self) -> None:
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.connections = 0
        self.answers: dict[str, Answer] = {}
        self._released = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.requests.append((self.path, dict(self.headers.items())))
                site._answer(self)

            def log_message(self, *_: Any) -> None:
                """Tests read `requests`."""

        class Server(ThreadingHTTPServer):
            def get_request(self) -> Any:
                site.connections += 1
                return super().get_request()

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.place = ("127.0.0.1", self.port)

    def page(self, path: str, body: str | bytes = "", *, status: int = 200, **headers: str) -> Answer:
        """What stands at a path, as HTML unless a header says otherwise (content_type=…)."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body
        named.setdefault("Content-Type", "text/html; charset=utf-8")
        self.answers[path] = Answer(status, content, named)
        return self.answers[path]

    def moved(self, path: str, to: str, *, status: int = 302) -> Answer:
        return self.page(path, status=status, location=to)

    def release(self) -> None:
        """Let answers that wait or drip end."""
        self._released.set()

    def __enter__(self) -> "Site":
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.release()
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        answer = self.answers.get(handler.path, Answer(404))
        if answer.wait:
            answer.wait.wait(20)
        handler.send_response(answer.status)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        if not answer.drip and "Content-Length" not in answer.headers:
            handler.send_header("Content-Length", str(len(answer.body)))
        handler.end_headers()
        try:
            handler.wfile.write(answer.body)
            while answer.drip and not self._released.wait(0.05):
                handler.wfile.write(b" ")
        except OSError:
            pass  # whoever read it had enough
