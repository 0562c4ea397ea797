"""A question that follows an item at once is about that item, however long its card takes."""

from datetime import timedelta

import pytest

from botapp.models import DailyUsage, Effect, Generation, StoredUpdate, Turn
from botapp.queries.people import known
from botapp.services import answer_claims, unsent_answers
from tests.botapp.telegram.talk import BINANCE, EULER, card, told
from tests.kit.scripted_ai import Good, Slow
from tests.kit.waiting import until

QUESTION = "How many charges are there?"
State = Generation.State


@pytest.fixture
def writing(chat, gemini):
    """Euler is explained, Binance is being written, and the AI says nothing until it is released."""
    card(chat, EULER)
    gemini.script(Slow(), Good())
    chat.say(BINANCE, wait=False)
    until(lambda: len(gemini.requests) == 2)
    return Generation.objects.latest("id")


def let_go(chat, gemini):
    gemini.release()
    chat.wait()


def take_up(chat):
    """What the leader does each second."""
    chat.bot.run(chat.bot.application.runner.take_up())


def leave_to_the_next_run(chat, item, **facts):
    """The run of the item ends without an answer; `facts` change its row before another one takes it up."""
    chat.bot.run(chat.bot.application.runner.leave([item.pk]))
    Generation.objects.filter(pk=item.pk).update(claim=None, **facts)
    take_up(chat)


def about(gemini):
    """Which of the two items the model was told of last."""
    return [name for name in ("Binance", "Euler") if name in told(gemini)]


def state(text):
    return Generation.objects.get(source_text=text).state


def test_it_waits_for_the_card_and_is_about_it(chat, gemini, writing):
    reply = chat.say(QUESTION, wait=False)
    assert reply.buttons == ["Stop"], "its own message stands there at once"
    take_up(chat)
    asked = Generation.objects.get(source_text=QUESTION)
    assert (len(gemini.requests), asked.attempts, asked.charged_on is not None) == (2, 0, True)
    let_go(chat, gemini)
    assert about(gemini) == ["Binance"]
    asked.refresh_from_db()
    writing.refresh_from_db()
    assert (asked.state, asked.after, asked.attempts) == (State.DONE, None, 1)
    assert asked.thread == writing.explanation
    assert list(Turn.objects.filter(thread=asked.thread).values_list("text", flat=True))[::2] == [
        BINANCE,
        QUESTION,
    ]
    assert DailyUsage.objects.get().used == 3


def test_two_in_a_row_are_both_about_it(chat, gemini, writing):
    chat.say(QUESTION, wait=False)
    chat.say("Who denies them?", wait=False)
    let_go(chat, gemini)
    threads = Generation.objects.filter(kind="question").values_list("thread__source_text", flat=True)
    assert list(threads) == [BINANCE, BINANCE]
    assert all("Euler" not in request.user for request in gemini.requests[1:])


def test_three_characters_are_enough_behind_the_very_first_item(chat, gemini):
    gemini.script(Slow(), Good())
    chat.say(BINANCE, wait=False)
    until(lambda: gemini.requests)
    assert "too short" not in chat.say("why?", wait=False).text
    let_go(chat, gemini)
    assert about(gemini) == ["Binance"]


def test_a_reply_to_the_growing_card_is_about_it_too(chat, gemini, writing):
    chat.say(QUESTION, reply_to=writing.message_id, wait=False)
    let_go(chat, gemini)
    assert about(gemini) == ["Binance"]


def test_a_reply_to_another_card_does_not_wait(chat, gemini, writing):
    old = Generation.objects.get(source_text=EULER).message_id
    chat.say("How much was it?", reply_to=old, wait=False)
    until(lambda: state("How much was it?") == State.DONE)
    assert (about(gemini), state(BINANCE)) == (["Euler"], State.WAITING)
    chat.say("And when?", wait=False)
    until(lambda: state("And when?") == State.DONE)
    assert about(gemini) == ["Euler"], "the last thing that was said is about Euler"


def test_the_newest_item_counts_although_an_older_one_is_being_written(chat, gemini, writing):
    newer = EULER.replace("Euler", "Solana")
    chat.say(newer, wait=False)
    until(lambda: state(newer) == State.DONE)
    chat.say(QUESTION, wait=False)
    until(lambda: state(QUESTION) == State.DONE)
    assert "Solana" in told(gemini)
    assert state(BINANCE) == State.WAITING


def test_a_card_that_is_only_written_deeper_is_known_already(chat, gemini):
    card(chat, EULER)
    gemini.script(Slow(), Good())
    chat.press("Deeper", wait=False)
    until(lambda: len(gemini.requests) == 2)
    chat.say("How much was it?", wait=False)
    until(lambda: state("How much was it?") == State.DONE)
    assert about(gemini) == ["Euler"]


def test_stop_ends_both_at_once_and_neither_is_paid_for(chat, gemini, writing):
    chat.say(QUESTION, wait=False)
    chat.say("/stop", wait=False)
    chat.wait()
    assert (state(BINANCE), state(QUESTION)) == (State.STOPPED, State.STOPPED)
    assert DailyUsage.objects.get().used == 1
    assert [text.count("Stopped.") for text in (chat.messages[-1]["text"], chat.messages[-2]["text"])]


def test_its_own_stop_does_not_wait_for_the_card(chat, gemini, writing):
    chat.say(QUESTION, wait=False)
    asked = Generation.objects.get(source_text=QUESTION)
    chat.press_data(f"stop:{asked.pk}", asked.message_id, wait=False)
    until(lambda: state(QUESTION) == State.STOPPED)
    assert state(BINANCE) == State.WAITING


