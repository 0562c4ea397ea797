"""Every refusal, as a whole sentence, in every language."""

import json
import re

import pytest
from django.conf import settings
from django.utils.translation import override
from rest_framework.exceptions import Throttled

from rvx_site.api.exceptions import handle

JSON = "application/json"
PROBLEM = "application/problem+json"
NEWS = "The SEC approved the first spot Solana ETF on Tuesday."
# What may stand in a Russian or Ukrainian sentence: names of fields, values, formats, headers.
NAMES = re.compile(
    r"“.*?”|«.*?»|https?://|application/[\w.+-]+|text/html|[a-z]+_[a-z0-9_]+:?|\b(?:topic|context|language|depth|languge|frobnicate):"
    r"|\b(?:ru|uk|en|simple|normal|pro|beginner|intermediate|advanced|expert|null)\b"
    r"|\btopic, |language\.|JSON|UTF|HTTP|Allow|Accept|API|Content-Length|Telegram|ID|X-User-ID:|Null"
)

# What is sent → status, code, and the sentence in Russian, Ukrainian, English.
FRAMEWORK = {
    "no key": (401, "not_authenticated", "Пришлите ключ API", "Надішліть ключ API", "Send your API key"),
    "wrong key": (401, "authentication_failed", "недействителен", "недійсний", "not valid"),
    "nowhere": (404, "not_found", "ничего нет", "нічого немає", "nothing at this address"),
    "GET": (405, "method_not_allowed", "в заголовке Allow", "в заголовку Allow", "the header Allow"),
    "HTML": (406, "not_acceptable", f"не тот формат, в котором бывает ответ: {JSON}.", JSON, JSON),
    "in chunks": (411, "length_required", "целиком", "цілком", "in one piece"),
    "a form": (415, "unsupported_media_type", "как JSON", "як JSON", "as JSON"),
    "too large": (413, "too_large", "слишком большое", "завелике", "too large"),
    "too fast": (429, "throttled", "Повторите через 20 секунд.", "Повторіть за 20 секунд.", "in 20 seconds."),
}
BODIES = {
    "{": (400, "parse_error", "строка 1, столбец 2", "рядок 1, стовпець 2", "line 1, column 2"),
    '{"text_content": NaN}': (400, "parse_error", "прочесть как JSON", "прочитати як JSON", "not valid JSON"),
    b"\xff\xfe": (400, "parse_error", "прочесть как JSON", "прочитати як JSON", "not valid JSON in UTF-8"),
    "[" * 100_000: (400, "parse_error", "вложенность", "вкладеність", "nested too deeply"),
    "[]": (422, "invalid", "объектом JSON", "об'єктом JSON", "a JSON object"),
    '"text"': (422, "invalid", "объектом JSON", "об'єктом JSON", "a JSON object"),
    "7": (422, "invalid", "объектом JSON", "об'єктом JSON", "a JSON object"),
    "null": (422, "invalid", "объектом JSON", "об'єктом JSON", "a JSON object"),
    "": (422, "required", "Обязательное поле.", "поле обов'язкове.", "This field is required."),
}
FIELDS = [
    ("explain_news", {}, "required", "Обязательное поле.", "поле обов'язкове.", "field is required."),
    ("explain_news", {"text_content": None}, "null", "стоять null.", "стояти null.", "may not be null."),
    ("explain_news", {"text_content": 7}, "invalid", "быть строка.", "бути рядок.", "must be a string."),
    ("explain_news", {"text_content": ""}, "blank", "быть пустым.", "порожнім.", "may not be empty."),
    ("explain_news", {"text_content": "x"}, "text_too_short", "короткий", "закороткий", "too short"),
    ("explain_news", {"text_content": NEWS, "depth": None}, "null", "null.", "null.", "may not be null."),
    (
        "explain_news",
        {"text_content": NEWS, "language": "de"},
        "invalid_choice",
        "Допустимые значения: ru, uk, en.",
        "Допустимі значення: ru, uk, en.",
        "This must be one of: ru, uk, en.",
    ),
    ("teach_lesson", {}, "required", "Обязательное поле.", "поле обов'язкове.", "field is required."),
    ("teach_lesson", {"topic": []}, "invalid", "быть строка.", "бути рядок.", "must be a string."),
    ("teach_lesson", {"topic": " "}, "blank", "быть пустым.", "порожнім.", "may not be empty."),
    ("teach_lesson", {"topic": "a"}, "min_length", "не меньше 2 с", "не менше 2 с", "at least 2 c"),
    ("teach_lesson", {"topic": "a" * 101}, "max_length", "не больше 100", "не більше 100", "at most 100"),
    ("teach_lesson", {"topic": "a\0b"}, "null_characters_not_allowed", "символ", "Символи", "characters"),
    (
        "teach_lesson",
        {"topic": "defi", "difficulty_level": 3},
        "invalid_choice",
        "Допустимые значения: beginner, ",
        "Допустимі значення: beginner, ",
        "This must be one of: beginner, ",
    ),
    ("analyze_image", {}, "one_picture", "что-то одно", "Надішліть або", "Send either"),
    ("analyze_image", {"image_url": "x"}, "invalid", "полный адрес", "повна адреса", "whole web address"),
    ("analyze_image", {"image_url": ""}, "blank", "быть пустым.", "порожнім.", "may not be empty."),
    ("analyze_image", {"image_base64": True}, "invalid", "быть строка.", "бути рядок.", "be a string."),
    (
        "explain_news",
        {"text_content": NEWS, "languge": "uk"},
        "unknown_field",
        "languge: Такого поля здесь нет. Возможно, имелось в виду «language»?",
        "languge: Такого поля тут немає. Можливо, малося на увазі «language»?",
        "languge: There is no such field here. Did you mean “language”?",
    ),
    (
        "teach_lesson",
        {"topic": "defi", "frobnicate": [1]},
        "unknown_field",
        "frobnicate: Такого поля здесь нет. Какие есть: topic, difficulty_level, language.",
        "frobnicate: Такого поля тут немає. Які є: topic, difficulty_level, language.",
        "frobnicate: There is no such field here. The fields are: topic, difficulty_level, language.",
    ),
    ("analyze_image", {"image_ulr": "x"}, "unknown_field", "«image_url»?", "«image_url»?", "“image_url”?"),
    ("analyze_image", {"context": "x" * 501}, "max_length", "больше 500", "більше 500", "at most 500"),
]
LANGUAGES = ("ru", "uk", "en")


