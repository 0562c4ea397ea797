"""A link is the article behind it."""

import pytest

from botapp.models import Explanation, Generation, Turn
from botapp.queries.people import known
from botapp.services import answer_claims, generations, jobs
from tests.botapp.telegram.cards import LONG_ITEM, used
from tests.kit.pages import HALTED, NAME, STOLEN, TITLE, Site, story
from tests.kit.scripted_ai import ScriptedGemini
from tests.kit.waiting import until

LINK = f"http://{NAME}/story"
ITEM = "The SEC sued Binance on 5 June 2023 with 13 charges. The exchange says it will fight."
State = Generation.State


@pytest.fixture
def site(settings):
    with Site() as server:
        settings.FETCH_PLACES = {NAME: server.place, f"other.{NAME}": server.place}
        server.page("/story", story())
        yield server


@pytest.fixture
def gemini(settings):
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY = "key"
        settings.GEMINI_BASE_URL = server.base_url
        yield server


@pytest.mark.parametrize("text", [LINK, f"  {LINK}\n", f"Look at this: {LINK}", f"{LINK} what do you think?"])
def test_a_link_perhaps_with_a_few_words_is_the_article_behind_it(chat, site, text):
    reply = chat.say(text)
    assert "$625 million" in reply.text
    assert "From the page Chain Daily" in reply.text
    assert reply.count("sendMessage") == 1
    assert reply.refusals == []
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert used() == 1


def test_the_article_is_the_source_that_the_model_is_given(chat, site, gemini):
    chat.say(LINK)
    (request,) = gemini.requests
    assert TITLE in request.source
    assert HALTED.split(".")[0] in request.source
    assert Explanation.objects.get().source_text.startswith(TITLE)
    assert Turn.objects.filter(role="person").get().text.startswith(TITLE)


def test_the_line_on_the_card_leads_to_the_page(chat, site):
    entities = chat.say(LINK).messages[0]["entities"]
    assert LINK in [entity.get("url") for entity in entities]


def test_a_link_behind_words_is_a_link(chat, site):
    marks = [{"type": "text_link", "offset": 5, "length": 4, "url": LINK}]
    reply = chat.do(chat.sandbox.sandbox.acts.say, chat.person, "Read this", extra={"entities": marks})
    assert "$625 million" in reply.text


def test_an_item_of_its_own_with_a_link_is_explained_by_its_words(chat, site):
    reply = chat.say(f"{ITEM} {LINK}")
    assert "Binance" in reply.text
    assert "From the page" not in reply.text
    assert site.requests == []


def test_a_question_about_a_site_is_a_question(chat, site):
    chat.say(f"What is {NAME.replace('.test', '.com')} in plain words?")
    assert Generation.objects.get().kind == "question"
    assert Generation.objects.get().link == ""


def test_several_links_and_nothing_else_are_asked_about(chat, site):
    reply = chat.say(f"{LINK} http://other.{NAME}/story")
    assert reply.text.startswith("One link at a time")
    assert used() == 0


@pytest.mark.parametrize(
    ("status", "kind", "word"),
    [
        (404, "text/html", "nothing at this link"),
        (403, "text/html", "its readers only"),
        (503, "text/html", "does not answer"),
        (200, "application/pdf", "not a web page"),
        (200, "text/html", "no article"),
    ],
)
def test_what_can_not_be_read_costs_nothing_and_says_what_to_do(chat, site, status, kind, word):
    site.page("/story", "<p>Hi</p>", status=status, content_type=kind)
    reply = chat.say(LINK)
    assert word in reply.text
    assert "does not count" in reply.text
    assert used() == 0
    assert Generation.objects.get().state == State.FAILED
    assert not Explanation.objects.exists()


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1/admin/",
        "http://localhost/admin/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://user:password@news.test/story",
        f"http://{NAME}:8000/story",
    ],
)
def test_nobody_looks_behind_the_bot_by_a_link(chat, site, link):
    marks = [{"type": "url", "offset": 0, "length": len(link)}]
    reply = chat.do(chat.sandbox.sandbox.acts.say, chat.person, link, extra={"entities": marks})
    assert "public web pages only" in reply.text
    assert site.requests == []
    assert used() == 0


def test_a_link_into_a_private_channel_is_to_be_forwarded(chat):
    reply = chat.say("https://t.me/c/1234567/89")
    assert "Forward the post to me" in reply.text
    assert used() == 0


