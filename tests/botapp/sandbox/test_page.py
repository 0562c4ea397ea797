"""The chat page: complete, self-contained, in three languages."""

import re

import pytest

from botapp.sandbox.page import PAGE, STATIC
from botapp.sandbox.people import ADA
from botapp.sandbox.pictures import PIXELS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api

SCRIPTS = sorted(STATIC.glob("js/*.js"))
TEXTS = (STATIC / "js" / "texts.js").read_text()
SAMPLES = (STATIC / "js" / "samples.js").read_text()
LANGUAGES = ("en", "ru", "uk")


def block(source: str, language: str) -> str:
    """The part of one language in a file whose languages stand two spaces in."""
    return re.search(rf"^  {language}: [{{\[]$(.*?)^  [}}\]],$", source, re.MULTILINE | re.DOTALL).group(1)


def keys(language: str) -> set[str]:
    return set(re.findall(r"^    (\w+): ", block(TEXTS, language), re.MULTILINE))


async def test_the_page_and_everything_it_names_is_served(api: Api) -> None:
    async with api.session.get(f"{api.sandbox.base_url}/") as response:
        assert response.content_type == "text/html"
        html = await response.text()
    scripts = [f"/static/sandbox/js/{path.name}" for path in SCRIPTS]
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert len(named) >= 7
    for path in named + scripts:
        async with api.session.get(api.sandbox.base_url + path) as response:
            assert response.status == 200, path
            assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_browser_is_told_to_load_nothing_from_elsewhere(api: Api) -> None:
    async with api.session.get(f"{api.sandbox.base_url}/") as response:
        policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path", ["../../server.py", "..%2f..%2fapps.py", "js/none.js", "", "js", "%2fetc%2fpasswd"]
)
async def test_nothing_outside_the_folder_is_served(api: Api, path: str) -> None:
    async with api.session.get(f"{api.sandbox.base_url}/static/sandbox/{path}") as response:
        assert response.status == 404


@pytest.mark.parametrize("path", [PAGE, *STATIC.rglob("*.*")], ids=lambda path: path.name)
def test_no_file_of_the_page_names_another_host(path: object) -> None:
    addresses = set(re.findall(r"https?://[\w.$]+", path.read_text())) - {"http://www.w3.org", "https://$"}
    assert not addresses


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_texts_never_become_markup(path: object) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", path.read_text())


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_every_imported_module_and_name_exists(path: object) -> None:
    for names, module in re.findall(r'import \{([^}]+)\} from "\./([\w-]+\.js)"', path.read_text()):
        source = (STATIC / "js" / module).read_text()
        for name in (name.strip() for name in names.split(",")):
            assert re.search(rf"export (?:async )?(?:function|const|class) {name}\b", source), (module, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_is_translated(language: str) -> None:
    used = set(re.findall(r'data-t(?:-label|-placeholder)?="(\w+)"', PAGE.read_text()))
    for path in SCRIPTS:
        used |= set(re.findall(r'\bt\("(\w+)"', path.read_text()))
    assert len(used) > 25
    assert used <= keys(language)
    assert keys(language) == keys("en")


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_translations_are_in_their_own_letters(language: str) -> None:
    texts = re.findall(r'^    \w+: "(.*)",$', block(TEXTS, language), re.MULTILINE)
    assert all(re.search("[а-яіїєґ]", text, re.IGNORECASE) for text in texts)
    if language == "uk":
        assert not any(re.search("[ыэъё]", text, re.IGNORECASE) for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_samples_of_a_length_that_the_bot_explains(language: str) -> None:
    texts = re.findall(r'text: "(.*)"', block(SAMPLES, language))
    assert len(texts) == 3
    assert all(200 <= len(text) <= 600 for text in texts)


async def test_a_picture_of_the_chat_is_shown_and_a_page_is_not(api: Api, sandbox: Sandbox) -> None:
    photo = sandbox.acts.photo(ADA)["photo"][0]["file_id"]
    html = sandbox.bot.files.keep(b"<script>", name="a.html", mime_type="text/html")
    url = f"{sandbox.base_url}/sandbox/files"
    async with api.session.get(f"{url}/{photo}") as response:
        assert await response.read() == PIXELS
        assert "Content-Disposition" not in response.headers
    async with api.session.get(f"{url}/{html.id}") as response:
        assert response.headers["Content-Disposition"] == "attachment"
    async with api.session.get(f"{url}/none") as response:
        assert response.status == 404
