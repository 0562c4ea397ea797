"""Who said it first stands on the card."""

import pytest

from botapp.models import Explanation, Generation
from tests.botapp.telegram.cards import LONG_ITEM

ITEM = (
    "The SEC sued Binance on 5 June 2023 with 13 charges. The exchange says it will fight. "
    "A court will hear both sides in autumn."
)
OTHER = "Solana rose by 40% in one week, exchanges said on Tuesday. Volume tripled. Fees doubled as well."


@pytest.mark.parametrize("kind", ["channel", "chat", "user", "hidden_user"])
def test_the_card_names_who_said_it_first(chat, acts, kind):
    reply = chat.do(acts.forward, chat.person, ITEM, kind=kind, source="Crypto Wire")
    assert "Forwarded from Crypto Wire" in reply.text
    assert Generation.objects.get().origin == Explanation.objects.get().origin == "Crypto Wire"
    assert reply.refusals == []


def test_a_post_of_a_public_channel_is_linked(chat, acts):
    message = chat.do(acts.forward, chat.person, ITEM).messages[0]
    assert "https://t.me/crypto_wire/77" in [entity.get("url") for entity in message["entities"]]


def test_a_post_of_a_private_channel_is_not(chat, acts):
    message = chat.do(acts.forward, chat.person, ITEM, username="").messages[0]
    assert not [entity for entity in message["entities"] if "url" in entity]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Wire</b> & Co", "<b>Wire</b> & Co"),
        ("{{ x }} %(y)s", "{{ x }} %(y)s"),
        ("\u202eeriW\n\nNews\x00", "eriW News"),
        ("W" * 300, "W" * 119 + "…"),
        ("🚀" * 128, "🚀" * 119 + "…"),
    ],
)
def test_any_name_is_one_bounded_line(chat, acts, name, shown):
    reply = chat.do(acts.forward, chat.person, ITEM, source=name)
    assert f"Forwarded from {shown}" in reply.text
    assert reply.refusals == []


def test_a_name_that_can_not_be_seen_is_none(chat, acts):
    reply = chat.do(acts.forward, chat.person, ITEM, source="\u200b\u2060")
    assert "Forwarded from" not in reply.text


def test_several_forwards_name_all_who_said_them(chat, acts):
    def both():
        acts.forward(chat.person, ITEM, source="Crypto Wire")
        acts.forward(chat.person, OTHER, source="Chain Daily", kind="hidden_user")

    reply = chat.do(both)
    assert "Forwarded from Crypto Wire, Chain Daily" in reply.text
    assert Generation.objects.get().post == ""


def test_what_was_not_forwarded_names_nobody(chat):
    assert "Forwarded from" not in chat.say(ITEM).text


def test_another_depth_and_the_history_know_it_too(chat, acts):
    chat.do(acts.forward, chat.person, LONG_ITEM)
    assert "Forwarded from Crypto Wire" in chat.press("Deeper").text
    assert "Forwarded from Crypto Wire" in chat.press(chat.say("/history").rows[0][0]).text


def test_an_edited_forward_keeps_its_origin(chat, acts):
    chat.do(acts.forward, chat.person, ITEM)
    reply = chat.do(acts.edit, chat.person, chat.messages[0]["message_id"], OTHER)
    assert "Forwarded from Crypto Wire" in reply.text


@pytest.mark.parametrize("told", [{"type": "of_tomorrow"}, {}, {"type": "channel"}])
def test_an_origin_that_nobody_knows_does_not_stand_in_the_way(chat, acts, told):
    chat.do(acts.say, chat.person, ITEM, extra={"forward_origin": told})
    assert "Binance" in chat.last["text"]
