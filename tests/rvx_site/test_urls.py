"""What stands at which address, for people and for programs."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/", 200, "text/html"),
        ("/health", 200, "application/json"),
        ("/api/schema", 200, "application/vnd.oai.openapi"),
        ("/api/docs", 200, "text/html"),
        ("/explain_news", 401, PROBLEM),
        ("/admin/", 302, "text/html"),
        ("/admin/login/", 200, "text/html"),
    ],
)
def test_each_address_answers_without_a_key_as_documented(client, address, status, kind):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (status, kind)


@pytest.mark.parametrize("address", ["/nowhere", "/api", "/health/", "/explain_news/", "/admin2", "/.env"])
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_at_every_other_address_there_is_nothing_and_no_redirect(client, address, method):
    answer = getattr(client, method)(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)
    assert answer.json()["code"] == "not_found"


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "There is nothing"), ("ru", "адрес"), ("uk", "адрес")]
)
def test_that_there_is_nothing_is_said_in_the_language_asked_for(client, language, sentence):
    answer = client.get("/nowhere", headers={"Accept-Language": language})
    assert sentence in answer.json()["detail"]
    assert answer["Content-Language"] == language


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_health_is_only_read(client, method):
    answer = getattr(client, method)("/health")
    assert (answer.status_code, answer["Content-Type"]) == (405, PROBLEM)
    assert "GET" in answer["Allow"]


def test_health_redirects_nobody_even_where_https_is_expected(client, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert client.get("/health").status_code == 200
    assert client.head("/health").status_code == 200


def test_a_stranger_is_led_to_the_login_and_back(client):
    answer = client.get("/admin/botapp/person/")
    assert answer["Location"] == "/admin/login/?next=/admin/botapp/person/"


@pytest.mark.parametrize("address", ["/", "/api/docs", "/admin/login/"])
def test_no_page_can_be_framed_or_guessed_at(client, address):
    answer = client.get(address)
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_host_that_is_not_ours_gets_nothing():
    assert Client(headers={"Host": "evil.example"}).get("/").status_code == 400


def test_browsers_find_the_icon(client):
    response = client.get("/favicon.ico", follow=False)
    assert (response.status_code, response.headers["Location"]) == (302, "/static/site/icon.svg")


@pytest.mark.django_db
def test_a_login_opened_by_its_own_address_leads_to_the_admin(client, django_user_model):
    django_user_model.objects.create_superuser("demo", password="secret-of-demo")
    response = client.post("/admin/login/", {"username": "demo", "password": "secret-of-demo"})
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")
