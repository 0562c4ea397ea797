"""Responses as Gemini's REST API gives them, one at a time; whole calls are in test_provider_contract.py."""

import json
from typing import Any

import pytest

from botapp.ai.base import AnswerBlocked, ProviderUnavailable, Usage
from botapp.ai.gemini_response import piece_of
from botapp.ai.pace import Piece


def said(*texts: str, **more: Any) -> str:
    """A response whose first candidate says these parts."""
    parts = [{"text": text} for text in texts]
    return json.dumps({"candidates": [{"content": {"parts": parts, "role": "model"}}], **more})


def test_the_parts_of_the_first_candidate_are_one_text():
    assert piece_of(said("a", "", "b")) == Piece("ab")


@pytest.mark.parametrize("index", [0, None, "", "0"])
def test_of_several_candidates_the_one_without_a_number_or_of_number_0_is_read(index):
    other = {"index": 1, "content": {"parts": [{"text": "another"}]}, "finishReason": "SAFETY"}
    one = {"index": index, "content": {"parts": [{"text": "said"}]}, "finishReason": "STOP"}
    nameless = {"content": {"parts": [{"text": "said"}]}}
    assert piece_of(json.dumps({"candidates": [other, one, other]})) == Piece("said", is_last=True)
    assert piece_of(json.dumps({"candidates": [other, nameless, other]})) == Piece("said")
    assert piece_of(json.dumps({"candidates": [other]})) == Piece()


def test_an_error_is_told_with_the_wish_when_to_come_back():
    wish = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "12s"}
    with pytest.raises(ProviderUnavailable, match="HTTP 429") as raised:
        piece_of(json.dumps({"error": {"code": 429, "message": "a secret", "details": [wish]}}))
    assert raised.value.retry_after == 12.0


def test_thoughts_are_left_out():
    thought = {"text": "let me think", "thought": True}
    parts = [thought, {"text": "said", "thought": False}, {"functionCall": {"name": "f"}}]
    assert piece_of(json.dumps({"candidates": [{"content": {"parts": parts}}]})) == Piece("said")


def test_both_halves_of_a_character_may_come_in_two_chunks():
    one, other = piece_of(said("it is \ud83d")).text, piece_of(said("\ude42 fine")).text
    whole = (one + other).encode("utf-16", "surrogatepass").decode("utf-16")
    assert whole == "it is \U0001f642 fine"


@pytest.mark.parametrize(
    ("counted", "usage"),
    [
        ({"promptTokenCount": 7, "candidatesTokenCount": 9, "totalTokenCount": 16}, Usage(7, 9)),
        ({"promptTokenCount": 7}, Usage(7, 0)),
        ({"promptTokenCount": None}, Usage(0, 0)),
        ({"promptTokenCount": -1, "candidatesTokenCount": 9}, Usage(0, 9)),
        ({"promptTokenCount": "seven"}, Usage(0, 0)),
        ({"candidatesTokenCount": 10**9}, Usage(0, 0)),
        ("seven", None),
        (None, None),
    ],
)
def test_tokens_are_those_that_the_service_counted(counted, usage):
    assert piece_of(said("a", usageMetadata=counted)) == Piece("a", usage)


@pytest.mark.parametrize(
    "body",
    ["", "{}", '{"candidates": []}', '{"candidates": null}', '{"candidates": [{"index": 0}]}'],
)
def test_a_response_may_say_nothing(body):
    assert piece_of(body) == Piece()


@pytest.mark.parametrize(
    "response",
    [
        {"promptFeedback": {"blockReason": "OTHER"}},
        {"promptFeedback": {"blockReason": "a reason of tomorrow"}},
        {"candidates": [{"finishReason": "SAFETY", "content": {"parts": [{"text": "half"}]}}]},
        {"candidates": [{"finishReason": "PROHIBITED_CONTENT"}]},
        {"candidates": [{"finishReason": "safety"}]},
        {"promptFeedback": {"blockReason": 3}},
    ],
)
def test_a_refusal_is_a_refusal(response):
    with pytest.raises(AnswerBlocked):
        piece_of(json.dumps(response))


@pytest.mark.parametrize("reason", ["STOP", "stop", "MAX_TOKENS", "a reason of tomorrow", 7, None])
def test_an_end_that_is_no_refusal_keeps_its_text_and_only_a_regular_one_is_the_last(reason):
    candidate = {"finishReason": reason, "content": {"parts": [{"text": "said"}]}, "index": 0}
    is_last = reason in ("STOP", "stop")
    assert piece_of(json.dumps({"candidates": [candidate]})) == Piece("said", is_last=is_last)


def test_an_end_may_come_alone():
    assert piece_of('{"candidates": [{"finishReason": "STOP"}]}') == Piece(is_last=True)


@pytest.mark.parametrize(
    "body",
    [
        "null",
        "[]",
        "7",
        "{",
        "[" * 100_000,
        '{"candidates": [{"content": {"parts": [{"text": 7}]}}]}',
        '{"candidates": [{"content": "a secret"}]}',
    ],
    ids=lambda body: body[:40],
)
def test_what_gemini_never_says_is_a_service_that_can_not_answer(body):
    with pytest.raises(ProviderUnavailable) as raised:
        piece_of(body)
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None
