"""Asking /health of a server on loopback that says what a test wants."""

import http.server
import queue
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


@pytest.fixture
def said():
    return queue.Queue()


def test_it_is_announced_once_the_bot_leads(server, said):
    announce(server, said.put)
    with pytest.raises(queue.Empty):
        said.get(timeout=0.15)
    Health.body = b'{"status": "ok", "bot": "leader"}'
    assert said.get(timeout=2) is True


def test_it_is_said_at_last_that_it_is_not_ready(server, said):
    started = time.monotonic()
    announce(server, said.put, patience=0.2)
    assert said.get(timeout=2) is False
    assert time.monotonic() - started >= 0.2
