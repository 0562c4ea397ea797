"""Learning in the chat, as Ada does it: real bot, real handlers, the courses that RVX comes with."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db.models import Model

from analytics.models import Event
from botapp.sandbox.faults import Fault
from lessons.models import Answer, Lesson, Option, Progress, Question
from tests.kit.chat import Chat
from tests.kit.fixtures import Chats

FIRST = "What a blockchain is"


@contextmanager
def changed(row: Model, **values: object) -> Iterator[None]:
    """Change a row that came with RVX, as staff do in the admin, and put it back."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    before = {name: getattr(row, name) for name in values}
    rows.update(**values)
    try:
        yield
    finally:
        rows.update(**before)


@pytest.fixture
def lesson(chat: Chat) -> Lesson:
    return Lesson.objects.get(slug="what-is-a-blockchain")


def label_of(chat: Chat, question: Question, *, is_right: bool) -> str:
    """The button under the last message that chooses a right or wrong answer to `question`."""
    chosen = question.options.filter(is_right=is_right).values_list("id", flat=True)
    for row in chat.last["reply_markup"]["inline_keyboard"]:
        for key in row:
            if key["callback_data"].split(":")[2] in map(str, chosen):
                return str(key["text"])
    raise AssertionError("no such option")


def answer_all(chat: Chat, lesson: Lesson, *, is_right: bool) -> None:
    questions = list(lesson.questions.all())
    for number, question in enumerate(questions, start=1):
        chat.press(label_of(chat, question, is_right=is_right))
        chat.press("Next question" if number < len(questions) else "See the result")


def kinds() -> list[str]:
    return list(Event.objects.exclude(kind="start").order_by("id").values_list("kind", flat=True))


def test_learn_lists_the_three_courses(chat: Chat) -> None:
    reply = chat.say("/learn")
    assert [label for label in reply.buttons if "·" in label] == [
        "Blockchain basics · 0/2",
        "DeFi and smart contracts · 0/2",
        "Scaling and DAOs · 0/2",
    ]
    assert not reply.refusals


def test_the_word_on_the_menu_opens_the_lessons(chat: Chat) -> None:
    assert "Blockchain basics · 0/2" in chat.say("Learn").buttons


def test_the_way_from_course_to_finished_lesson(chat: Chat, lesson: Lesson) -> None:
    menu = chat.say("/learn")
    course = chat.press("Blockchain basics · 0/2")
    assert course.buttons[0] == f"1. {FIRST}"
    page = chat.press(f"1. {FIRST}")
    assert page.text.startswith(f"Blockchain basics · lesson 1 of 2\n{FIRST}")
    assert "Sources" in page.text
    question = chat.press("To the questions")
    assert "question 1 of 3" in question.text
    answer_all(chat, lesson, is_right=True)
    assert "Right answers: 3 of 3." in chat.last["text"]
    assert chat.last["message_id"] == menu.messages[-1]["message_id"], "all of it happens in one message"
    assert Progress.objects.get().completed_at is not None
    assert kinds() == ["lesson", "answer", "answer", "answer", "lesson_done"]
    assert "Blockchain basics · 1/2" in chat.say("/learn").buttons
    assert chat.press("Blockchain basics · 1/2").buttons[0] == f"✓ 1. {FIRST}"


def test_a_wrong_answer_says_why_and_another_round_is_offered(chat: Chat, lesson: Lesson) -> None:
    chat.say("/lesson")
    chat.press("To the questions")
    question = lesson.questions.first()
    assert question is not None
    reply = chat.press(label_of(chat, question, is_right=False))
    assert "❌ Not quite." in reply.text
    assert question.options.get(is_right=True).text_en in reply.text
    assert question.explanation_en in reply.text
    chat.press("Next question")
    for _ in range(2):
        chat.press(chat.last["reply_markup"]["inline_keyboard"][0][0]["text"])
        chat.press(chat.last["reply_markup"]["inline_keyboard"][0][0]["text"])
    assert "Questions again" in [key["text"] for row in _rows(chat) for key in row]
    assert "question 1 of 3" in chat.press("Questions again").text


