"""Files on their way in and out."""

import aiohttp
import pytest

from botapp.sandbox.people import ADA
from botapp.sandbox.pictures import PIXELS, plain_png
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api


async def upload(api: Api, method: str, fields: dict[str, str], **parts: bytes) -> dict:
    form = aiohttp.FormData({"chat_id": str(ADA.id), **fields})
    for name, content in parts.items():
        form.add_field(name, content, filename=f"{name}.bin", content_type="application/octet-stream")
    url = f"{api.sandbox.base_url}/bot{api.sandbox.token}/{method}"
    async with api.session.post(url, data=form) as response:
        return await response.json()


async def fetched(api: Api, file_id: str) -> bytes:
    path = (await api.result("getFile", file_id=file_id))["file_path"]
    url = f"{api.sandbox.base_url}/file/bot{api.sandbox.token}/{path}"
    async with api.session.get(url) as response:
        assert response.status == 200
        return await response.read()


async def test_a_part_may_be_attached_by_name(api: Api) -> None:
    answer = await upload(api, "sendDocument", {"document": "attach://report"}, report=b"numbers")
    document = answer["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("report.bin", 7)
    assert await fetched(api, document["file_id"]) == b"numbers"


async def test_an_attachment_that_is_missing_is_no_file(api: Api) -> None:
    answer = await upload(api, "sendDocument", {"document": "attach://nowhere"}, other=b"x")
    assert answer["error_code"] == 400


@pytest.mark.parametrize("content", [b"", b"\x00" * 10_000, "привет".encode()])
async def test_bytes_come_back_as_they_were(api: Api, content: bytes) -> None:
    answer = await upload(api, "sendDocument", {}, document=content)
    assert await fetched(api, answer["result"]["document"]["file_id"]) == content


async def test_a_picture_knows_its_size(api: Api) -> None:
    answer = await upload(api, "sendPhoto", {}, photo=plain_png(31, (1, 2, 3)))
    photo = answer["result"]["photo"][-1]
    assert (photo["width"], photo["height"]) == (31, 31)


async def test_the_same_file_sent_again_keeps_its_id(api: Api) -> None:
    first = (await upload(api, "sendDocument", {}, document=b"once"))["result"]["document"]
    second = await api.result("sendDocument", chat_id=ADA.id, document=first["file_id"])
    assert second["document"]["file_unique_id"] == first["file_unique_id"]


async def test_two_uploads_are_two_files(api: Api) -> None:
    ids = {
        (await upload(api, "sendDocument", {}, document=b"x"))["result"]["document"]["file_id"] for _ in "ab"
    }
    assert len(ids) == 2


async def test_the_caption_of_an_upload_is_checked(api: Api, sandbox: Sandbox) -> None:
    before = len(sandbox.bot.chats[ADA.id].messages)
    answer = await upload(api, "sendPhoto", {"caption": "<b>open", "parse_mode": "HTML"}, photo=PIXELS)
    assert answer["description"].startswith("Bad Request: can't parse entities")
    assert len(sandbox.bot.chats[ADA.id].messages) == before


@pytest.mark.parametrize("caption", ["a" * 1024, "🚀" * 512])
async def test_a_caption_of_1024_units_passes(api: Api, caption: str) -> None:
    assert (await upload(api, "sendPhoto", {"caption": caption}, photo=PIXELS))["result"][
        "caption"
    ] == caption
    assert (await upload(api, "sendPhoto", {"caption": caption + "a"}, photo=PIXELS))["error_code"] == 400


async def test_an_unknown_file_can_not_be_asked_for(api: Api) -> None:
    assert await api.refusal("getFile", file_id="nope") == (400, "Bad Request: invalid file_id")
    assert await api.refusal("getFile") == (400, "Bad Request: invalid file_id")


@pytest.mark.parametrize("path", ["files/nope/a.bin", "files", "", "files/../../etc/passwd"])
async def test_there_is_no_file_at_another_path(api: Api, path: str) -> None:
    url = f"{api.sandbox.base_url}/file/bot{api.sandbox.token}/{path}"
    async with api.session.get(url) as response:
        assert response.status == 404


async def test_a_file_needs_the_token(api: Api, sandbox: Sandbox) -> None:
    stored = sandbox.bot.files.keep(b"secret", name="a.bin")
    async with api.session.get(f"{sandbox.base_url}/file/bot1:wrong/{stored.path}") as response:
        assert response.status == 401


async def test_one_bot_does_not_see_the_files_of_another(api: Api, sandbox: Sandbox) -> None:
    stored = sandbox.bot.files.keep(b"secret", name="a.bin")
    other = sandbox.add_bot("777:another-token")
    async with api.session.get(f"{sandbox.base_url}/file/bot{other.token}/{stored.path}") as response:
        assert response.status == 404


async def test_the_journal_holds_the_size_of_an_upload_and_not_the_bytes(api: Api, sandbox: Sandbox) -> None:
    await upload(api, "sendDocument", {}, document=b"do not keep me")
    async with api.session.get(f"{sandbox.base_url}/sandbox/journal") as response:
        text = await response.text()
    assert "<14 bytes>" in text
    assert "do not keep me" not in text
