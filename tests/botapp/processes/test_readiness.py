"""Asking /health of a server on loopback that says what a test wants."""

import http.server
import threading
import time

import pytest

from botapp.processes.readiness import announce, bot_state


class Health(http.server.BaseHTTPRequestHandler):
    body = b'{"status": "ok", "bot": "starting"}'
    calls = 0

    def do_GET(self):
        Health.calls += 1
        self.send_response(200 if self.path == "/health" else 404)
        self.end_headers()
        self.wfile.write(Health.body)

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def server():
    Health.body, Health.calls = b'{"status": "ok", "bot": "starting"}', 0
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Health) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_the_bot_s_state_is_what_health_says(server):
    assert bot_state(server) == "starting"


@pytest.mark.parametrize(("body", "state"), [(b'{"status": "ok"}', ""), (b"<h1>starting", None)])
def test_an_answer_without_a_bot_is_no_state(server, body, state):
    Health.body = body
    assert bot_state(server) == state


def test_no_server_is_no_state(server):
    assert bot_state(1) is None


def test_it_is_announced_once_the_bot_leads(server):
    said = threading.Event()
    announce(server, said.set)
    assert not said.wait(0.15)
    Health.body = b'{"status": "ok", "bot": "leader"}'
    assert said.wait(2)


def test_it_is_announced_at_last_even_if_nothing_is_known(server):
    said = threading.Event()
    started = time.monotonic()
    announce(server, said.set, patience=0.2)
    assert said.wait(2)
    assert time.monotonic() - started >= 0.2
