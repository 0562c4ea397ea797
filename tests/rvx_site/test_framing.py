"""Bodies in chunks, which Django would take for empty ones."""

import pytest

CHUNKED = {"Transfer-Encoding": "chunked"}


@pytest.mark.parametrize("path", ["/explain_news", "/admin/login/"])
def test_a_body_in_chunks_is_refused_with_a_sentence(client, path):
    answer = client.generic("POST", path, headers={**CHUNKED, "Accept-Language": "en"})
    assert (answer.status_code, answer["Content-Type"]) == (411, "application/problem+json")
    assert answer.json()["code"] == "length_required"
    assert "Content-Length" in answer.json()["detail"]


def test_a_body_with_a_length_is_read(client, db):
    assert client.post("/explain_news", {}, content_type="application/json").status_code == 401


def test_a_page_without_a_body_is_shown(client):
    assert client.get("/nowhere").status_code == 404
