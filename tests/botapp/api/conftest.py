import pytest

from botapp.services.api_keys import create


@pytest.fixture
def key(live_db) -> str:
    return create("tests")[1]


@pytest.fixture
def ask(client, key):
    """POST /explain_news with a valid key, in English unless told otherwise."""

    def send(text="", *, body=None, user=None, language="en", **facts):
        headers = {"Authorization": f"Bearer {key}", "Accept-Language": language}
        headers |= {"X-User-ID": str(user)} if user is not None else {}
        data = {"text_content": text, **facts} if body is None else body
        return client.post("/explain_news", data, content_type="application/json", headers=headers)

    return send
