"""The web server as the Procfile runs it, with clients that send half of a request and then wait."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.kit.deployment import ROOT, TOKEN, wait_until
from tests.kit.ports import free_port

PATIENCE = 0.9
HALVES = {
    "half a header": b"GET /health HTTP/1.1\r\nX",
    "no byte at all": b"",
    "half a body": b"POST /i18n/setlang/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nlang",
    "half a body without a key": b"POST /explain_news HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n"
    b'Content-Type: application/json\r\n\r\n{"te',
    "a whole request, and no goodbye": b"GET /nowhere HTTP/1.0\r\nHost: localhost\r\n\r\n",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, object]]:
    """Two workers with eight threads; port and a function that reads the log."""
    directory = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": "",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{directory}/rvx.sqlite3",
        "REQUEST_SECONDS": str(PATIENCE),
        "ALLOWED_HOSTS": "localhost",
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "python:rvx_site.gunicorn", "rvx_site.wsgi"]
    with (directory / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_until(lambda: answers(port, within=1), within=30, what="the first answer")
            yield port, (directory / "log").read_text
        finally:
            process.terminate()
            process.wait(20)


def answers(port: int, *, within: float) -> int:
    """The status of a page that needs no database; 0 if none comes in time."""
    connection = http.client.HTTPConnection("localhost", port, timeout=within)
    try:
        connection.request("GET", "/nowhere")
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


@pytest.mark.parametrize("half", HALVES)
def test_as_many_half_sent_requests_as_one_likes_do_not_stop_the_answers(server, half):
    port, log = server
    with ExitStack() as held:
        for _ in range(40):
            connection = held.enter_context(socket.create_connection(("127.0.0.1", port)))
            connection.sendall(HALVES[half])
        started = time.monotonic()
        assert answers(port, within=5) == 404
        assert time.monotonic() - started < 4 * PATIENCE
    assert "Traceback" not in log()


def test_a_request_that_trickles_in_ends_with_the_whole_patience(server):
    port, log = server
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as slow:
        slow.sendall(b"GET /nowhere HTTP/1.1\r\n")
        started = time.monotonic()

        def is_over() -> bool:
            try:
                slow.sendall(b"X")
                return slow.recv(1) == b""
            except TimeoutError:
                return False
            except ConnectionError:
                return True

        wait_until(is_over, within=5 * PATIENCE, what="the end of the connection")
        assert time.monotonic() - started > 0.5 * PATIENCE
    assert "Traceback" not in log()


def test_a_connection_is_used_again_for_the_next_request(server):
    connection = http.client.HTTPConnection("localhost", server[0], timeout=5)
    statuses = []
    for _ in range(3):
        connection.request("GET", "/nowhere")
        answer = connection.getresponse()
        answer.read()
        statuses.append((answer.status, connection.sock is not None))
    connection.close()
    assert statuses == [(404, True)] * 3
