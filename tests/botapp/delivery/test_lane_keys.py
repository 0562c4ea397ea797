"""Which updates stand in one queue."""

import pytest

from botapp.delivery.lane_keys import Malformed, kind_of, lane_of, urgent_lane
from tests.botapp.delivery.kit import message

ADA = {"id": 7, "first_name": "Ada"}
BOB = {"id": 8, "first_name": "Bob"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}


def lane(kind, content):
    return lane_of({"update_id": 1, kind: content}, kind)


def test_a_private_chat_is_one_lane_for_messages_edits_and_presses():
    text = lane("message", {"from": ADA, "chat": PRIVATE})
    assert text == lane("edited_message", {"from": ADA, "chat": PRIVATE})
    assert text == lane("callback_query", {"id": "1", "from": ADA, "message": {"chat": PRIVATE}})
    assert text == lane("my_chat_member", {"from": ADA, "chat": PRIVATE})


def test_people_of_one_group_have_lanes_of_their_own():
    assert lane("message", {"from": ADA, "chat": GROUP}) != lane("message", {"from": BOB, "chat": GROUP})
    press = lane("callback_query", {"id": "1", "from": BOB, "message": {"chat": GROUP}})
    assert press == lane("message", {"from": BOB, "chat": GROUP})


def test_a_channel_is_one_lane():
    channel = {"id": -5, "type": "channel"}
    assert lane("channel_post", {"chat": channel}) == lane("channel_post", {"chat": channel, "from": ADA})


def test_without_a_chat_the_user_is_the_lane():
    inline = lane("inline_query", {"id": "1", "from": ADA})
    assert inline == lane("poll_answer", {"poll_id": "1", "user": ADA})
    assert inline != lane("inline_query", {"id": "2", "from": BOB})
    assert inline == lane("callback_query", {"id": "1", "from": ADA, "inline_message_id": "x"})


def test_without_anybody_each_update_is_alone():
    assert lane_of({"update_id": 1, "poll": {"id": "9"}}, "poll") != lane_of(
        {"update_id": 2, "poll": {}}, "poll"
    )


@pytest.mark.parametrize(
    "update",
    [{"update_id": 1}, {"update_id": 1, "message": "text"}, {"update_id": 1, "message": {}, "poll": {}}],
)
def test_what_is_not_an_update_has_no_kind(update):
    with pytest.raises(Malformed):
        kind_of(update)


@pytest.mark.parametrize("chat", ["ada", {"id": "seven"}, {"id": True}, 5])
def test_a_chat_without_a_number_is_malformed(chat):
    with pytest.raises(Malformed):
        lane("message", {"from": ADA, "chat": chat})


def test_lanes_fit_their_column_even_with_the_largest_numbers():
    far = {"id": -(2**63), "type": "supergroup"}
    assert len(lane("message", {"from": {"id": 2**52}, "chat": far})) <= 64
    assert len(urgent_lane(2**63)) <= 64


def test_a_kind_is_the_one_key_beside_the_number():
    assert kind_of(message(1)) == "message"
