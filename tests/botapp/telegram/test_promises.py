"""Being told when the AI has explained what it could not: asked for by a button, kept by the leader."""

import asyncio
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.ai import breaker
from botapp.models import AwaitedAnswer, DailyUsage, Explanation, Generation, Person, ProviderCall
from botapp.sandbox.people import Person as Somebody
from botapp.services import awaited_answers, forgetting
from botapp.telegram import application, promises
from tests.botapp.telegram.talk import BINANCE, EULER
from tests.kit.pages import NAME, Site, story
from tests.kit.scripted_ai import BlockedPrompt, Good, Malformed, Status
from tests.kit.waiting import until

ITEM = (
    "The SEC sued Binance on Monday with 13 charges. The exchange denies them. Bitcoin fell by 5% to $25,400."
)
LABEL = "Tell me when the AI is back"
GROUP = -1001


@pytest.fixture
def gemini(gemini):
    gemini.script(Status(503))
    return gemini


def keep(chat):
    """One go of the leader, whose turn it is at once."""
    AwaitedAnswer.objects.update(next_at=timezone.now())
    calls = len(chat.sandbox.sandbox.journal)
    chat.bot.run(promises.keep(chat.bot.application.runner.start))
    chat.wait()
    return [call for call in list(chat.sandbox.sandbox.journal)[calls:] if call.method == "sendMessage"]


@pytest.fixture
def promised(chat, gemini):
    chat.say(ITEM)
    chat.press(LABEL)
    return chat


def test_a_card_that_was_made_while_the_ai_was_away_offers_to_tell(chat, gemini):
    assert [LABEL] in chat.say(ITEM).rows
    assert "within 24 hours" in chat.press(LABEL).toast
    assert chat.press(LABEL).toast == "I have it on my list."
    assert AwaitedAnswer.objects.count() == 1


@pytest.mark.parametrize("behaviour", [Good(), BlockedPrompt(), Malformed()], ids=lambda b: type(b).__name__)
def test_where_the_ai_had_its_say_there_is_nothing_to_wait_for(chat, gemini, behaviour):
    gemini.script(behaviour)
    assert LABEL not in chat.say(ITEM).buttons
    chat.press_data(f"await:{Explanation.objects.latest('id').pk}")
    assert not AwaitedAnswer.objects.exists()


def test_without_any_ai_there_is_nothing_to_wait_for(chat):
    assert LABEL not in chat.say(ITEM).buttons


def test_the_offer_stays_when_the_card_is_kept_or_opened_again(chat, gemini):
    chat.say(ITEM)
    assert [LABEL] in chat.press("Save").rows
    assert [LABEL] in chat.press_data(f"card:{Explanation.objects.get().pk}").rows


def test_when_the_ai_answers_again_the_item_comes_as_a_new_message_that_says_so(promised, gemini):
    before = promised.last["message_id"]
    gemini.script(Good())
    (sent,) = keep(promised)
    assert promised.last["message_id"] != before
    text = promised.last["text"]
    assert text.startswith("The AI answers again. You wanted to be told:")
    assert "13 charges" in text
    assert "without it" not in text
    assert "The text itself" in text
    assert keep(promised) == []
    assert DailyUsage.objects.get().used == 1
    assert sent.params["chat_id"] in (promised.chat_id, str(promised.chat_id))
    assert AwaitedAnswer.objects.get().generation.state == Generation.State.DONE


def test_as_long_as_the_ai_is_away_nothing_is_sent_and_nothing_is_kept(promised, gemini):
    assert keep(promised) == []
    assert AwaitedAnswer.objects.get().generation is None
    assert not Explanation.objects.filter(degraded=False, state="ready").exists()
    assert Explanation.objects.filter(degraded=True).count() == 1


def test_the_breaker_keeps_the_leader_from_hammering(promised, gemini):
    for _ in range(4 * breaker.FAILURES):
        keep(promised)
    assert len(gemini.requests) == breaker.FAILURES


