"""Server-sent events, cut anywhere; whole calls are in test_provider_contract.py."""

import time

import pytest

from botapp.ai.base import AnswerMalformed
from botapp.ai.event_stream import LONGEST_EVENT, MOST_LINES, EventStream, PlainEvents

either = pytest.mark.parametrize("kind", [EventStream, PlainEvents])
sizes = pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])


def cut(stream: bytes, size: int) -> list[bytes]:
    return [stream[start : start + size] for start in range(0, len(stream), size)]


def fed(reader: EventStream | PlainEvents, pieces: list[bytes]) -> list[str] | list[bytes]:
    return [event for piece in pieces for event in reader.feed(piece)]


@sizes
def test_events_are_put_together_however_they_were_cut(size):
    stream = "data: Привіт\r\n\r\n: nothing\r\ndata: a\r\ndata: b\r\nevent: x\r\n\r\n".encode()
    stream += "data:c\n\ndata: 🙂\r\n\r\ndata: d\r\rdata: e".encode()
    reader = EventStream()
    found = fed(reader, cut(stream, size))
    assert [*found, *reader.finish()] == ["Привіт", "a\nb", "c", "🙂", "d", "e"]


@sizes
@pytest.mark.parametrize("kind", [EventStream, PlainEvents])
def test_a_mark_of_the_byte_order_takes_no_event_with_it(kind, size):
    reader = kind()
    found = fed(reader, cut("\ufeffdata: a\n\n".encode(), size))
    assert found == ["a"] if kind is EventStream else b"".join(map(bytes, [found])) == b"data: a\n\n"


@sizes
def test_a_library_is_given_events_and_what_is_none_and_nothing_beside(size):
    stream = ": hi\n\ndata:{1}\r\nid: 7\r\n\r\nevent\n:\nretry: 5\ndata: \u2028é\rdata:  b\n\n".encode()
    stream += b'{"error":\n  {"id": 5}\n}\ndata: \xff'
    reader = PlainEvents()
    kept = b"".join(map(reader.feed, cut(stream, size))) + reader.finish()
    events = "\ndata: {1}\n\ndata: \u2028é\ndata:  b\n\n"
    assert kept.decode() == events + '{"error":\n  {"id": 5}\n}\ndata: \ufffd\n'


@either
@pytest.mark.parametrize(
    "stream",
    [
        b"data: " + b"x" * LONGEST_EVENT,
        b"data: x\n" * (LONGEST_EVENT // 2),
        b"data: " + b"xxxxxxxxxxxxxxxxx\ndata: " * (LONGEST_EVENT // 16),
        b"\n" * (MOST_LINES + 1),
        b": still working\n" * (MOST_LINES + 1),
        b"\r" * (MOST_LINES + 2),
    ],
    ids=["line", "lines", "event", "empty lines", "comments", "empty lines of another kind"],
)
def test_what_has_no_end_is_cut(kind, stream):
    with pytest.raises(AnswerMalformed):
        fed(kind(), cut(stream, 2**14))


@either
def test_a_long_line_that_comes_letter_by_letter_costs_no_more_than_its_letters(kind):
    began = time.monotonic()
    fed(kind(), [b"x"] * LONGEST_EVENT)
    assert time.monotonic() - began < 5
