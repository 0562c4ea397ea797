import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from analytics.models import Event
from botapp.models import ApiKey, Explanation, Person
from botapp.queries.allowances import allowance
from botapp.services import quotas
from botapp.services.people import greet, set_depth

NEWS = (
    "The SEC approved the first spot Solana ETF on Tuesday. The fund will charge a fee of 0.25% a year. "
    "Trading starts on 12 March, the issuer said."
)


def test_an_item_comes_back_explained_and_says_that_no_ai_was_used(ask):
    answer = ask(NEWS, language="en")
    body = answer.json()
    assert answer.status_code == 200
    assert body["degraded"] is True
    assert (body["provider"], body["cached"]) == ("offline", False)
    assert body["processing_time_ms"] > 0
    assert body["notice"] == "Made without AI, from the text itself and our glossary and background texts."
    assert "0.25%" in body["simplified_text"]
    assert body["notice"] in body["simplified_text"]
    assert body["explanation"]["headline"] in body["simplified_text"]
    assert Explanation.objects.get(pk=body["explanation_id"]).source_text == NEWS


@pytest.mark.parametrize(
    "text", ["x" * 9, "  " + "x" * 9 + "\n", "ж" * 4097, "ж" * 100_000, "😀" * 50_000, "." * 20]
)
def test_a_text_of_the_wrong_length_is_refused_with_a_sentence(ask, text):
    answer = ask(text)
    body = answer.json()
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert (body["type"], body["title"], body["status"]) == ("about:blank", "Unprocessable Entity", 422)
    too_long = len(text) > 4096
    assert body["code"] == ("text_too_long" if too_long else "text_too_short")
    sentence = "The text is too long. Send at most 4096 characters."
    if not too_long:
        sentence = "The text is too short to explain. Send at least 10 characters."
    assert body["detail"] == f"text_content: {sentence}"
    assert body["errors"] == [{"field": "text_content", "code": body["code"], "message": sentence}]


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1/",
        "  https://example.org/news/1\nhttps://example.org/news/2 ",
        "file:///etc/passwd",
        "www.example.org/news",
        "example.org/news/solana-etf",
        "→ ftp://example.org/a 👀",
    ],
)
def test_a_text_that_is_only_a_link_is_refused_with_a_sentence(ask, text):
    answer = ask(text)
    sentence = "This is only a link, and links are not opened here. Send the text of the item itself, please."
    assert (answer.status_code, answer.json()["code"]) == (422, "only_links")
    assert answer.json()["errors"] == [{"field": "text_content", "code": "only_links", "message": sentence}]
    assert not Explanation.objects.exists()


@pytest.mark.parametrize(
    "text", [f"{NEWS} https://example.org/1", "Solana ETF approved: https://example.org/1"]
)
def test_words_beside_a_link_are_explained(ask, text):
    assert ask(text).status_code == 200


@pytest.mark.parametrize(
    "text",
    ["x" * 10, "ж " * 2048, "a\x00b\ud800 c 0123456789", "<b>&amp; \u202eabc</b> שלום עולם", "🙂" * 9 + "ab"],
)
def test_texts_at_the_edges_are_explained(ask, text):
    assert ask(text).status_code == 200


