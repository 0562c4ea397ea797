"""/forget_me: everything goes, and nothing in any table says otherwise."""

import json
import time

import pytest
from django.apps import apps

from botapp.delivery.lane_keys import lane_of
from botapp.models import Bookmark, DailyUsage, Generation, Person, StoredUpdate, Tombstone, Turn
from botapp.queries.belongings import updates_of
from botapp.sandbox.people import Person as Sender
from botapp.telegram.keyboards import forget_me as keyboard
from botapp.telegram.keyboards.forget_me import EraseMe
from tests.botapp.telegram.claims import an_act, handle
from tests.botapp.telegram.talk import BINANCE, EULER
from tests.kit.scripted_ai import Slow
from tests.kit.waiting import until

GROUP = -1001
# Numbers and a name that stand nowhere else.
EVE = Sender(7_315_926_480, "Evangeline", "Quux", "eve_quux", "en")
SECRET = "Evangeline asks whether Zanzibar tokens of 4,711 dollars are lost."


@pytest.fixture
def eve(chats):
    return chats(EVE)


def traces(*words):
    """Every field of every row of every table of every app that holds one of these words."""
    found = []
    for model in apps.get_models():
        for row in model._default_manager.values():
            text = json.dumps(row, default=str, ensure_ascii=False)
            found += [(model._meta.label, word) for word in words if word in text]
    return found


def live_a_life(eve, chats):
    """Something in every table that a person can get into."""
    for text in ("/start friend", EULER, "How much was it?", f"/ask {SECRET}", SECRET, "/history", "/limits"):
        eve.say(text)
    for label in ("👍", "Save", "Deeper", "Simpler"):
        eve.press(label)
    eve.say("/new")
    for number in range(12):
        eve.say(f"And what of Zanzibar number {number}?")
    _learn(eve)
    shown = chats(EVE, group=GROUP).say(f"@rvx_test_bot {SECRET}").messages[0]["message_id"]
    chats("Ada").say("/start")
    chats("Ada", group=GROUP).say("What does this mean for me?", reply_to=shown)
    chats("Ada", group=GROUP).press_data("menu_below", shown)
    eve.say("Stop this, Zanzibar is over and done with.", wait=False)
    eve.say("/stop")


def _learn(eve):
    page = eve.say("/lesson")
    while "To the questions" not in page.buttons:
        page = eve.press("Next ›")
    question = eve.press("To the questions")
    eve.press(question.buttons[0])


def erased(eve):
    eve.say("/forget_me")
    reply = eve.press("Delete everything")
    eve.wait()
    return reply


def test_no_row_of_any_table_knows_the_person_afterwards(eve, chats):
    live_a_life(eve, chats)
    there = {label for label, _word in traces(str(EVE.id), "Zanzibar", "Quux")}
    assert {"botapp.Turn", "botapp.Generation", "botapp.Explanation", "botapp.StoredUpdate"} <= there
    reply = erased(eve)
    assert "nothing of yours is left" in reply.text
    assert "today is kept until midnight (UTC)" in reply.text
    assert "• Lessons and progress: " in reply.text
    assert traces(str(EVE.id), "Zanzibar", "Quux", "eve_quux", "Evangeline") == []
    assert Person.objects.filter(telegram_id=1001).exists(), "nobody else goes"


def test_it_says_what_will_go_and_deletes_nothing_yet(eve):
    eve.say(EULER)
    reply = eve.say("/forget_me")
    assert "• Messages and their answers: 2" in reply.text
    assert "• Explanations: 1" in reply.text
    assert "• Profile and settings: 1" in reply.text
    assert "usage" not in reply.text
    assert "for you alone" in reply.text
    assert Turn.objects.count() == 2
    assert eve.press("Keep it").text == "Nothing was deleted."
    assert Turn.objects.count() == 2


def test_what_somebody_else_got_too_stays_theirs(eve, chats):
    eve.say(EULER)
    ada = chats("Ada")
    ada.say(EULER)
    ada.press("Save")
    erased(eve)
    assert Bookmark.objects.get().explanation.source_text == EULER
    assert len(ada.say("/history").rows) == 2


def test_whoever_comes_back_begins_anew(eve):
    eve.say(EULER)
    before = Person.objects.get(telegram_id=EVE.id).pk
    erased(eve)
    assert not Person.objects.filter(telegram_id=EVE.id).exists()
    eve.say("/start")
    assert Person.objects.get(telegram_id=EVE.id).pk > before
    assert "Nothing here yet" in eve.say("/history").text


def test_what_is_being_written_ends(eve, gemini):
    gemini.script(Slow())
    eve.say(EULER, wait=False)
    until(lambda: gemini.requests)
    eve.say("/forget_me", wait=False)
    reply = eve.press("Delete everything")
    assert any("Stopped" in message["text"] for message in reply.messages)
    assert not Generation.objects.exists()
    assert gemini.requests[0].hung_up.wait(5)