def check(answer, language, status, code, *sentences):
    problem = json.loads(answer.content)
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer["Content-Type"] == PROBLEM
    assert answer["Content-Language"] == language
    detail = problem["detail"]
    assert sentences[LANGUAGES.index(language)] in detail
    if language != "en":
        assert not re.search("[A-Za-z]", NAMES.sub("", detail)), f"half English: {detail}"


@pytest.fixture
def provoke(client, key, settings):
    def send(what, language):
        headers = {"Accept-Language": language, "Authorization": f"Bearer {key}"}
        address, body, kind = "/explain_news", json.dumps({"text_content": NEWS}), JSON
        match what:
            case "no key":
                del headers["Authorization"]
            case "wrong key":
                headers["Authorization"] = "Bearer rvx_key_wrong"
            case "nowhere":
                address = "/explain"
            case "GET":
                return client.get(address, headers=headers)
            case "HTML":
                headers["Accept"] = "text/html"
            case "in chunks":
                return client.generic("POST", address, headers=headers | {"Transfer-Encoding": "chunked"})
            case "a form":
                return client.post(address, {"text_content": NEWS}, headers=headers)
            case "too large":
                settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20
            case "too fast":
                settings.API_KEY_PER_MINUTE = 3
                client.post(address, "{}", kind, headers=headers)
        return client.post(address, body, kind, headers=headers)

    return send


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", FRAMEWORK)
def test_what_is_refused_before_it_is_read_says_why_in_the_language_asked_for(provoke, what, language):
    check(provoke(what, language), language, *FRAMEWORK[what])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("body", BODIES, ids=lambda body: str(body[:20]))