def test_of_many_one_finds_out_and_the_others_follow(chat, chats, gemini):
    people = [chats(Somebody(3000 + n, f"P{n}", language_code="en")) for n in range(3)]
    for number, person in enumerate(people):
        person.say(ITEM.replace("13", str(20 + number)))
        person.press(LABEL)
    before = len(gemini.requests)
    assert keep(chat) == []
    assert len(gemini.requests) == before + 1
    gemini.script(Good())
    assert len(keep(chat)) == 3
    assert all("AI answers again" in person.last["text"] for person in people)


def test_an_item_that_the_ai_declines_once_it_is_back_is_given_up_in_silence(promised, gemini):
    gemini.script(BlockedPrompt())
    assert keep(promised) == []
    assert not AwaitedAnswer.objects.exists()


def test_after_a_day_it_is_given_up_in_silence_and_may_be_asked_for_again(promised, gemini):
    AwaitedAnswer.objects.update(asked_at=timezone.now() - timedelta(hours=25))
    gemini.script(Good())
    assert keep(promised) == []
    assert "within 24 hours" in promised.press(LABEL).toast
    assert len(keep(promised)) == 1


def test_a_process_that_dies_between_the_answer_and_its_message_leaves_it_to_the_next(promised, gemini):
    gemini.script(Good())
    promised.bot.run(promises.keep(lambda generation: None))  # begun, and never sent
    promised.bot.run(promised.bot.application.runner.take_up())
    promised.wait()
    assert "The AI answers again" in promised.last["text"]
    assert len(gemini.requests) == 2


def test_who_blocked_the_bot_is_told_nothing_and_waits_for_nothing(promised, gemini):
    promised.say(ITEM.replace("13", "14"))
    promised.press(LABEL)
    promised.sandbox.call(promised.sandbox.sandbox.acts.block, promised.person)
    gemini.script(Good())
    AwaitedAnswer.objects.filter(pk=AwaitedAnswer.objects.last().pk).update(asked_at=timezone.now())
    first = AwaitedAnswer.objects.first()
    AwaitedAnswer.objects.exclude(pk=first.pk).update(next_at=timezone.now() + timedelta(hours=1))
    promised.bot.run(promises.keep(promised.bot.application.runner.start))
    until(lambda: AwaitedAnswer.objects.count() == 1, seconds=10)
    assert AwaitedAnswer.objects.get().generation_id is not None


def test_who_is_banned_is_not_told(promised, gemini):
    Person.objects.update(is_banned=True)
    gemini.script(Good())
    assert keep(promised) == []


def test_who_is_not_on_the_list_of_guests_any_more_is_not_told(promised, gemini, settings):
    settings.ALLOWED_USER_IDS = (5,)
    gemini.script(Good())
    before = len(gemini.requests)
    assert keep(promised) == []
    assert len(gemini.requests) == before
    settings.ALLOWED_USER_IDS = ()
    assert len(keep(promised)) == 1


@pytest.mark.parametrize(
    "leaves", [lambda: forgetting.forget(1001), lambda: Person.objects.update(is_banned=True)]
)
def test_who_leaves_while_the_ai_answers_leaves_no_answer_behind(promised, gemini, monkeypatch, leaves):
    gemini.script(Good())
    due = awaited_answers.take_due

    def take_and_leave(limit):
        taken = due(limit)
        leaves()
        return taken

    monkeypatch.setattr(awaited_answers, "take_due", take_and_leave)
    assert keep(promised) == []
    assert "13 charges" in gemini.requests[-1].user
    assert not Explanation.objects.filter(degraded=False).exists()


def test_an_answer_that_somebody_else_has_stays_when_the_person_leaves(promised, chats, gemini):
    (mine,) = AwaitedAnswer.objects.all()
    gemini.script(Good())
    chats("Olena").say(ITEM)
    answer = Explanation.objects.get(degraded=False)
    mine.delete()
    assert awaited_answers.keep_promise(mine.id or 0, explanation_id=answer.pk) is None
    assert awaited_answers.drop_unowned(answer.pk) == 0
    assert Explanation.objects.filter(pk=answer.pk).exists()


def test_nobody_waits_for_a_lesson(chat, gemini):
    shown = chat.say("/teach defi beginner").messages[-1]["message_id"]
    assert Explanation.objects.get().failure == "unavailable"
    chat.press_data(f"await:{Explanation.objects.get().pk}", shown)
    assert not AwaitedAnswer.objects.exists()


