import json

import pytest
from django.core.management import call_command


def test_the_schema_is_valid_and_complete(tmp_path):
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yaml"))


def test_the_schema_names_what_is_built_and_nothing_else(client, db):
    schema = json.loads(client.get("/api/schema", headers={"Accept": "application/json"}).content)
    assert schema["openapi"].startswith("3.1")
    assert {"/explain_news", "/health"} <= set(schema["paths"])
    post = schema["paths"]["/explain_news"]["post"]
    assert {"200", "400", "401", "403", "413", "415", "422", "429", "503"} == set(post["responses"])
    assert post["security"] == [{"apiKey": []}]
    order = schema["components"]["schemas"]["Order"]
    assert order["required"] == ["text_content"]
    length = order["properties"]["text_content"]
    assert (length["minLength"], length["maxLength"]) == (10, 4096)
    answer = schema["components"]["schemas"]["Answer"]["properties"]
    assert {"simplified_text", "cached", "processing_time_ms", "degraded"} <= set(answer)
    assert answer["explanation"]["properties"]["headline"]["type"] == "string"
    assert post["requestBody"]["content"]["application/json"]["examples"]


@pytest.mark.parametrize("address", ["/", "/api/docs"])
def test_pages_load_nothing_from_elsewhere(client, db, address):
    page = client.get(address)
    assert page.status_code == 200
    loaded = [part.split('"')[0] for name in ("src", "href") for part in page.text.split(f'{name}="')[1:]]
    assert loaded
    assert not [link for link in loaded if link.startswith(("http", "//"))]


def test_the_first_page_leads_to_docs_admin_and_health(client, db):
    page = client.get("/", headers={"Accept-Language": "en"}).text
    assert "in words you can use" in page
    assert all(f'href="{link}"' in page for link in ("/api/docs", "/admin/", "/health"))
    assert "prefers-color-scheme: dark" in page


def test_a_wrong_address_is_a_page_for_people_and_a_problem_for_programs(client, db):
    assert client.get("/nowhere", headers={"Accept": "text/html"})["Content-Type"].startswith("text/html")
    answer = client.get("/nowhere", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "not_found"