def test_a_body_that_is_no_object_is_refused_in_the_language_asked_for(ask, body, language):
    check(ask(body=body, language=language), language, *BODIES[body])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("resource", "body", "code", "ru", "uk", "en"), FIELDS)
def test_a_wrong_field_is_named_in_the_language_asked_for(
    client, key, language, resource, body, code, ru, uk, en
):
    headers = {"Accept-Language": language, "Authorization": f"Bearer {key}"}
    answer = client.post(f"/{resource}", body, JSON, headers=headers)
    check(answer, language, 422, code, ru, uk, en)
    assert answer.json()["errors"][0]["code"] == code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("resource", "field"),
    [("explain_news", "text_content"), ("teach_lesson", "topic"), ("analyze_image", "image_base64")],
)
def test_the_language_of_the_body_goes_before_that_of_the_header(client, key, language, resource, field):
    headers = {"Accept-Language": "en" if language == "ru" else "ru", "Authorization": f"Bearer {key}"}
    body = {field: 7 if field == "text_content" else [], "language": language}
    answer = client.post(f"/{resource}", body, JSON, headers=headers)
    check(answer, language, 422, "invalid", "быть строка.", "бути рядок.", "must be a string.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["/api/schema", "/api/docs", "/health"])
def test_pages_of_the_documentation_refuse_in_the_same_shape(client, db, address, language):
    answer = client.delete(address, headers={"Accept-Language": language, "Accept": "text/html, */*"})
    check(answer, language, 405, "method_not_allowed", "Allow", "Allow", "Allow")
    assert "GET" in answer["Allow"]


def test_the_documentation_lists_every_status():
    page = (settings.BASE_DIR / "docs" / "api.md").read_text(encoding="utf-8")
    listed = {int(status) for status in re.findall(r"^\| (\d{3}) \|", page, re.MULTILINE)}
    seen = {case[0] for case in [*FRAMEWORK.values(), *BODIES.values()]}
    elsewhere = {403, 408, 500, 503}
    assert listed == seen | elsewhere


@pytest.mark.parametrize(
    ("seconds", "ru", "uk"), [(1, "1 секунду.", "1 секунду."), (3, "3 секунды.", "3 секунди.")]
)
def test_seconds_to_wait_are_counted_as_people_count(seconds, ru, uk):
    for language, ending in (("ru", ru), ("uk", uk)):
        with override(language):
            assert handle(Throttled(wait=seconds), {}).data["detail"].endswith(ending)


def test_every_unknown_field_is_named_beside_every_wrong_one(ask):
    answer = ask(body=json.dumps({"text": NEWS, "depth": "deep", "x" * 200: 1}))
    errors = answer.json()["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [
        ("text", "unknown_field"),
        ("x" * 60, "unknown_field"),
        ("text_content", "required"),
        ("depth", "invalid_choice"),
    ]


def test_a_body_of_unknown_fields_only_is_answered_briefly(ask):
    answer = ask(body=json.dumps({f"name_{number}": 1 for number in range(5000)}))
    assert (answer.status_code, len(answer.content) < 4000) == (422, True)


def test_a_body_with_every_field_there_is_is_taken(client, key):
    bodies = {
        "explain_news": {"text_content": NEWS, "language": "en", "depth": "pro"},
        "teach_lesson": {"topic": "defi", "difficulty_level": "expert", "language": "en"},
    }
    for resource, body in bodies.items():
        answer = client.post(f"/{resource}", body, JSON, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == 200, answer.content


def test_the_schema_says_that_bodies_have_no_other_fields(client):
    schemas = client.get("/api/schema?format=json").json()["components"]["schemas"]
    closed = {name for name, schema in schemas.items() if schema.get("additionalProperties") is False}
    assert closed >= {"Order", "PictureOrder", "LessonOrder"}
