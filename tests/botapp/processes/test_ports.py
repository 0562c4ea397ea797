import socket

import pytest

from botapp.processes.ports import NoFreePort, first_free, is_free, is_listening


@pytest.fixture
def listener():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_port_in_use_is_not_free_and_is_listening(listener):
    assert not is_free(listener, host="127.0.0.1")
    assert not is_free(listener)
    assert is_listening(listener)


def test_an_unused_port_is_free_and_not_listening(listener):
    other = first_free(listener)
    assert is_free(other, host="127.0.0.1")
    assert not is_listening(other)


def test_the_wished_port_is_taken_if_it_is_free(listener):
    other = first_free(listener)
    assert first_free(other) == other


def test_the_next_free_port_is_taken_otherwise(listener):
    assert listener < first_free(listener) < listener + 20


def test_a_port_that_is_promised_elsewhere_is_passed_over(listener):
    promised = first_free(listener)
    assert first_free(listener, besides=(promised,)) > promised


def test_there_is_an_end_of_ports():
    with pytest.raises(NoFreePort, match="No free port from 65535 on"):
        first_free(65_535, besides=(65_535,))
