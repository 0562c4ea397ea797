"""The first page and the docs: three languages, and nothing from other hosts."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _ in settings.LANGUAGES]
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "manifest"}


class Page(HTMLParser):
    """What a browser would load by itself, where the links lead, and what stands in the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.html_language = ""
        self._silent = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.html_language = facts.get("lang", "")
        if tag in {"script", "style"}:
            self._silent = tag
        (self.links if tag == "a" else self.loads).extend(v for n, v in facts.items() if n == "href")
        self.loads += [value for name, value in facts.items() if name in LOADING]
        self.loads += re.findall(r"url\(([^)]*)\)", facts.get("style", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if self._silent:
            self.loads += re.findall(
                r"(?:url\(|@import|import\(|fetch\()\s*[\"']?(https?:[^\"')]*|//[^\"')]*)", data
            )
        else:
            self.text += data.split()


@pytest.mark.parametrize(
    "planted",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example/x.css">',
        '<p style="background: url(https://cdn.example/x.png)">',
        "<style>@import 'https://cdn.example/x.css'; body {}</style>",
        "<script>fetch('https://cdn.example/x.json')</script>",
        '<form action="https://cdn.example/">',
    ],
)
def test_a_planted_address_of_another_host_is_seen(planted):
    assert [loaded for loaded in Page(planted).loads if "cdn.example" in loaded]


@pytest.mark.parametrize("address", ["/", "/api/docs"])
def test_a_page_loads_nothing_from_other_hosts_and_all_it_loads_is_there(client, address):
    page = Page(client.get(address).text)
    assert page.loads
    for loaded in page.loads:
        assert loaded.startswith(("/", "data:"))
        assert not loaded.startswith("//")
        if loaded.startswith("/static/"):
            assert finders.find(loaded.removeprefix("/static/")), loaded


def test_the_styles_of_the_docs_page_load_nothing_from_other_hosts_either(client):
    sheets = [link for link in Page(client.get("/api/docs").text).loads if link.endswith(".css")]
    assert sheets
    for sheet in sheets:
        text = Path(finders.find(sheet.removeprefix("/static/"))).read_text()
        assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:|//)[^)\"']*", text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_speaks_the_language_of_the_browser(client, language):
    answer = client.get("/", headers={"Accept-Language": language})
    page = Page(answer.text)
    assert (page.html_language, answer["Content-Language"]) == (language, language)
    cyrillic = [word for word in page.text if re.search("[а-яґєії]", word)]
    assert len(cyrillic) > 40 if language != "en" else cyrillic == []


@pytest.mark.parametrize(
    ("language", "validators", "bridge"),
    [
        ("ru", "валидаторами", "переводы в другие блокчейны"),
        ("uk", "валідаторами", "перекази в інші блокчейни"),
        ("en", "validators", "transfers to other blockchains"),
    ],
)
def test_the_sample_explains_every_hard_word_of_its_news(client, language, validators, bridge):
    page = client.get("/", headers={"Accept-Language": language}).text
    for word in ("TVL", "18%", validators):
        assert page.count(word) == 2, "once in the news, once in the explanation"
    assert bridge in page


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "По этому адресу ничего нет."),
        ("uk", "За цією адресою нічого немає."),
        ("en", "There is nothing at this address."),
    ],
)
def test_a_wrong_address_is_a_page_in_the_language_of_the_browser(client, language, sentence):
    answer = client.get("/nowhere", headers={"Accept": "text/html", "Accept-Language": language})
    page = Page(answer.text)
    assert (answer.status_code, page.html_language) == (404, language)
    assert sentence in answer.text
    assert page.links == ["/"]
    assert all(finders.find(loaded.removeprefix("/static/")) for loaded in page.loads)


_SENSELESS = {
    "ru": "Такого запроса здесь быть не может.",
    "uk": "Такого запиту тут бути не може.",
    "en": "This request makes no sense here.",
}
_FORBIDDEN = {"ru": "Это вам недоступно.", "uk": "Це вам недоступно.", "en": "You may not do this."}
_TOO_OLD = {
    "ru": "Эта страница была открыта слишком долго.",
    "uk": "Ця сторінка була відкрита надто довго.",
    "en": "This page was open for too long.",
}


def _refused(client, kind):
    """Someone's request that is refused in this way."""
    if kind == "csrf":
        return Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"}, headers=client.asks)
    if kind == "senseless":
        client.force_login(User.objects.create_superuser("grace", password="x"))
        return client.post("/admin/botapp/term/", {"_selected_action": "x"}, headers=client.asks)
    client.force_login(User.objects.create_user("helper", password="x", is_staff=True))
    return client.get("/admin/botapp/term/", headers=client.asks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "status", "told"),
    [("senseless", 400, _SENSELESS), ("forbidden", 403, _FORBIDDEN), ("csrf", 403, _TOO_OLD)],
)
def test_a_refusal_is_a_page_like_the_others(client, kind, status, told, language):
    client.asks = {"Accept": "text/html", "Accept-Language": language}
    answer = _refused(client, kind)
    page = Page(answer.text)
    assert (answer.status_code, page.html_language) == (status, language)
    assert told[language] in answer.text
    assert page.links == ["/"]
    assert all(finders.find(loaded.removeprefix("/static/")) for loaded in page.loads)


@pytest.mark.parametrize(("kind", "code"), [("senseless", "bad_request"), ("forbidden", "forbidden")])
def test_a_program_is_refused_with_problem_details(client, kind, code):
    client.asks = {"Accept": "application/json"}
    answer = _refused(client, kind)
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_no_two_languages_show_the_same_page(client):
    pages = {client.get("/", headers={"Accept-Language": language}).text for language in LANGUAGES}
    assert len(pages) == 3


@pytest.mark.parametrize("asked", ["de", "", "xx-nonsense;q=9"])
def test_who_asks_for_another_language_gets_russian(client, asked):
    assert client.get("/", headers={"Accept-Language": asked})["Content-Language"] == "ru"


def test_caches_on_the_way_are_told_that_the_page_depends_on_the_language(client):
    assert "Accept-Language" in client.get("/")["Vary"]


def test_every_link_of_the_first_page_leads_somewhere(client):
    links = Page(client.get("/").text).links
    assert len(links) == 3
    assert all(client.get(link, follow=True).status_code == 200 for link in links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chosen_language_stays_whatever_the_browser_says(client, language):
    answer = client.post("/i18n/setlang/", {"language": language, "next": "/"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    again = client.get("/", headers={"Accept-Language": "uk" if language == "ru" else "ru"})
    assert again["Content-Language"] == language


def test_an_unknown_language_changes_nothing(client):
    client.post("/i18n/setlang/", {"language": "en", "next": "/"})
    client.post("/i18n/setlang/", {"language": "xx", "next": "/"})
    assert client.get("/")["Content-Language"] == "en"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_choosing_a_language_leads_to_no_other_host(client, elsewhere):
    answer = client.post("/i18n/setlang/", {"language": "en", "next": elsewhere})
    assert answer["Location"] == "/"
