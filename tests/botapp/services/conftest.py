import pytest

from botapp.services.people import greet


@pytest.fixture
def ada(settings):
    settings.FLOOD_SECONDS = 0
    return greet(7, first_name="Ada").id
