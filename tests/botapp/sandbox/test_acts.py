"""What people do, and the updates that it makes."""

import pytest
import telegram

from botapp.sandbox.acts import parts
from botapp.sandbox.errors import ApiError
from botapp.sandbox.people import ADA, BORIS, ODD, Person
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api


async def test_a_word_arrives_with_its_sender(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(BORIS, "Привет")
    (update,) = await api.result("getUpdates")
    message = telegram.Update.de_json(update, None).message
    assert (message.text, message.from_user.language_code, message.chat.type) == ("Привет", "ru", "private")
    assert message.chat.id == message.from_user.id == BORIS.id


async def test_a_name_with_markup_is_just_a_name(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(ODD, "hi")
    (update,) = await api.result("getUpdates")
    assert update["message"]["from"]["first_name"] == "<b>Ada"


async def test_a_long_text_goes_out_in_parts(api: Api, sandbox: Sandbox) -> None:
    text = "слово " * 3334
    messages = sandbox.acts.say(ADA, text)
    assert len(messages) == 5
    assert all(len(message["text"]) <= 4096 for message in messages)
    assert " ".join(message["text"] for message in messages) == text.strip()


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("a" * 4096, [4096]),
        ("a" * 4097, [4096, 1]),
        ("🚀" * 2049, [2048, 1]),
        ("a" * 20_000, [4096] * 4 + [3616]),
    ],
)
def test_parts_never_exceed_the_limit_nor_split_an_emoji(text: str, sizes: list[int]) -> None:
    assert [len(part) for part in parts(text)] == sizes


def test_nothing_can_not_be_said() -> None:
    with pytest.raises(ApiError, match="message text is empty"):
        parts("  ")


async def test_a_reply_carries_what_it_answers(api: Api, sandbox: Sandbox) -> None:
    card = await api.send("A card")
    sandbox.acts.say(ADA, "why?", reply_to=card["message_id"])
    (update,) = await api.result("getUpdates")
    assert update["message"]["reply_to_message"]["text"] == "A card"


