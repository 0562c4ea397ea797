"""POST /analyze_image."""

import base64

import pytest

from botapp.background import run_coroutine
from botapp.explain import chain
from botapp.models import ApiKey, Explanation
from botapp.queries.allowances import allowance
from botapp.sandbox.pictures import PIXELS
from botapp.services.people import greet
from tests.kit.pages import NAME, Site
from tests.kit.scripted_ai import Good, ScriptedGemini, Slow, Status

SEEN = "Solana rose by 40% in one week, exchanges said on Tuesday. Volume tripled."
FILE = base64.b64encode(PIXELS).decode()


@pytest.fixture
def gemini(settings, live_db):
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY = "only-for-tests"
        settings.GEMINI_BASE_URL = server.base_url
        settings.FLOOD_SECONDS = 0
        server.sees |= {
            "text": SEEN,
            "description": "A screenshot of a news site.",
            "asset_type": "screenshot",
            "confidence": 0.8,
            "mentioned_assets": ["SOL"],
        }
        yield server
        run_coroutine(chain.close(), timeout=5)


@pytest.fixture
def site(settings):
    with Site() as server:
        settings.FETCH_PLACES = {NAME: server.place}
        server.page("/a.png", PIXELS, content_type="image/png")
        yield server


@pytest.fixture
def analyze(client, key):
    def send(*, user=None, language="en", body=None, **facts):
        headers = {"Authorization": f"Bearer {key}", "Accept-Language": language}
        headers |= {"X-User-ID": str(user)} if user is not None else {}
        data = facts if body is None else body
        return client.post("/analyze_image", data, content_type="application/json", headers=headers)

    return send


def test_a_picture_is_read_and_explained(analyze, gemini):
    answer = analyze(image_base64=FILE, context="Seen on Monday")
    body = answer.json()
    assert answer.status_code == 200
    assert body["analysis"] == "A screenshot of a news site."
    assert (body["asset_type"], body["confidence"], body["mentioned_assets"]) == ("screenshot", 0.8, ["SOL"])
    assert "40%" in body["simplified_text"]
    assert (body["cached"], body["degraded"], body["provider"]) == (False, False, "gemini")
    assert body["processing_time_ms"] > 0
    look, explain = gemini.requests
    assert look.picture == PIXELS
    assert "Seen on Monday" in look.user
    assert explain.source.startswith("Seen on Monday")


def test_the_old_library_can_too(analyze, gemini, settings):
    settings.GEMINI_SDK = "google-generativeai"
    assert analyze(image_base64=FILE).json()["provider"] == "gemini-legacy"


def test_a_picture_at_an_address_is_fetched(analyze, gemini, site):
    assert analyze(image_url=f"http://{NAME}/a.png").status_code == 200
    assert gemini.requests[0].picture == PIXELS


def test_the_second_time_all_of_it_is_there_and_costs_a_person_nothing(analyze, gemini):
    ada = greet(7, language_code="en")
    answers = [analyze(image_base64=FILE, user=7).json() for _ in range(2)]
    assert [body["cached"] for body in answers] == [False, True]
    assert len(gemini.requests) == 2
    assert allowance(ada.id).used == 1


def test_the_answer_is_in_the_persons_language(analyze, gemini):
    greet(7, language_code="uk")
    answer = analyze(image_base64=FILE, user=7)
    assert answer["Content-Language"] == "uk"
    assert "Ukrainian" in gemini.requests[0].system


def test_the_language_of_the_body_comes_first(analyze, gemini):
    greet(7, language_code="uk")
    answer = analyze(user=7, body={"image_base64": FILE, "language": "en"})
    assert answer["Content-Language"] == "en"
    assert "English" in gemini.requests[0].system
    refused = analyze(body={"image_base64": "???", "language": "en"}, language="ru")
    assert refused.json()["detail"].startswith("image_base64: I can't open this picture.")


@pytest.mark.parametrize("given", [{}, {"image_url": "https://example.org/a.png", "image_base64": FILE}])
def test_one_picture_is_wanted(analyze, gemini, given):
    answer = analyze(**given)
    assert (answer.status_code, answer.json()["code"]) == (422, "one_picture")
    assert gemini.requests == []


@pytest.mark.parametrize(
    "given",
    [
        {"image_base64": ""},
        {"image_base64": None},
        {"image_base64": 5},
        {"image_base64": "???"},
        {"image_base64": base64.b64encode(b"%PDF-1.4").decode()},
        {"image_base64": base64.b64encode(b"<svg/>").decode()},
        {"image_url": "not a link"},
        {"image_url": "file:///etc/passwd"},
        {"image_url": "ftp://example.org/a.png"},
        {"image_base64": FILE, "context": "x" * 501},
        {"image_base64": FILE, "context": ["x"]},
    ],
)
def test_what_is_no_picture_is_refused_and_not_charged(analyze, gemini, given):
    ApiKey.objects.update(daily_limit=5)
    answer = analyze(**given)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert gemini.requests == []
    assert ApiKey.objects.get().used_today == 0


def test_the_type_is_what_the_bytes_say(analyze, gemini):
    analyze(image_base64=f"data:image/jpeg;base64,{FILE}")
    inline = gemini.requests[0].body["contents"][0]["parts"][0]["inlineData"]
    assert "image/png" in inline.values()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a.png",
        "http://localhost/a.png",
        "http://[::1]/a.png",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/a.png",
        f"http://{NAME}:8000/a.png",
    ],
)
def test_nobody_looks_behind_the_server_by_an_address(analyze, gemini, site, url):
    ApiKey.objects.update(daily_limit=5)
    answer = analyze(image_url=url)
    assert answer.status_code == 422
    assert (site.requests, gemini.requests) == ([], [])
    assert ApiKey.objects.get().used_today == 0