def test_a_promised_card_says_where_its_text_came_from(chat, gemini, settings):
    with Site() as site:
        settings.FETCH_PLACES = {NAME: site.place}
        site.page("/story", story())
        assert "From the page" in chat.say(f"http://{NAME}/story").text
        chat.press(LABEL)
        gemini.script(Good())
        assert len(keep(chat)) == 1
    assert "From the page" in chat.last["text"]
    first, promised = Generation.objects.order_by("id")
    assert (promised.link, promised.read_text) == (first.link, first.read_text)


def test_a_group_that_threw_the_bot_out_takes_no_other_promise_with_it(chats, gemini):
    chats("Ada").say("/start")
    ada, there = chats("Ada"), chats("Ada", group=GROUP)
    ada.say(EULER)
    ada.press(LABEL)
    shown = there.say(f"@rvx_test_bot {BINANCE}").messages[0]["message_id"]
    there.press_data(f"await:{Explanation.objects.latest('id').pk}", shown)
    person = Person.objects.get()
    assert awaited_answers.drop_all_of(person.pk, chat_id=GROUP) == 1
    assert AwaitedAnswer.objects.get().explanation.source_text == EULER
    assert awaited_answers.drop_all_of(person.pk, chat_id=person.telegram_id) == 1


def test_a_promise_in_a_group_tells_nothing_of_what_was_said_in_private(chats, gemini):
    chats("Ada").say("/start")
    gemini.script(Good())
    chats("Ada").say("The SEC sued Initech, where I work, on Monday with 13 charges.")
    there = chats("Ada", group=GROUP)
    gemini.script(Status(503))
    shown = there.say("@rvx_test_bot What is a lawsuit in plain words?").messages[-1]["message_id"]
    there.press_data(f"await:{Explanation.objects.latest('id').pk}", shown)
    gemini.script(Good())
    assert len(keep(there)) == 1
    assert "What is a lawsuit" in gemini.requests[-1].user
    assert "Initech" not in gemini.requests[-1].user


def test_one_person_waits_for_a_bounded_number(promised, gemini, monkeypatch):
    monkeypatch.setattr(awaited_answers, "MOST", 1)
    promised.say(ITEM.replace("13", "14"))
    assert promised.press(LABEL).toast.startswith("You are waiting for 1 answers already")
    assert AwaitedAnswer.objects.count() == 1


def test_nobody_waits_for_an_item_that_they_did_not_send(promised, chats, gemini):
    olena = chats("Olena")
    olena.say("/menu")
    olena.press_data(f"await:{Explanation.objects.latest('id').pk}")
    assert AwaitedAnswer.objects.count() == 1


def test_a_question_is_answered_as_the_conversation_stood(chat, gemini):
    gemini.script(Good(), Status(503))
    chat.say(ITEM)
    chat.say("Who is being sued by them and why?")
    chat.press(LABEL)
    chat.say("And what will they have to pay for that?")
    chat.say("Solana rose by 40% in one week, exchanges said on Tuesday.")
    gemini.script(Good())
    assert len(keep(chat)) == 1
    asked = gemini.requests[-1].user
    assert "The SEC sued Binance" in asked
    assert "Solana" not in asked
    assert "have to pay" not in asked


def test_the_leader_does_it_by_itself(promised, gemini, monkeypatch):
    monkeypatch.setattr(application, "PROMISES_SECONDS", 0.05)
    gemini.script(Good())
    AwaitedAnswer.objects.update(next_at=timezone.now())
    leading = asyncio.run_coroutine_threadsafe(promised.bot.application.lead(), promised.bot._loop)
    until(lambda: "The AI answers again" in promised.last["text"], seconds=10)
    leading.cancel()


def test_each_call_is_kept_with_what_it_was_for(promised, gemini, settings):
    gemini.script(Good())
    keep(promised)
    until(lambda: ProviderCall.objects.count() == 2, seconds=10)
    last, first = ProviderCall.objects.all()
    assert (first.outcome, last.outcome) == ("unavailable", "ok")
    assert last.explanation.degraded is False
