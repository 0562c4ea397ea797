import pytest
from django.db import connection

from botapp.services.people import greet


@pytest.fixture
def ada(settings):
    settings.FLOOD_SECONDS = 0
    return greet(7, first_name="Ada").id


@pytest.fixture
def on_postgresql(django_db_setup: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("one writer at a time")