def names_field(answer, field):
    """A refusal of what a field holds has the shape of one of a field that is wrong."""
    body = answer.json()
    [error] = body["errors"]
    assert (error["field"], error["code"]) == (field, body["code"])
    assert body["detail"] == f"{field}: {error['message']}"


def test_a_redirect_to_the_inside_is_not_followed(analyze, gemini, site):
    site.moved("/go.png", "http://127.0.0.1/a.png")
    answer = analyze(image_url=f"http://{NAME}/go.png")
    assert (answer.status_code, answer.json()["code"]) == (422, "link_refused")
    names_field(answer, "image_url")


def test_a_page_where_a_picture_was_wanted_is_refused(analyze, gemini, site):
    site.page("/page", "<p>Hello</p>")
    assert analyze(image_url=f"http://{NAME}/page").json()["code"] == "link_no_page"


def test_a_picture_that_is_too_large_is_refused(analyze, gemini, settings):
    settings.PICTURE_MAX_BYTES = 1000
    large = base64.b64encode(PIXELS + b"\0" * 2000).decode()
    answer = analyze(image_base64=large)
    assert (answer.status_code, answer.json()["code"]) == (422, "picture_too_large")
    names_field(answer, "image_base64")
    assert analyze(image_base64="A" * 40_000).status_code == 413


def test_a_body_with_a_picture_may_be_larger_than_one_with_a_text(analyze, gemini, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000
    large = base64.b64encode(PIXELS + b"\0" * 9_000).decode()
    assert analyze(image_base64=large).status_code == 200


def test_without_ai_it_is_503_with_a_time_to_come_back(analyze, settings):
    ada = greet(7, language_code="en")
    answer = analyze(image_base64=FILE, user=7)
    assert (answer.status_code, answer.json()["code"]) == (503, "pictures_need_ai")
    assert int(answer["Retry-After"]) > 0
    assert "without AI" in answer.json()["detail"]
    assert allowance(ada.id).used == 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"image_base64": base64.b64encode(b"no picture").decode()}, "picture_unreadable"),
        ({"image_base64": base64.b64encode(PIXELS + b"\0" * 2000).decode()}, "picture_too_large"),
        ({"image_url": "http://127.0.0.1/a.png"}, "link_refused"),
        ({"image_url": "http://[::1]/a.png"}, "link_refused"),
        ({"image_url": "http://169.254.169.254/latest/meta-data/"}, "link_refused"),
        ({"image_url": "http://ada:secret@example.org/a.png"}, "link_refused"),
        ({"image_url": "http://example.org:8000/a.png"}, "link_refused"),
    ],
)
def test_what_is_wrong_with_a_request_is_said_without_ai_too(analyze, settings, given, code):
    settings.PICTURE_MAX_BYTES = 1000
    ApiKey.objects.update(daily_limit=5)
    answer = analyze(**given)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert ApiKey.objects.get().used_today == 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Картинки я загружаю только с открытых адресов в интернете"),
        ("uk", "Картинки я завантажую лише з відкритих адрес в інтернеті"),
        ("en", "I fetch pictures from public web addresses only"),
    ],
)
def test_a_refused_address_of_a_picture_is_told_as_one(analyze, language, sentence):
    detail = analyze(image_url="http://127.0.0.1/x.png", language=language).json()["detail"]
    assert sentence in detail
    assert "page" not in detail
    assert "text" not in detail


def test_nothing_is_fetched_that_nobody_could_read(analyze, site):
    answer = analyze(image_url=f"http://{NAME}/a.png")
    assert (answer.status_code, answer.json()["code"]) == (503, "pictures_need_ai")
    assert site.requests == []


def test_when_the_ai_is_away_it_is_503_and_given_back(analyze, gemini):
    gemini.script(Status(503, retry_after=7))
    ada = greet(7, language_code="en")
    answer = analyze(image_base64=FILE, user=7)
    assert (answer.status_code, answer["Retry-After"]) == (503, "7")
    assert allowance(ada.id).used == 0


def test_when_only_the_explanation_fails_it_is_degraded_and_says_so(analyze, gemini):
    gemini.script(Good(), Status(503))
    body = analyze(image_base64=FILE).json()
    assert (body["degraded"], body["provider"]) == (True, "offline")
    assert "40%" in body["simplified_text"]


def test_what_takes_too_long_is_given_back(analyze, gemini, settings, monkeypatch):
    monkeypatch.setattr("botapp.api.explained._GRACE", 0.2)
    settings.ANSWER_DEADLINE_SECONDS = 0.3
    gemini.script(Slow())
    ada = greet(7, language_code="en")
    assert analyze(image_base64=FILE, user=7).status_code == 503
    assert allowance(ada.id).used == 0


def test_a_picture_of_nothing_is_still_described(analyze, gemini):
    gemini.sees |= {
        "text": "",
        "description": "A cat on a sofa.",
        "asset_type": "other",
        "mentioned_assets": [],
    }
    body = analyze(image_base64=FILE).json()
    assert (body["analysis"], body["asset_type"]) == ("A cat on a sofa.", "other")


def test_a_picture_of_nothing_at_all_is_said_to_be_one(analyze, gemini):
    gemini.sees |= {"text": "", "description": ""}
    assert analyze(image_base64=FILE).json()["code"] == "picture_wordless"
    assert not Explanation.objects.exists()


def test_it_takes_a_key(client):
    assert client.post("/analyze_image", {}, content_type="application/json").status_code == 401


def test_the_schema_shows_it(client):
    schema = client.get("/api/schema", headers={"Accept": "application/json"}).content.decode()
    assert "/analyze_image" in schema
    assert "image_base64" in schema
