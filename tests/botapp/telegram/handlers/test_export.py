import json
from typing import Any

from botapp.models import Person
from botapp.sandbox.faults import Fault

ITEM = "The SEC sued Binance today with 13 charges."


def file_of(chat, reply) -> dict[str, Any]:
    (message,) = reply.messages
    stored = chat.sandbox.sandbox.bot.files.get(message["document"]["file_id"])
    return json.loads(stored.content)


def test_everything_of_a_person_comes_as_one_file(chat, chats):
    chat.say(ITEM)
    chat.say("/bookmark")
    chat.press("👍")
    chats("Olena").say("Bitcoin ETFs took in $500 million on Monday.")
    reply = chat.say("/export")
    assert reply.messages[0]["document"]["file_name"].startswith("rvx-20")
    assert reply.messages[0]["caption"].startswith("Everything that I keep of you.")
    made = file_of(chat, reply)
    assert (made["format"], made["version"], made["cut"]) == ("rvx-export", 1, [])
    assert made["person"]["telegram_id"] == chat.person.id
    (given,) = made["explanations"]
    assert given["source_text"] == ITEM
    assert given["answer"]["headline"]
    assert [turn["role"] for turn in made["conversation"]] == ["rvx", "person"]
    assert [len(made[name]) for name in ("bookmarks", "feedback", "usage")] == [1, 1, 1]
    assert made["lessons"] == []


def test_who_wrote_nothing_yet_gets_an_empty_file(chat):
    made = file_of(chat, chat.say("/export"))
    assert made["explanations"] == made["conversation"] == []


def test_it_never_goes_into_a_group(chats):
    reply = chats("Ada", group=-100200).say("/export@rvx_test_bot")
    assert reply.count("sendDocument") == 0
    assert "our own chat" in reply.text


def test_an_attempt_that_failed_is_made_again_with_the_whole_file(chat):
    chat.say(ITEM)
    world = chat.sandbox.sandbox
    chat.sandbox.call(world.faults.add, Fault("too_many", "sendDocument"))
    reply = chat.say("/export")
    assert reply.count("sendDocument") == 2
    assert file_of(chat, reply)["explanations"]


def test_a_file_after_the_other_has_to_wait(chat):
    for _ in range(3):
        assert chat.say("/export").count("sendDocument") == 1
    assert chat.say("/export").text.startswith("One moment, please")
    assert Person.objects.count() == 1
