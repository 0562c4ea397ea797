"""Reading pictures: by whoever can, once, and told of in the log where nobody could."""

import pytest

from botapp.background import run_coroutine
from botapp.exceptions import NoAnswer
from botapp.explain import pictures
from botapp.sandbox.pictures import PIXELS
from tests.kit.scripted_ai import Slow, Status


def read():
    reading, _is_known = run_coroutine(pictures.read(pictures.check(PIXELS), language="en"), timeout=20)
    return reading


def test_why_a_picture_was_not_read_stands_in_the_log(gemini, caplog):
    gemini.script(Status(503))
    with pytest.raises(NoAnswer):
        read()
    assert caplog.messages == ["A picture was not read by gemini: unavailable"]


def test_that_a_picture_was_not_read_in_time_stands_in_the_log(gemini, settings, caplog):
    settings.ANSWER_DEADLINE_SECONDS = 0.3
    gemini.script(Slow())
    with pytest.raises(NoAnswer):
        read()
    gemini.release()
    assert caplog.messages == ["A picture was not read in time"]
