from pathlib import Path

import pytest

from analytics.models import Event
from botapp.models import Explanation, Generation, SentMessage, Turn
from botapp.queries import glossary as glossary_queries
from botapp.queries import topics
from botapp.queries.allowances import allowance
from botapp.queries.topics import Place
from botapp.services.content import load_content
from tests.botapp.telegram.claims import an_act, handle

DEFI = topics.material(Place("defi", "beginner"), "en")


@pytest.fixture
def glossary(live_db):
    return load_content(Path("botapp/content"))


def test_a_topic_and_a_level_bring_the_lesson(chat):
    reply = chat.say("/teach defi beginner")
    assert reply.refusals == []
    assert reply.text.startswith(DEFI.title)
    for piece in (DEFI.content, *DEFI.key_points, DEFI.example, DEFI.question, DEFI.answer):
        assert piece in reply.text
    assert "Made without AI, from our own texts." in reply.text
    assert "Why it matters" not in reply.text
    hidden = [e for e in reply.messages[-1]["entities"] if e["type"] == "spoiler"]
    assert len(hidden) == 1


def test_what_is_not_said_is_chosen_by_buttons(chat):
    assert chat.say("/teach").buttons[:4] == ["Crypto basics", "Trading", "Web3", "Artificial intelligence"]
    levels = chat.press("DeFi")
    assert levels.text.startswith("DeFi")
    assert levels.buttons == ["Beginner", "Intermediate", "Advanced", "Expert", "‹ Topics"]
    lesson = chat.press("Beginner")
    assert lesson.text.startswith(DEFI.title)
    assert lesson.count("sendMessage") == 0, "the lesson takes the place of the choice"


def test_a_level_alone_is_kept_while_the_topic_is_chosen(chat):
    chat.say("/teach expert")
    assert chat.press("NFT").text.startswith(topics.material(Place("nft", "expert"), "en").title)


def test_a_topic_alone_asks_for_the_level(chat):
    assert "Intermediate" in chat.say("/teach how do I avoid phishing").buttons


def test_the_way_back_leads_to_the_topics(chat):
    chat.say("/teach defi")
    assert "Trading" in chat.press("‹ Topics").buttons


def test_under_a_lesson_stands_what_comes_next_and_no_verdict(chat):
    reply = chat.say("/teach defi beginner")
    assert reply.buttons[:2] == list(DEFI.next_topics)
    assert "👍" not in reply.buttons
    after = chat.press(DEFI.next_topics[0])
    assert after.text.startswith(DEFI.next_topics[0])
    assert after.count("sendMessage") == 1, "the first lesson stays"


def test_a_lesson_of_a_course_is_offered_where_there_is_one(chat):
    assert "Related lesson" in chat.say("/teach security beginner").buttons
    assert "Related lesson" not in chat.say("/teach trading beginner").buttons


def test_lessons_come_in_the_persons_language(chats):
    bob, olena = chats("Bob"), chats("Olena")
    russian = topics.material(Place("defi", "beginner"), "ru")
    ukrainian = topics.material(Place("tokenomics", "expert"), "uk")
    assert bob.say("/teach defi новичок").text.startswith(russian.title)
    assert olena.say("/teach токеноміка експерт").text.startswith(ukrainian.title)


def test_a_word_of_the_glossary_is_taught_from_the_glossary(chat, glossary):
    reply = chat.say("/teach escrow beginner")
    assert reply.text.startswith("Escrow")
    meaning = glossary_queries.look_up("escrow", language="en").meaning
    assert reply.text.count(meaning) == 1
    assert "Try it yourself" not in reply.text


def test_a_lesson_of_a_word_says_its_meaning_once(chats, glossary):
    shown = chats("Bob").say("/teach стейблкоины новичок").text
    assert shown.count(glossary_queries.look_up("стейблкоин", language="ru").meaning) == 1


def test_what_rvx_has_no_material_on_is_named_without_a_case(chats):
    bob, olena = chats("Bob"), chats("Olena")
    assert "По запросу «квантовая физика» материала" in bob.say("/teach квантовая физика").text
    assert "За запитом «квантова фізика» матеріалу" in olena.say("/teach квантова фізика").text


def test_what_rvx_knows_nothing_about_costs_nothing_and_names_the_topics(chat):
    reply = chat.say("/teach watercolour painting expert")
    assert "I have no material on “watercolour painting” yet." in reply.text
    assert "Tokenomics" in reply.buttons
    assert Generation.objects.count() == 0


