"""Polls and quizzes: what is sent, voted on and closed."""

from typing import Any

import pytest
import telegram

from botapp.sandbox.errors import ApiError
from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, as_json, button


async def ask(api: Api, **params: Any) -> dict[str, Any]:
    poll = {"chat_id": ADA.id, "question": "Q?", "options": ["a", "b", "c"]}
    return await api.result("sendPoll", **{**poll, **params})


async def test_a_poll_is_anonymous_and_open_unless_told_otherwise(api: Api) -> None:
    poll = telegram.Message.de_json(await ask(api), None).poll
    assert (poll.is_anonymous, poll.is_closed, poll.type, poll.total_voter_count) == (
        True,
        False,
        "regular",
        0,
    )
    assert [(option.text, option.voter_count) for option in poll.options] == [("a", 0), ("b", 0), ("c", 0)]


async def test_two_polls_have_two_ids(api: Api) -> None:
    first, second = await ask(api), await ask(api)
    assert first["poll"]["id"] != second["poll"]["id"]


@pytest.mark.parametrize(
    "options", [["a", "b"], '["a", "b"]', [{"text": "a"}, {"text": "b"}], [{"text": "a"}, "b"]]
)
async def test_options_come_as_texts_or_objects_or_json(api: Api, options: object) -> None:
    message = await ask(api, options=options)
    assert [option["text"] for option in message["poll"]["options"]] == ["a", "b"]


@pytest.mark.parametrize(("count", "passes"), [(1, False), (2, True), (12, True), (13, False)])
async def test_two_to_twelve_options(api: Api, count: int, passes: bool) -> None:
    answer = await api("sendPoll", chat_id=ADA.id, question="Q?", options=[str(n) for n in range(count)])
    assert answer["ok"] is passes


@pytest.mark.parametrize(("field", "most"), [("question", 300), ("option", 100)])
async def test_question_and_options_have_a_longest(api: Api, field: str, most: int) -> None:
    for length, passes in ((most, True), (most + 1, False)):
        text = "x" * length
        fields = {"question": text} if field == "question" else {"options": [text, "b"]}
        poll = {"chat_id": ADA.id, "question": "Q?", "options": ["a", "b"], **fields}
        assert (await api("sendPoll", **poll))["ok"] is passes


async def test_there_are_two_types_of_polls(api: Api) -> None:
    poll = {"chat_id": ADA.id, "question": "Q?", "options": ["a", "b"], "type": "lottery"}
    refusal = (400, "Bad Request: unsupported poll type specified")
    assert await api.refusal("sendPoll", **poll) == refusal


async def test_an_anonymous_vote_names_nobody(api: Api, sandbox: Sandbox) -> None:
    message = await ask(api)
    sandbox.acts.vote(ADA, message["message_id"], [2])
    (update,) = await api.result("getUpdates")
    poll = telegram.Update.de_json(update, None).poll
    assert [option.voter_count for option in poll.options] == [0, 0, 1]
    assert "user" not in update["poll"]


async def test_an_open_vote_names_the_person_and_the_options(api: Api, sandbox: Sandbox) -> None:
    message = await ask(api, is_anonymous=False, allows_multiple_answers=True)
    sandbox.acts.vote(ADA, message["message_id"], [0, 2])
    poll, answer = await api.result("getUpdates")
    assert poll["poll"]["total_voter_count"] == 1
    voted = telegram.Update.de_json(answer, None).poll_answer
    assert (voted.user.id, voted.option_ids, voted.poll_id) == (ADA.id, (0, 2), message["poll"]["id"])


@pytest.mark.parametrize("options", [[3], [-1], []])
async def test_nobody_votes_for_what_is_not_there(api: Api, sandbox: Sandbox, options: list[int]) -> None:
    message = await ask(api, is_anonymous=False)
    with pytest.raises(ApiError, match="option"):
        sandbox.acts.vote(ADA, message["message_id"], options)
    assert len(sandbox.bot.queue) == 0


async def test_two_answers_need_a_poll_that_allows_them(api: Api, sandbox: Sandbox) -> None:
    message = await ask(api)
    with pytest.raises(ApiError, match="one option"):
        sandbox.acts.vote(ADA, message["message_id"], [0, 1])


async def test_a_message_that_is_no_poll_takes_no_vote(api: Api, sandbox: Sandbox) -> None:
    message = await api.send("no poll")
    with pytest.raises(ApiError, match="no open poll"):
        sandbox.acts.vote(ADA, message["message_id"], [0])


async def test_a_closed_poll_keeps_its_votes_and_loses_its_keyboard(api: Api, sandbox: Sandbox) -> None:
    message = await ask(api, reply_markup=button())
    sandbox.acts.vote(ADA, message["message_id"], [1])
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    closed = await api.result("stopPoll", **where)
    assert [option["voter_count"] for option in closed["options"]] == [0, 1, 0]
    kept = sandbox.bot.chats[ADA.id].messages[message["message_id"]]
    assert kept["poll"]["is_closed"]
    assert "reply_markup" not in kept


async def test_closing_can_set_another_keyboard(api: Api, sandbox: Sandbox) -> None:
    message = await ask(api, reply_markup=button())
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    await api.result("stopPoll", **where, reply_markup=as_json(button("Next")))
    assert sandbox.bot.chats[ADA.id].messages[message["message_id"]]["reply_markup"] == button("Next")


async def test_only_an_own_poll_can_be_closed(api: Api, sandbox: Sandbox) -> None:
    (theirs,) = sandbox.acts.say(ADA, "not a poll")
    where = {"chat_id": ADA.id, "message_id": theirs["message_id"]}
    assert await api.refusal("stopPoll", **where) == (400, "Bad Request: message is not a poll")
    gone = {"chat_id": ADA.id, "message_id": 999}
    missing = (400, "Bad Request: message with poll to stop not found")
    assert await api.refusal("stopPoll", **gone) == missing


async def test_a_quiz_of_another_chat_is_its_own(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(BORIS, "/start")
    message = await ask(api, chat_id=BORIS.id, type="quiz", correct_option_id=2)
    assert message["poll"]["correct_option_ids"] == [2]
    with pytest.raises(ApiError, match="message not found"):
        sandbox.acts.vote(ADA, message["message_id"], [2])