def _rows(chat: Chat) -> list[list[dict[str, str]]]:
    rows: list[list[dict[str, str]]] = chat.last["reply_markup"]["inline_keyboard"]
    return rows


def test_a_double_tap_counts_once_and_keeps_the_verdict(chat: Chat, lesson: Lesson) -> None:
    chat.say("/lesson")
    chat.press("To the questions")
    right, wrong = (key["callback_data"] for key in _keys(chat, lesson))
    first = chat.press_data(right)
    second = chat.press_data(wrong)
    assert "✅ Right!" in first.text
    assert "earlier step" in second.toast
    assert "✅ Right!" in chat.last["text"]
    assert list(Answer.objects.values_list("is_right", flat=True)) == [True]
    assert second.count("sendMessage") == 0


def _keys(chat: Chat, lesson: Lesson) -> tuple[dict[str, str], dict[str, str]]:
    """The right and a wrong button of the first question."""
    question = lesson.questions.first()
    assert question is not None
    by_label = {key["text"]: key for row in _rows(chat) for key in row}
    return tuple(by_label[label_of(chat, question, is_right=right)] for right in (True, False))  # type: ignore[return-value]


def test_a_button_of_a_later_round_leads_to_where_they_are(chat: Chat, lesson: Lesson) -> None:
    chat.say("/lesson")
    chat.press("To the questions")
    right, _wrong = _keys(chat, lesson)
    forged = right["callback_data"].rpartition(":")[0] + ":7"
    reply = chat.press_data(forged)
    assert "earlier step" in reply.toast
    assert "question 1 of 3" in chat.last["text"]
    assert not Answer.objects.exists()


@pytest.mark.parametrize("data", ["lesson:999999", "course:999999", "ask:999999", "choose:999999:1:1"])
def test_a_button_for_what_is_gone_gets_a_sentence(chat: Chat, data: str) -> None:
    chat.say("/learn")
    assert "not open at the moment" in chat.press_data(data).toast


@pytest.mark.parametrize("data", ["lesson:x", "lesson", "choose:1:1", "read:1:2:3"])
def test_a_forged_button_is_answered_kindly(chat: Chat, data: str) -> None:
    chat.say("/learn")
    assert "earlier step" in chat.press_data(data).toast


def test_an_edit_by_staff_shows_at_the_next_tap(chat: Chat, lesson: Lesson) -> None:
    chat.say("/learn")
    chat.press("Blockchain basics · 0/2")
    with changed(lesson, title_en="Ledgers <&> chains", body_en="Written **anew** <b>"):
        page = chat.press(f"1. {FIRST}")
    assert "Ledgers <&> chains\n\nWritten anew <b>" in page.text
    assert not page.refusals


def test_an_unpublished_lesson_closes_at_the_next_tap(chat: Chat, lesson: Lesson) -> None:
    chat.say("/lesson")
    with changed(lesson, is_published=False):
        assert "not open at the moment" in chat.press("To the questions").toast
        assert "Keys and wallets" in chat.say("/lesson").text


def test_a_long_lesson_is_turned_in_place(chat: Chat, lesson: Lesson) -> None:
    with changed(lesson, body_en="\n\n".join(f"Part {n}. " + "word " * 100 for n in range(1, 16))):
        first = chat.say("/lesson")
        assert "page 1 of" in first.text
        second = chat.press("Next ›")
        assert "page 2 of" in second.text
        assert second.count("sendMessage") == 0
        assert "page 1 of" in chat.press("‹ Back").text
    assert kinds() == ["lesson"], "turning a page is not opening the lesson again"


def test_lesson_opens_by_name(chat: Chat) -> None:
    assert "Rollups" in chat.say("/lesson rollups").text
    assert "not open at the moment" in chat.say("/lesson nonsense").text


def test_a_link_opens_its_lesson(chat: Chat) -> None:
    assert "How a DAO decides" in chat.say("/start lesson_how-daos-decide").text


