import pytest

from botapp.web.guard import Internet
from tests.kit.pages import NAME, Site


@pytest.fixture
def site():
    with Site() as server:
        yield server


@pytest.fixture
def internet(site) -> Internet:
    """The open internet, in which one name leads to the site of the test."""
    return Internet(places={NAME: site.place})
