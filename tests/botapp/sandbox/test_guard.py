"""Loopback only, and no page of another origin at the wheel."""

import pytest

from botapp.sandbox.guard import is_loopback
from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api


async def status(api: Api, path: str, *, method: str = "GET", **headers: str) -> int:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    async with api.session.request(method, api.sandbox.base_url + path, headers=names) as response:
        return response.status


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "example.org", ""])
async def test_it_does_not_listen_elsewhere(host: str) -> None:
    with pytest.raises(ValueError, match="loopback only"):
        await Sandbox().start(host)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True), ("10.0.0.1", False)],
)
def test_what_loopback_is(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize("path", ["/", "/sandbox/people", "/static/sandbox/js/main.js", "/bot{token}/getMe"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80"])
async def test_a_foreign_name_for_this_machine_is_refused(api: Api, path: str, host: str) -> None:
    path = path.format(token=api.sandbox.token)
    assert await status(api, path, Host=host) == 403
    assert await status(api, path) == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null", "https://{own}"])
async def test_a_foreign_page_is_refused(api: Api, origin: str) -> None:
    own = api.sandbox.base_url.removeprefix("http://")
    headers = {"Origin": origin.format(own=own), "Content_Type": "application/json"}
    assert await status(api, "/sandbox/acts/say", method="POST", **headers) == 403
    assert await status(api, f"/bot{api.sandbox.token}/getMe", **headers) == 403
    assert list(api.sandbox.bot.chats[ADA.id].messages) == [1]


async def test_the_own_page_is_served(api: Api) -> None:
    assert (
        await status(api, "/sandbox/people", Origin=api.sandbox.base_url, Sec_Fetch_Site="same-origin") == 200
    )


async def test_another_site_may_link_to_the_page_but_not_load_its_data(api: Api) -> None:
    link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert await status(api, "/", **link) == 200
    assert await status(api, "/", **{**link, "Sec_Fetch_Mode": "no-cors"}) == 403
    assert await status(api, "/sandbox/journal", **link) == 403


async def test_a_form_of_another_page_can_not_act(api: Api) -> None:
    form = {"person": "1001", "text": "hi"}
    async with api.session.post(f"{api.sandbox.base_url}/sandbox/acts/say", data=form) as response:
        assert response.status == 400
        assert (await response.json())["description"] == "Bad Request: application/json expected"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/sandbox/people", "/bot{token}/getMe", "/static/sandbox/js/main.js"])
async def test_a_request_that_another_site_began_is_refused(api: Api, site: str, path: str) -> None:
    path = path.format(token=api.sandbox.token)
    assert await status(api, path, Sec_Fetch_Site=site) == 403
    assert await status(api, path, Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate") == 403


async def test_what_the_person_typed_into_the_browser_is_served(api: Api) -> None:
    assert await status(api, "/", Sec_Fetch_Site="none", Sec_Fetch_Mode="navigate") == 200


async def test_a_form_that_navigates_to_the_page_is_refused(api: Api) -> None:
    posted = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert await status(api, "/", method="POST", **posted) == 403


async def test_the_own_origin_must_be_the_one_of_the_host(api: Api) -> None:
    port = api.sandbox.base_url.rpartition(":")[2]
    named = {"Host": f"localhost:{port}"}
    assert await status(api, "/sandbox/people", **named, Origin=f"http://localhost:{port}") == 200
    assert await status(api, "/sandbox/people", **named, Origin=api.sandbox.base_url) == 403


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:1", "[::1]", "[::1]:8080", "127.1.2.3", "LOCALHOST"]
)
async def test_names_of_this_machine_are_served(api: Api, host: str) -> None:
    assert await status(api, "/sandbox/people", Host=host) == 200


@pytest.mark.parametrize(
    "host",
    [
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "[2001:db8::1]",
        "10.0.0.1",
        "0.0.0.0",
        "2130706433",
    ],
)
async def test_names_of_other_machines_are_refused(api: Api, host: str) -> None:
    assert await status(api, "/sandbox/people", Host=host) == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
async def test_other_verbs_do_nothing(api: Api, method: str) -> None:
    assert await status(api, "/sandbox/people", method=method) == 404


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_acts_take_json_only(api: Api, kind: str) -> None:
    url = f"{api.sandbox.base_url}/sandbox/acts/say"
    body = b'{"person": 1001, "text": "hi"}'
    async with api.session.post(url, data=body, headers={"Content-Type": kind}) as response:
        assert response.status == 400
    assert list(api.sandbox.bot.chats[ADA.id].messages) == [1]
