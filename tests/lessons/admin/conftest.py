import pytest
from django.contrib.auth.models import User
from django.test import Client


@pytest.fixture
def staff(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("grace", password="x"))
    # The admin speaks the browser's language.
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client