def test_a_lesson_is_charged_and_recorded_as_a_lesson(chat):
    chat.say("/start")
    chat.say("/teach defi beginner")
    row = Generation.objects.get()
    assert (row.kind, row.subject, row.depth) == ("lesson", DEFI.title, "simple")
    assert allowance(row.person_id).used == 1
    assert Event.objects.get(kind=Event.Kind.EXPLANATION).subject == "lesson"
    assert list(Turn.objects.order_by("id").values_list("text", flat=True)[:1]) == [DEFI.title]


def test_a_lesson_opens_again_from_the_history_as_a_lesson(chat):
    chat.say("/teach defi beginner")
    chat.say("/history")
    reply = chat.press(DEFI.title)
    assert DEFI.example in reply.text
    assert "The text itself" not in reply.text
    assert reply.buttons[:2] == list(DEFI.next_topics)


@pytest.mark.parametrize(
    ("place", "formerly"),
    [
        (Place("defi", "expert"), "Составность и невидимый долг"),
        (Place("tokenomics", "advanced"), "Откуда берется доход токена"),
    ],
)
def test_a_lesson_of_a_former_title_keeps_what_belongs_to_it(chats, place, formerly):
    bob = chats("Bob")
    known = topics.material(place, "ru")
    bob.say(f"/teach {place.topic} {place.level}")
    row = Explanation.objects.get()
    row.subject, row.answer = formerly, {**row.answer, "headline": formerly, "follow_ups": [formerly]}
    row.save()
    bob.say("/history")
    reply = bob.press(formerly)
    assert reply.text.startswith(formerly)
    assert reply.buttons[0] == known.title, "what comes next goes by its title of today"
    assert "Урок по теме" in reply.buttons
    assert bob.press(known.title).text.startswith(known.title)


@pytest.mark.parametrize(
    "data", ["teach:cooking:beginner", "teach:defi:guru", "topic:cooking:", "teach:defi"]
)
def test_forged_buttons_get_a_kind_sentence(chat, data):
    before = chat.say("/teach").messages[-1]
    reply = chat.press_data(data, before["message_id"])
    assert reply.toast or reply.text
    assert Generation.objects.count() == 0


@pytest.mark.parametrize("words", ["staking", "Staking beginner", "стейкинг", "стейкінг"])
def test_a_word_that_no_lesson_is_about_is_taught_from_the_glossary(chat, glossary, words):
    reply = chat.say(f"/teach {words}")
    assert reply.text.startswith("Staking")
    assert "Locking coins as a deposit" in reply.text
    assert DEFI.title in reply.buttons, "the nearest lesson comes next"


def test_words_near_a_topic_say_that_it_is_the_nearest(chat, glossary):
    said = chat.say("/teach how do I avoid phishing")
    assert said.text.startswith("Nearest to “how do I avoid phishing” is this topic:")
    taught = chat.say("/teach lending and yield farming beginner")
    assert "I have no lesson on exactly “lending and yield farming”" in taught.text
    assert DEFI.title in taught.text


NEAREST = "I have no lesson on exactly"


@pytest.mark.parametrize(
    "words", ["DeFi! beginner", "beginner lesson about DeFi", "урок про DeFi для новичка"]
)
def test_a_lesson_that_is_asked_for_by_its_name_is_no_nearest_one(chat, glossary, words):
    taught = chat.say(f"/teach {words}")
    assert taught.text.startswith(DEFI.title)
    assert NEAREST not in taught.text
    assert "Nearest to" not in chat.say("/teach about DeFi!").text


def test_no_nearest_lesson_is_promised_where_none_can_be_begun(chat, settings):
    chat.say("/start")
    settings.DAILY_LIMIT = 0
    refused = chat.say("/teach lending and yield farming beginner")
    assert NEAREST not in refused.text
    assert Generation.objects.count() == 0


def test_that_a_lesson_is_the_nearest_is_said_once_however_often_the_update_runs(chat):
    chat.say("/start")
    words = "/teach lending and yield farming beginner"
    update = an_act(chat, chat.sandbox.sandbox.acts.say, chat.person, words)
    for attempt in (1, 2, 3):
        assert handle(chat, update, attempt=attempt) is None
        chat.wait()
        SentMessage.objects.all().delete()
    assert [NEAREST in message.get("text", "") for message in chat.messages].count(True) == 1
    assert DEFI.title in chat.last["text"]