def test_whoever_is_forgotten_meanwhile_is_told_that_it_ended(chat, gemini, writing):
    waiting = chat.say(QUESTION, wait=False).messages[-1]["message_id"]
    asked = chat.say("/forget_me", wait=False).messages[-1]
    erase = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    chat.press_data(erase, asked["message_id"], wait=False)
    chat.wait()
    assert not Generation.objects.exists()
    shown = {message["message_id"]: message["text"] for message in chat.messages}
    assert ["Stopped." in shown[number] for number in (writing.message_id, waiting)] == [True, True]


def test_behind_an_item_that_is_stopped_it_is_about_the_card_before(chat, gemini, writing):
    chat.say("How much was it?", wait=False)
    chat.press_data(f"stop:{writing.pk}", writing.message_id, wait=False)
    chat.wait()
    assert state(BINANCE) == State.STOPPED
    assert about(gemini) == ["Euler"]


def test_behind_an_item_that_fails_it_is_about_the_card_before(chat, gemini, writing):
    chat.say("How much was it?", wait=False)
    leave_to_the_next_run(chat, writing, attempts=9)
    chat.wait()
    assert state(BINANCE) == State.FAILED
    assert about(gemini) == ["Euler"]


def test_a_card_without_ai_is_what_it_is_about_as_well(chat, gemini, settings, writing):
    settings.GEMINI_API_KEY = ""
    chat.say(QUESTION, wait=False)
    leave_to_the_next_run(chat, writing)
    chat.wait()
    item = Generation.objects.get(source_text=BINANCE).explanation
    assert (item.degraded, Generation.objects.get(source_text=QUESTION).thread) == (True, item)
    assert "13 charges" in chat.last["text"]


def test_behind_new_it_is_about_nothing(chat, gemini, writing):
    chat.say("/new", wait=False)
    chat.say("What is staking in short?", wait=False)
    until(lambda: state("What is staking in short?") == State.DONE)
    assert (about(gemini), state(BINANCE)) == ([], State.WAITING)


def test_what_waited_before_new_is_still_about_the_item(chat, gemini, writing):
    chat.say(QUESTION, wait=False)
    chat.say("/new", wait=False)
    let_go(chat, gemini)
    assert about(gemini) == ["Binance"]


def test_a_restart_in_between_loses_neither(chat, gemini, restarted, writing):
    chat.say(QUESTION, wait=False)
    gemini.script(Good())
    later = restarted()
    take_up(later)
    until(lambda: state(BINANCE) == State.DONE)
    take_up(later)
    later.wait()
    assert (state(BINANCE), state(QUESTION)) == (State.DONE, State.DONE)
    assert about(gemini) == ["Binance"]
    assert not StoredUpdate.objects.exclude(state=StoredUpdate.State.DONE).exists()
    assert DailyUsage.objects.get().used == 3


def test_an_item_that_is_edited_meanwhile_is_waited_for_again(chat, gemini, acts, writing):
    chat.say(QUESTION, wait=False)
    mine = next(message for message in chat.messages if message.get("text") == BINANCE)
    gemini.script(Slow(), Good())
    edited = BINANCE.replace("Binance", "Binance and Kraken")
    chat.do(acts.edit, chat.person, mine["message_id"], edited, for_answers=False)
    take_up(chat)
    assert state(QUESTION) == State.WAITING
    let_go(chat, gemini)
    assert "Kraken" in told(gemini)
    assert "Euler" not in told(gemini)


def test_a_question_that_is_edited_while_it_waits_waits_on(chat, gemini, acts, writing):
    chat.say(QUESTION, wait=False)
    mine = next(message for message in chat.messages if message.get("text") == QUESTION)
    chat.do(acts.edit, chat.person, mine["message_id"], "Who denies all of them?", for_answers=False)
    let_go(chat, gemini)
    assert gemini.requests[-1].source == "Who denies all of them?"
    assert about(gemini) == ["Binance"]


@pytest.mark.usefixtures("writing")
class TestTheClaim:
    @pytest.fixture
    def asked(self, chat):
        chat.say(QUESTION, wait=False)
        question = Generation.objects.get(source_text=QUESTION)
        chat.bot.run(chat.bot.application.runner.leave([question.pk]))  # or it might claim it here and now
        return question

    def test_is_not_given_while_nobody_works_on_the_item_for_a_moment(self, asked):
        """Its process was killed: the item is taken up first."""
        Generation.objects.filter(source_text=BINANCE).update(claim=None)
        assert answer_claims.take(asked.pk) is None
        [item] = answer_claims.take_open(5)
        assert item.text == BINANCE

    def test_is_given_once_it_waited_too_long(self, asked):
        late = asked.created_at - answer_claims.LONGEST_WAIT - timedelta(seconds=1)
        Generation.objects.filter(pk=asked.pk).update(created_at=late)
        job = answer_claims.take(asked.pk)
        assert job.thread_id == Generation.objects.get(source_text=EULER).explanation_id

    def test_is_given_when_the_item_is_gone(self, asked, chat):
        Generation.objects.filter(source_text=BINANCE).delete()
        job = answer_claims.take(asked.pk)
        assert job.thread_id == Generation.objects.get(source_text=EULER).explanation_id

    def test_is_given_to_whoever_gives_an_unsent_one_up(self, asked, chat):
        Generation.objects.filter(pk=asked.pk).update(message_id=None)
        began = Effect.objects.get(step__startswith="begin", result=asked.pk)
        assert unsent_answers.forgo(began.update_id) == 1
        assert known(chat.person.id) is not None