def test_the_lane_is_free_while_a_page_is_read(chat, site):
    site.page("/story", story()).wait = site._released
    chat.say(LINK, wait=False)
    assert "What I can do" in chat.say("/help", wait=False).text
    assert Generation.objects.get().state == State.WAITING
    site.release()
    chat.wait()
    assert "$625\u00a0million" in "".join(message.get("text", "") for message in chat.messages)


def test_stop_ends_the_reading_of_a_page(chat, site):
    site.page("/story", story()).wait = site._released
    chat.say(LINK, wait=False)
    until(lambda: site.requests)
    chat.press("Stop")
    assert Generation.objects.get().state == State.STOPPED
    assert "Stopped" in chat.last["text"]
    assert used() == 0


def test_a_link_that_nobody_read_yet_is_read_by_the_next_leader(chat, site):
    chat.say("/start")
    number = _owed(chat)
    chat.bot.run(chat.bot.application.runner.take_up())
    chat.wait()
    assert "$625 million" in chat.last["text"]
    assert Generation.objects.get(pk=number).read_text.startswith(TITLE)


def test_a_page_that_was_read_before_the_crash_is_not_read_again(chat, site):
    chat.say("/start")
    number = _owed(chat)
    job = answer_claims.take(number)
    jobs.note_read(job, text=f"{TITLE}\n\n{STOLEN}", origin="Chain Daily")
    Generation.objects.update(claim=None, claimed_until=None)
    chat.bot.run(chat.bot.application.runner.take_up())
    chat.wait()
    assert "$625 million" in chat.last["text"]
    assert "From the page Chain Daily" in chat.last["text"]
    assert site.requests == []


def test_an_edited_link_is_read_anew_and_the_same_one_is_not(chat, site):
    site.page("/other", story("Solana rises 40%", ("Solana rose by 40% in one week, exchanges said. " * 3,)))
    chat.say(LINK)
    acts = chat.sandbox.sandbox.acts
    sent = chat.messages[0]["message_id"]
    assert chat.do(acts.edit, chat.person, sent, LINK).calls == ()
    reply = chat.do(acts.edit, chat.person, sent, f"http://{NAME}/other")
    assert "40%" in reply.text
    assert used() == 1
    assert [path for path, _ in site.requests] == ["/story", "/other"]


def test_another_depth_of_an_article_does_not_read_the_page_again(chat, site):
    site.page("/story", story(paragraphs=(LONG_ITEM,)))
    chat.say(LINK)
    reply = chat.press("Deeper")
    assert "From the page Chain Daily" in reply.text
    assert len(site.requests) == 1


def test_a_card_of_the_history_knows_its_page(chat, site):
    chat.say(LINK)
    lines = chat.say("/history").rows
    assert "From the page Chain Daily" in chat.press(lines[0][0]).text


def test_where_links_are_switched_off_a_sentence_says_so(chat, site, settings):
    settings.LINKS_ENABLED = False
    assert "I can't read this link" in chat.say(LINK).text
    assert site.requests == []


def test_an_odd_name_of_a_site_is_just_a_name(chat, site):
    site.page("/story", story(site="&lt;b&gt;Evil &amp;amp; \u202eCo&lt;/b&gt; {{ x }}"))
    reply = chat.say(LINK)
    assert "From the page <b>evil" in reply.text.replace("<B>Evil", "<b>evil")
    assert reply.refusals == []


def test_no_link_stands_in_the_log(chat, site, caplog):
    site.page("/story", status=500)
    with caplog.at_level("DEBUG", logger="botapp"):
        chat.say(f"{LINK}?token=secret")
    assert "secret" not in caplog.text
    assert NAME not in caplog.text


def _owed(chat):
    number = generations.begin(
        known(chat.person.id).id,
        chat_id=chat.chat_id,
        text=LINK,
        kind="news",
        language="en",
        depth="normal",
        link=LINK,
    )
    generations.attach(number, message_id=chat.last["message_id"])
    return number


def test_every_depth_of_a_linked_article_is_the_same_thread(chat, site, gemini):
    first = chat.say(LINK).messages[0]["message_id"]
    chat.say("How much was stolen there exactly?", reply_to=first)
    made = Explanation.objects.earliest("id")
    chat.press_data(f"depth:{made.pk}:simple", first)
    chat.say("And who did that?", reply_to=first)
    assert "How much was stolen there exactly?" in gemini.requests[-1].user
    assert {turn.thread_id for turn in Turn.objects.all()} == {made.pk}