@pytest.mark.parametrize(("who", "title"), [("Bob", "Что такое блокчейн"), ("Olena", "Що таке блокчейн")])
def test_each_reader_gets_their_language(chats: Chats, who: str, title: str) -> None:
    assert title in chats(who).say("/lesson").text


def test_a_related_lesson_opens_below_the_explanation(chat: Chat) -> None:
    before = chat.say("/learn").messages[-1]
    reply = chat.press_data("related:hack", before["message_id"])
    assert "Keys and wallets" in reply.text
    assert reply.count("sendMessage") == 1
    assert before in chat.messages


def test_a_banned_person_learns_nothing(chats: Chats) -> None:
    assert not re.search("Blockchain|Блокчейн", chats("Mallory").say("/learn").text, re.IGNORECASE)


def test_options_of_another_question_are_refused(chat: Chat, lesson: Lesson) -> None:
    chat.say("/lesson")
    chat.press("To the questions")
    first, second = lesson.questions.all()[:2]
    other = Option.objects.filter(question=second).first()
    assert other is not None
    reply = chat.press_data(f"choose:{first.pk}:{other.pk}:1")
    assert "earlier step" in reply.toast
    assert not Answer.objects.exists()


def test_an_explanation_of_a_hack_offers_the_lesson_on_keys(chat: Chat) -> None:
    news = "Hackers stole 40 million dollars from the Harbor bridge on Monday. Withdrawals are stopped."
    assert "Related lesson" in chat.say(news).buttons
    assert "Keys and wallets" in chat.press("Related lesson").text


@pytest.mark.parametrize("fault", ["error", "reset"])
def test_an_answer_whose_verdict_failed_is_told_again_and_counted_once(
    chat: Chat, lesson: Lesson, fault: str
) -> None:
    chat.say("/lesson")
    chat.press("To the questions")
    right, _wrong = _keys(chat, lesson)
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, Fault(fault, "editMessageText"))
    chat.press_data(right["callback_data"])
    assert "✅ Right!" in chat.last["text"]
    assert Answer.objects.count() == 1
    assert kinds() == ["lesson", "answer"]


def test_a_related_button_of_an_unknown_kind_gets_a_sentence(chat: Chat) -> None:
    chat.say("/learn")
    assert "not open at the moment" in chat.press_data("related:nonsense").toast


def test_a_result_asked_for_too_early_counts_nothing(chat: Chat, lesson: Lesson) -> None:
    chat.say("/learn")
    reply = chat.press_data(f"score:{lesson.pk}")
    assert "Right answers: 0 of 3." in reply.text
    assert not Progress.objects.exists()


def test_a_lesson_whose_questions_are_put_away_has_none_to_ask(chat: Chat, lesson: Lesson) -> None:
    chat.say("/lesson")
    lesson.questions.update(is_published=False)
    try:
        assert "not open at the moment" in chat.press("To the questions").toast
        assert "Next lesson" in chat.say("/lesson what-is-a-blockchain").buttons
        assert kinds() == ["lesson", "lesson", "lesson_done"]
    finally:
        lesson.questions.update(is_published=True)


def test_a_page_that_no_longer_exists_shows_the_last_one(chat: Chat, lesson: Lesson) -> None:
    chat.say("/learn")
    reply = chat.press_data(f"read:{lesson.pk}:99")
    assert FIRST in reply.text
    assert "To the questions" in reply.buttons


def test_two_people_learn_apart(chats: Chats, lesson: Lesson) -> None:
    ada, bob = chats("Ada"), chats("Bob")
    for person in (ada, bob):
        person.say("/lesson")
        person.press_data(f"ask:{lesson.pk}")
    answer_all(ada, lesson, is_right=True)
    assert "Blockchain basics · 1/2" in ada.say("/learn").buttons
    assert "Основы блокчейна · 0/2" in bob.say("/learn").buttons


def test_the_help_names_the_commands_of_the_lessons(chat: Chat) -> None:
    text = chat.say("/help").text
    assert "/learn" in text
    assert "/lesson" in text
