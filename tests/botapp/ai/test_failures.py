import pytest

from botapp.ai.base import ProviderTimeout, ProviderUnavailable
from botapp.ai.failures import from_code, from_status

RETRY = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "12.5s"}


@pytest.mark.parametrize(
    ("headers", "details", "seconds"),
    [
        ({"Retry-After": "7"}, None, 7.0),
        ({}, [RETRY], 12.5),
        ({}, {"error": {"details": [{"@type": "other"}, RETRY]}}, 12.5),
        ({}, [{"error": {"details": [RETRY]}}], 12.5),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, None, None),
        ({"Retry-After": "-3"}, None, None),
        ({}, {"error": "text"}, None),
        ({}, "text", None),
        (None, None, None),
    ],
)
def test_the_wish_when_to_come_back_is_read_wherever_it_stands(headers, details, seconds):
    error = from_status(429, headers=headers, details=details)
    assert isinstance(error, ProviderUnavailable)
    assert error.retry_after == seconds


@pytest.mark.parametrize("status", [408, 504])
def test_a_gateway_that_gave_up_is_a_timeout(status):
    assert isinstance(from_status(status), ProviderTimeout)


@pytest.mark.parametrize("code", [599, 300, 418, "503", "429"])
def test_a_code_that_is_a_status_is_told_as_one(code):
    error = from_code(code, details=[RETRY])
    assert (str(error), error.retry_after) == (f"the service answered HTTP {code}", 12.5)


@pytest.mark.parametrize("code", [-1, 0, 10**30, "x", "²²²", "9" * 5000, "", None, True, 1.5, [429], {}])
def test_any_other_code_is_a_failure_that_is_not_repeated(code):
    error = from_code(code, details=[RETRY])
    assert (type(error), str(error)) == (ProviderUnavailable, "the service failed while it answered")
    assert error.retry_after == 12.5