class TestTheButton:
    def test_it_is_for_one_person(self, eve, chats):
        eve.say("/forget_me")
        data = eve.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        ada = chats("Ada")
        ada.say("/start")
        assert ada.press_data(data).toast.startswith("That button belongs")
        assert Person.objects.count() == 2

    def test_it_works_for_ten_minutes(self, eve, monkeypatch):
        eve.say("/forget_me")
        now = time.time()
        monkeypatch.setattr(keyboard.time, "time", lambda: now + 599)
        assert EraseMe.of(1).is_for(1)
        monkeypatch.setattr(keyboard.time, "time", lambda: now + 602)
        assert eve.press("Delete everything").toast.startswith("That button belongs")
        assert Person.objects.exists()

    @pytest.mark.parametrize("data", ["erase:99999999999:00", "erase:0:", "erase:99999999999:ä", "erase:x:y"])
    def test_it_can_not_be_forged(self, eve, data):
        eve.say("/start")
        assert eve.press_data(data).toast
        assert Person.objects.exists()

    def test_pressed_twice_it_finds_nothing_more(self, eve):
        message = eve.say("/forget_me").messages[0]
        data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        eve.press_data(data, message["message_id"])
        assert "nothing of yours is left" in eve.press_data(data, message["message_id"]).text
        eve.wait()
        assert traces(str(EVE.id)) == []

    def test_in_a_group_only_who_asked_can_press_it(self, eve, chats):
        chats("Ada").say("/start")
        group = chats(EVE, group=GROUP)
        message = group.say("/forget_me@rvx_test_bot").messages[0]
        for row in message["reply_markup"]["inline_keyboard"]:
            data = row[0]["callback_data"]
            assert chats("Ada", group=GROUP).press_data(data, message["message_id"]).toast
        assert Person.objects.count() == 2
        (yes,), _no = message["reply_markup"]["inline_keyboard"]
        group.press_data(yes["callback_data"], message["message_id"])
        assert traces(str(EVE.id)) == []


def test_a_process_that_dies_in_the_middle_leaves_nothing_either(eve):
    eve.say(EULER)
    eve.say("/forget_me")
    data = eve.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    acts = eve.sandbox.sandbox.acts
    update = an_act(eve, acts.press, eve.person, eve.last["message_id"], data)
    assert handle(eve, update) is None
    # Its done mark was never written: the next run greets the person, who is new to it.
    assert handle(eve, update, attempt=2) is None
    assert not Person.objects.filter(telegram_id=EVE.id).exists()


class TestWhatOutlivesIt:
    def test_a_ban_can_not_be_washed_off(self, eve):
        eve.say("/start")
        eve.say("/forget_me")
        data = eve.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        Person.objects.update(is_banned=True)
        assert "closed" in eve.press_data(data).toast
        assert Person.objects.exists(), "the banned delete nothing"

    def test_todays_limit_can_not_be_washed_off(self, eve, settings):
        settings.DAILY_LIMIT = 1
        eve.say(EULER)
        erased(eve)
        assert "last of today's 1 explanations" in eve.say(BINANCE).text
        assert DailyUsage.objects.get().used == 1

    def test_a_limit_that_staff_set_is_kept(self, eve):
        eve.say("/start")
        Person.objects.update(daily_limit=0)
        erased(eve)
        eve.say("/start")
        assert Person.objects.get().daily_limit == 0

    def test_whoever_used_nothing_leaves_no_stone(self, eve):
        eve.say("/start")
        erased(eve)
        assert not Tombstone.objects.exists()

    def test_a_new_secret_key_still_knows_the_stones_of_the_old_one(self, eve, settings):
        eve.say(EULER)
        erased(eve)
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another one"
        eve.say("/start")
        assert DailyUsage.objects.get().used == 1


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "message": {"chat": {"id": EVE.id, "type": "private"}, "from": {"id": EVE.id}}},
        {"update_id": 2, "message": {"chat": {"id": -5, "type": "group"}, "from": {"id": EVE.id}}},
        {"update_id": 3, "poll_answer": {"poll_id": "9", "user": {"id": EVE.id}}},
        {"update_id": 4, "callback_query": {"id": "1", "from": {"id": EVE.id, "is_bot": False}}},
        {
            "update_id": 5,
            "message": {"chat": {"id": 9}, "from": {"id": 9}, "reply_to_message": {"id": EVE.id}},
        },
    ],
)
@pytest.mark.parametrize("is_blanked", [False, True])
@pytest.mark.django_db
def test_an_update_is_found_by_its_lane_and_by_what_it_holds(update, is_blanked):
    kind = next(name for name in update if name != "update_id")
    lane = lane_of({**update, kind: {"chat": None, **update[kind]}} if kind != "message" else update, kind)
    if is_blanked and update["update_id"] == 5:
        pytest.skip("nothing of the person is left in it")
    payload = None if is_blanked else update
    given = {"bot_id": 1, "state": "done", "received_at": "2026-03-10T12:00Z"}
    StoredUpdate.objects.create(update_id=update["update_id"], lane=lane, payload=payload, **given)
    StoredUpdate.objects.create(update_id=99, lane=f"chat:{EVE.id}9", payload={"id": EVE.id * 10}, **given)
    assert [row.update_id for row in updates_of(EVE.id)] == [update["update_id"]]
