import pytest

from analytics.models import Event
from botapp.ai.lesson import written
from botapp.ai.schema import Explanation as Answer
from botapp.models import ApiKey, Explanation
from botapp.queries import topics
from botapp.queries.allowances import allowance
from botapp.queries.topics import Place
from botapp.services.content import load_content
from botapp.services.people import greet
from tests.botapp.api.test_explain_news_with_ai import gemini  # noqa: F401 (a fixture)
from tests.botapp.content.test_content import CONTENT
from tests.kit.scripted_ai import Obey

DEFI = topics.material(Place("defi", "beginner"), "en")
PROMISED = {
    "lesson_title",
    "content",
    "key_points",
    "real_world_example",
    "practice_question",
    "next_topics",
    "processing_time_ms",
    "degraded",
    "provider",
    "cached",
}


@pytest.fixture
def learn(client, key):
    """POST /teach_lesson with a valid key, in English unless told otherwise."""

    def send(topic="defi", level="beginner", *, user=None, spoken="en", **facts):
        headers = {"Authorization": f"Bearer {key}", "Accept-Language": spoken}
        headers |= {"X-User-ID": str(user)} if user is not None else {}
        data = {"topic": topic, "difficulty_level": level, **facts}
        return client.post("/teach_lesson", data, content_type="application/json", headers=headers)

    return send


def test_a_topic_and_a_level_bring_the_whole_lesson(learn):
    answer = learn()
    body = answer.json()
    assert answer.status_code == 200
    assert set(body) >= PROMISED
    assert body["lesson_title"] == DEFI.title
    assert body["content"] == DEFI.content
    assert body["key_points"] == list(DEFI.key_points)
    assert body["real_world_example"] == DEFI.example
    assert (body["practice_question"], body["practice_answer"]) == (DEFI.question, DEFI.answer)
    assert body["next_topics"] == list(DEFI.next_topics)
    assert (body["degraded"], body["provider"], body["cached"]) == (True, "offline", False)
    assert body["processing_time_ms"] > 0
    stored = Explanation.objects.get(pk=body["explanation_id"])
    assert (stored.kind, stored.subject, stored.source_text) == ("lesson", DEFI.title, written(DEFI))


@pytest.mark.parametrize("slug", topics.names("en"))
@pytest.mark.parametrize("level", ["beginner", "intermediate", "advanced", "expert"])
def test_every_topic_is_taught_at_every_level(learn, slug, level):
    assert learn(slug, level).json()["lesson_title"] == topics.material(Place(slug, level), "en").title


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_a_lesson_comes_in_the_language_asked_for(learn, language):
    answer = learn(language=language)
    assert answer.json()["lesson_title"] == topics.material(Place("defi", "beginner"), language).title
    assert answer["Content-Language"] == language


def test_the_level_may_be_left_out(client, key):
    headers = {"Authorization": f"Bearer {key}", "Accept-Language": "en"}
    sent = client.post("/teach_lesson", {"topic": "nft"}, content_type="application/json", headers=headers)
    assert sent.json()["lesson_title"] == topics.material(Place("nft", "beginner"), "en").title


def test_free_words_get_the_nearest_topic_and_else_the_glossary(learn):
    load_content(CONTENT)
    assert learn("how to avoid phishing").json()["lesson_title"].startswith("Five habits")
    body = learn("escrow").json()
    assert body["lesson_title"] == "Escrow"
    # Its answer would only say the content again.
    assert (body["practice_question"], body["practice_answer"]) == ("", "")
    assert (body["key_points"], body["next_topics"]) == ([], [])


def test_nothing_near_is_refused_with_what_is_accepted_and_costs_nothing(learn):
    ada = greet(7, language_code="en")
    answer = learn("watercolour painting", user=7)
    body = answer.json()
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert body["code"] == "unknown_topic"
    assert [(error["field"], error["code"]) for error in body["errors"]] == [("topic", "unknown_topic")]
    assert body["detail"].endswith(f"What I can teach: {', '.join(topics.names('en'))}.")
    assert allowance(ada.id).used == 0
    assert not Explanation.objects.exists()


def test_the_refusal_of_a_topic_is_in_one_language(learn):
    detail = learn("gardening", spoken="", language="en").json()["detail"]
    assert detail.startswith("topic: I have no material on that.")
    assert "crypto_basics, trading, " in detail
    detail = learn("gardening", spoken="").json()["detail"]
    assert not detail.startswith("I have")
    assert "crypto_basics, trading, " in detail
    assert "NFT" not in detail


@pytest.mark.parametrize(
    ("topic", "level", "field"),
    [
        ("x", "beginner", "topic"),
        ("x" * 101, "beginner", "topic"),
        ("defi", "guru", "difficulty_level"),
        (["defi"], "beginner", "topic"),
        ("a\x00b", "beginner", "topic"),
    ],
)
def test_wrong_fields_are_named(learn, topic, level, field):
    answer = learn(topic, level)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_no_key_is_no_lesson(client, live_db):
    assert client.post("/teach_lesson", {"topic": "defi"}, content_type="application/json").status_code == 401


def test_a_lesson_is_charged_and_recorded(learn):
    ada = greet(7, language_code="en")
    learn(user=7)
    assert allowance(ada.id).used == 1
    event = Event.objects.get(kind=Event.Kind.EXPLANATION)
    assert (event.subject, event.source, event.person_id) == ("lesson", "api", ada.id)
    assert event.facts["key"] == ApiKey.objects.get().pk
    assert Event.objects.get(kind=Event.Kind.API_CALL).subject == "/teach_lesson"


def test_a_model_retells_the_material_and_what_it_adds_is_left_out(learn, gemini):  # noqa: F811
    told = Answer(
        headline="Another title",
        what_happened=(
            {"text": "Programs on a blockchain lend and swap.", "source_sentence": 2},
            {"text": "DeFi holds $99 billion today.", "source_sentence": 2},
        ),
        why_it_matters=({"text": "A program keeps the money.", "source_sentence": 7},),
        not_said=("Who wrote this",),
    )
    gemini.script(Obey(lambda _source: told.model_dump_json(exclude={"background", "answered"})))
    body = learn().json()
    assert (body["provider"], body["degraded"]) == ("gemini", False)
    assert body["lesson_title"] == DEFI.title
    assert body["content"] == "Programs on a blockchain lend and swap."
    assert body["key_points"] == ["A program keeps the money."]
    assert body["real_world_example"] == DEFI.example
    assert body["practice_question"] == DEFI.question
    assert body["next_topics"] == list(DEFI.next_topics)
    assert learn().json()["cached"] is True
    (request,) = gemini.requests
    assert "You teach one short lesson" in request.system
    assert DEFI.key_points[0] in request.user


def test_the_schema_shows_the_resource_with_an_example(client, live_db):
    schema = client.get("/api/schema?format=json").json()
    post = schema["paths"]["/teach_lesson"]["post"]
    assert post["operationId"] == "teach_lesson"
    content = post["requestBody"]["content"]["application/json"]
    assert content["examples"]
    assert set(post["responses"]) >= {"200", "401", "422", "429", "503"}


@pytest.mark.parametrize(("topic", "is_nearest"), [("defi", False), ("yield farming for my dog", True)])
def test_a_lesson_that_is_only_the_nearest_says_so(learn, topic, is_nearest):
    assert learn(topic).json()["is_nearest"] is is_nearest