@pytest.mark.parametrize("wrong", [None, 12345678901, True, ["a text in a list"], {"a": "text"}])
def test_what_is_not_a_text_is_not_taken_for_one(ask, wrong):
    answer = ask(wrong)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "text_content"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("{", 400, "parse_error"),
        ("", 422, "required"),
        ('{"text_content": NaN}', 400, "parse_error"),
        (b"\xff\xfe", 400, "parse_error"),
        ("[" * 100_000, 400, "parse_error"),
        ('["text"]', 422, "invalid"),
        ("{}", 422, "required"),
        ('{"text_content": "0123456789", "language": "de"}', 422, "invalid_choice"),
        ('{"text_content": "0123456789", "depth": 7}', 422, "invalid_choice"),
    ],
)
def test_a_body_that_makes_no_sense_is_refused(ask, body, status, code):
    answer = ask(body=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"]


def test_a_body_without_end_is_not_read(ask, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = ask("x" * 1001)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert "1000 bytes" in answer.json()["detail"]


def test_only_json_and_only_post_are_taken(client, key):
    headers = {"Authorization": f"Bearer {key}", "Accept-Language": "en"}
    form = client.post("/explain_news", {"text_content": NEWS}, headers=headers)
    assert (form.status_code, form.json()["code"]) == (415, "unsupported_media_type")
    assert client.get("/explain_news", headers=headers).status_code == 405


@pytest.mark.parametrize(
    "header", [None, "Bearer", "Bearer rvx_key_wrong", "Basic cnZ4", "Bearer ключ", "rvx_key_x"]
)
def test_nobody_gets_in_without_a_key(client, key, header):
    headers = {"Accept-Language": "en"} | ({"Authorization": header} if header else {})
    answer = client.post("/explain_news", {"text_content": NEWS}, "application/json", headers=headers)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="rvx"'
    assert answer.json()["detail"].endswith(".")
    assert not Explanation.objects.exists()


def test_a_key_switched_off_is_refused(ask):
    ApiKey.objects.update(is_active=False)
    assert ask(NEWS).status_code == 401


def test_a_key_counts_its_requests_and_notes_when_it_was_used_last(ask, time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    ask(NEWS)
    first = ApiKey.objects.get().last_used_at
    time_machine.shift(59)
    ask(NEWS)
    assert ApiKey.objects.get().last_used_at == first
    time_machine.shift(2)
    ask("short")
    used = ApiKey.objects.get()
    assert used.last_used_at > first
    assert used.total_requests == 3


def test_the_daily_limit_of_a_key_is_exact_for_requests_at_once(key):
    ApiKey.objects.update(daily_limit=10)

    def send(_: int) -> int:
        try:
            return (
                Client()
                .post(
                    "/explain_news",
                    {"text_content": NEWS},
                    "application/json",
                    headers={"Authorization": f"Bearer {key}"},
                )
                .status_code
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(send, range(20)))
    assert sorted(statuses) == [200] * 10 + [429] * 10


def test_a_new_day_begins_with_a_full_limit_of_the_key(ask, time_machine):
    ApiKey.objects.update(daily_limit=1)
    time_machine.move_to("2026-03-01 23:59:00+00:00", tick=False)
    assert [ask(NEWS).status_code, ask(NEWS).status_code] == [200, 429]
    time_machine.move_to("2026-03-02 00:00:30+00:00", tick=False)
    assert [ask(NEWS).status_code, ask(NEWS).status_code] == [200, 429]


def test_a_banned_person_is_banned_here_too(ask):
    greet(7, first_name="Mallory")
    Person.objects.update(is_banned=True)
    answer = ask(NEWS, user=7)
    assert (answer.status_code, answer.json()["code"]) == (403, "banned")
    assert answer.json()["detail"] == "Access to RVX is closed for this account."


def test_a_person_has_one_limit_for_the_bot_and_for_programs(ask, settings):
    settings.FLOOD_SECONDS = 0
    ada = greet(7, first_name="Ada", language_code="en")
    Person.objects.update(daily_limit=2)
    quotas.charge(ada.id)
    assert ask(NEWS, user=7).status_code == 200
    answer = ask(NEWS, user=7)
    assert (answer.status_code, answer.json()["code"]) == (429, "daily_limit")
    assert answer.json()["detail"].startswith("That was the last of today's 2 explanations.")
    assert int(answer["Retry-After"]) > 0
    assert ask(NEWS).status_code == 200, "the key itself may go on"


def test_a_person_that_goes_too_fast_is_told_when_to_come_back(ask, settings):
    settings.FLOOD_SECONDS, settings.FLOOD_BURST = 30.0, 1
    greet(7)
    assert ask(NEWS, user=7).status_code == 200
    answer = ask(NEWS, user=7)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_fast")
    assert 28 <= int(answer["Retry-After"]) <= 30


def test_a_wrong_text_costs_nobody_anything(ask):
    ada = greet(7)
    ask("short", user=7)
    assert allowance(ada.id).used == 0


def test_a_person_is_answered_as_they_chose(ask):
    set_depth(greet(7, language_code="uk").id, depth="simple")
    kept = Explanation.objects.get(pk=ask(NEWS, user=7).json()["explanation_id"])
    assert (kept.language, kept.depth) == ("uk", "simple")
    kept = Explanation.objects.get(pk=ask(NEWS, user=7, language="ru").json()["explanation_id"])
    answer = ask(NEWS, user=7, language="ru")
    assert answer["Content-Language"] == "uk"
    assert kept.language == "uk", "the header is for error messages when the person is known"


@pytest.mark.parametrize(
    ("spoken", "language"), [("en-GB,en;q=0.9", "en"), ("uk", "uk"), ("de", "ru"), ("", "ru")]
)
def test_a_program_without_a_person_is_answered_in_the_language_it_asks_for(ask, spoken, language):
    assert (
        Explanation.objects.get(pk=ask(NEWS, language=spoken).json()["explanation_id"]).language == language
    )


@pytest.mark.parametrize(
    ("body", "spoken", "sentence"),
    [
        ("en", "", "too short to explain"),
        ("en", "uk", "too short to explain"),
        ("uk", "en", "закороткий"),
        ("de", "en", "too short to explain"),
        (["uk"], "en", "too short to explain"),
        ("de", "", "Текст слишком короткий"),
    ],
)
def test_a_refusal_is_in_the_language_of_the_body(ask, body, spoken, sentence):
    answer = ask(body={"text_content": "short", "language": body}, language=spoken)
    assert sentence in answer.json()["detail"]
    assert ask(body=["en"], language="en").status_code == 422


def test_a_limit_is_told_in_the_language_of_the_body_and_the_next_request_has_its_own(ask):
    ApiKey.objects.update(daily_limit=0)
    answer = ask(body={"text_content": NEWS, "language": "en"}, language="uk")
    assert answer.json()["detail"].startswith("That was the last of today's")
    assert answer["Content-Language"] == "en"
    assert ask("short", language="")["Content-Language"] == "ru"


@pytest.mark.parametrize("wrong", ["Ada", "-7", "7.0", "9" * 19, "٧"])
def test_a_person_is_named_by_a_number(ask, wrong):
    answer = ask(NEWS, user=wrong)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "X-User-ID"


def test_a_key_and_each_of_its_people_have_a_pace(ask, settings):
    settings.API_USER_PER_MINUTE, settings.API_KEY_PER_MINUTE = 6, 18
    assert [ask(NEWS, user=user).status_code for user in (1, 1, 2, 3, 4)] == [200, 429, 200, 200, 429]
    answer = ask(NEWS)
    assert answer.json()["code"] == "throttled"
    assert 1 <= int(answer["Retry-After"]) <= 4


def test_what_happened_is_written_down_without_texts(ask):
    ask(NEWS, language="en")
    ask("short")
    calls = list(
        Event.objects.filter(kind="api_call").order_by("id").values_list("subject", "source", "facts")
    )
    assert [(subject, source, facts["status"]) for subject, source, facts in calls] == [
        ("/explain_news", "api", 200),
        ("/explain_news", "api", 422),
    ]
    explanation = Event.objects.get(kind="explanation")
    assert (explanation.source, explanation.subject, explanation.facts["degraded"]) == ("api", "news", True)
    assert "Solana" not in json.dumps([event.facts for event in Event.objects.all()])


@pytest.mark.parametrize("value", ["\\ud800", "en\\udfff", "\\ud83d \\ude00"])
@pytest.mark.parametrize("field", ["language", "depth"])
def test_half_a_character_in_a_choice_is_a_wrong_choice(ask, field, value):
    answer = ask(body=f'{{"text_content": {json.dumps(NEWS)}, "{field}": "{value}"}}')
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_half_a_character_in_the_name_of_a_field_is_named_as_a_whole_one(ask):
    answer = ask(body=f'{{"text_content": {json.dumps(NEWS)}, "\\ud800": [{{"\\udfff": "\\ud800"}}]}}')
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "\ufffd")