async def test_a_forward_names_its_source(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.forward(ADA, "Bitcoin rose", source="Wire")
    (update,) = await api.result("getUpdates")
    origin = telegram.Update.de_json(update, None).message.forward_origin
    assert isinstance(origin, telegram.MessageOriginChannel)
    assert origin.chat.title == "Wire"


async def test_a_photo_can_be_fetched(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.photo(ADA, caption="chart #btc", content=b"not even a picture")
    (update,) = await api.result("getUpdates")
    photo = update["message"]["photo"][-1]
    assert (photo["width"], photo["height"]) == (800, 600)
    assert update["message"]["caption_entities"][0]["type"] == "hashtag"
    path = (await api.result("getFile", file_id=photo["file_id"]))["file_path"]
    async with api.session.get(f"{sandbox.base_url}/file/bot{sandbox.token}/{path}") as response:
        assert await response.read() == b"not even a picture"


async def test_an_own_message_can_be_edited(api: Api, sandbox: Sandbox) -> None:
    (message,) = sandbox.acts.say(ADA, "frist #1a")
    sandbox.acts.edit(ADA, message["message_id"], "first")
    _, update = await api.result("getUpdates")
    edited = telegram.Update.de_json(update, None).edited_message
    assert (edited.text, edited.message_id) == ("first", message["message_id"])
    assert edited.edit_date is not None
    assert not edited.entities
    theirs = await api.send("the bot's")
    with pytest.raises(ApiError, match="can't be edited"):
        sandbox.acts.edit(ADA, theirs["message_id"], "mine now")


async def test_blocking_and_unblocking_tell_the_bot(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.block(ADA)
    sandbox.acts.unblock(ADA)
    updates = [telegram.Update.de_json(u, None) for u in await api.result("getUpdates")]
    changes = [u.my_chat_member for u in updates]
    assert [(c.old_chat_member.status, c.new_chat_member.status) for c in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_who_writes_again_has_unblocked(sandbox: Sandbox) -> None:
    sandbox.acts.block(ADA)
    sandbox.acts.say(ADA, "I am back")
    assert not sandbox.bot.chats[ADA.id].blocked


async def test_a_flood_is_many_people_at_once(api: Api, sandbox: Sandbox) -> None:
    assert len(sandbox.acts.flood(50)) == 50
    senders = [update["message"]["from"]["id"] for update in await api.result("getUpdates")]
    assert len(set(senders)) == 50
    sandbox.bot.queue.clear()
    sandbox.acts.flood(6, text="again", people=2)
    senders = [update["message"]["from"]["id"] for update in await api.result("getUpdates", offset=1)]
    assert senders == [senders[0], senders[1]] * 3


async def test_people_write_into_groups(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.add_group(-7, "Friends", kind="group")
    sandbox.acts.say(ADA, "/start", chat_id=-7)
    (update,) = await api.result("getUpdates")
    message = telegram.Update.de_json(update, None).message
    assert (message.chat.id, message.chat.type, message.from_user.id) == (-7, "group", ADA.id)


async def test_channel_posts_come_without_a_sender(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.add_group(-8, "News", kind="channel")
    sandbox.acts.say(ADA, "Post", chat_id=-8)
    (update,) = await api.result("getUpdates")
    assert telegram.Update.de_json(update, None).channel_post.from_user is None


async def test_votes_are_counted(api: Api, sandbox: Sandbox) -> None:
    sent = await api.result(
        "sendPoll", chat_id=ADA.id, question="Q?", options='["a", {"text": "b"}]', is_anonymous=False
    )
    sandbox.acts.vote(ADA, sent["message_id"], [1])
    updates = [telegram.Update.de_json(u, None) for u in await api.result("getUpdates")]
    assert [option.voter_count for option in updates[0].poll.options] == [0, 1]
    assert updates[1].poll_answer.option_ids == (1,)
    closed = await api.result("stopPoll", chat_id=ADA.id, message_id=sent["message_id"])
    assert (closed["is_closed"], closed["total_voter_count"]) == (True, 1)
    with pytest.raises(ApiError, match="no open poll"):
        sandbox.acts.vote(ADA, sent["message_id"], [0])
    again = await api.refusal("stopPoll", chat_id=ADA.id, message_id=sent["message_id"])
    assert again == (400, "Bad Request: poll has already been closed")


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"question": ""}, "poll question must be non-empty and not longer than 300 characters"),
        ({"options": ["one"]}, "poll must have 2 to 12 options"),
        ({"options": ["one", ""]}, "poll options length must not exceed 100"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
        ({"type": "quiz", "correct_option_ids": [2]}, "wrong correct option ID specified"),
    ],
)
async def test_polls_that_are_refused(api: Api, params: dict[str, object], refusal: str) -> None:
    poll = {"chat_id": ADA.id, "question": "Q?", "options": ["a", "b"], **params}
    assert await api.refusal("sendPoll", **poll) == (400, f"Bad Request: {refusal}")


async def test_a_quiz_knows_its_answer(api: Api) -> None:
    quiz = {
        "chat_id": ADA.id,
        "question": "Q?",
        "options": ["a", "b"],
        "type": "quiz",
        "explanation": "because",
    }
    for answer in ({"correct_option_ids": "[1]"}, {"correct_option_id": 1}):
        poll = (await api.result("sendPoll", **quiz, **answer))["poll"]
        assert (poll["correct_option_ids"], poll["explanation"]) == ([1], "because")


async def test_a_new_person_moves_in_and_an_unknown_id_does_not(sandbox: Sandbox) -> None:
    sandbox.acts.say(Person(77, "Eve"), "hi")
    assert sandbox.acts.person(77).first_name == "Eve"
    with pytest.raises(ApiError, match="nobody here has the id 78"):
        sandbox.acts.say(78, "hi")


async def test_a_changed_name_shows_in_the_next_message(sandbox: Sandbox) -> None:
    sandbox.acts.add_person(Person(ADA.id, "Augusta", language_code="uk"))
    (message,) = sandbox.acts.say(ADA.id, "hi")
    assert (message["from"]["first_name"], message["chat"]["first_name"]) == ("Augusta", "Augusta")


async def test_an_album_is_several_pictures_with_a_common_number(api: Api, sandbox: Sandbox) -> None:
    sent = sandbox.acts.album(ADA, count=3, caption="Three of them")
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message.get("caption") for message in sent] == ["Three of them", None, None]
    assert sandbox.acts.album(ADA)[0]["media_group_id"] != sent[0]["media_group_id"]


async def test_a_file_has_its_name_and_type(api: Api, sandbox: Sandbox) -> None:
    document = sandbox.acts.document(ADA, name="a.pdf", mime_type="application/pdf", content=b"%PDF")[
        "document"
    ]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "a.pdf",
        "application/pdf",
        4,
    )


@pytest.mark.parametrize("kind", ["channel", "chat", "user", "hidden_user"])
async def test_a_forward_says_where_it_comes_from(api: Api, sandbox: Sandbox, kind: str) -> None:
    told = sandbox.acts.forward(ADA, "News", source="Wire", kind=kind)[0]["forward_origin"]
    assert told["type"] == kind
    assert "Wire" in str(told)


async def test_a_forward_from_nowhere_is_refused(api: Api, sandbox: Sandbox) -> None:
    with pytest.raises(ApiError):
        sandbox.acts.forward(ADA, "News", kind="moon")


async def test_a_caption_is_edited_as_a_caption(api: Api, sandbox: Sandbox) -> None:
    sent = sandbox.acts.photo(ADA, caption="Before https://example.com")
    changed = sandbox.acts.edit(ADA, sent["message_id"], "After")
    assert (changed["caption"], "text" in changed, "caption_entities" in changed) == ("After", False, False)
