import pytest

from botapp.doctor.amounts import count, duration, size


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0002, "under 1 ms"),
        (0.0849, "85 ms"),
        (2.44, "2.4 s"),
        (5, "5 s"),
        (41.2, "41 s"),
        (720, "12 min"),
        (12_600, "3.5 h"),
        (777_600, "9 days"),
    ],
)
def test_a_duration_has_the_unit_that_one_would_say(seconds, text):
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(512, "512 B"), (1_200, "1.2 kB"), (12_400_000, "12 MB"), (4.1e9, "4.1 GB"), (8e15, "8000 TB")],
)
def test_a_size_has_the_unit_that_one_would_say(number, text):
    assert size(number) == text


def test_one_is_singular_and_thousands_are_marked():
    assert [count(1, "update"), count(2310, "update"), count(2, "process", "processes")] == [
        "1 update",
        "2,310 updates",
        "2 processes",
    ]
