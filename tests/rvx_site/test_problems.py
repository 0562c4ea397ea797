"""Every error that an app or the framework knows, over HTTP."""

import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404
from django.utils.translation import override
from rest_framework import exceptions as rest

from botapp import exceptions as ours
from rvx_site.api.exceptions import handle

FACTS = {
    "megabytes": 10,
    "minimum": 10,
    "maximum": 99,
    "link": "https://t.me/x",
    "limit": 5,
    "seconds": 3,
    "name": "x",
    "topics": "DeFi, NFT",
    "most": 6,
}


def family(base):
    return [base, *(member for child in base.__subclasses__() for member in family(child))]


@pytest.mark.parametrize("kind", family(ours.RvxError))
def test_each_refusal_of_ours_says_its_sentence(kind):
    with override("en"):
        answer = handle(kind(**FACTS), {})
        assert answer.data["detail"] == kind(**FACTS).message
    assert answer.status_code == answer.data["status"] == kind.status
    assert answer.data["code"] == kind.code
    assert answer.content_type == "application/problem+json"
    assert "%(" not in answer.data["detail"]


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (ours.TooFast(seconds=3), "3"),
        (ours.DailyLimitReached(limit=1, retry_after=600), "600"),
        (ours.NoAnswer(retry_after=0.2), "1"),
        (rest.Throttled(wait=1.2), "2"),
        (OperationalError("host=db password=secret"), "5"),
    ],
)
def test_who_may_come_back_is_told_when(error, seconds):
    assert handle(error, {}).headers["Retry-After"] == seconds


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Http404(), 404, "not_found"),
        (PermissionDenied(), 403, "permission_denied"),
        (rest.MethodNotAllowed("PUT"), 405, "method_not_allowed"),
        (rest.NotAcceptable(), 406, "not_acceptable"),
        (OperationalError("host=db password=secret"), 503, "database"),
        (KeyError("secret"), 500, "internal"),
    ],
)
def test_everything_else_has_the_same_shape_and_tells_no_secret(error, status, code, caplog):
    caplog.set_level(logging.CRITICAL)
    answer = handle(error, {})
    assert (answer.status_code, answer.data["code"]) == (status, code)
    assert "secret" not in str(answer.data)


def test_an_unforeseen_error_is_logged_with_its_traceback(caplog):
    handle(KeyError("x"), {})
    assert caplog.records[-1].exc_info


def test_wrong_fields_are_named_one_by_one():
    answer = handle(
        rest.ValidationError({"a": ["no"], "b": {"c": ["never"]}, "non_field_errors": ["odd"]}), {}
    )
    assert [(error["field"], error["message"]) for error in answer.data["errors"]] == [
        ("a", "no"),
        ("c", "never"),
        ("", "odd"),
    ]
    assert answer.data["detail"] == "a: no"


@pytest.mark.parametrize(("language", "word"), [("en", "Something went wrong")])
def test_the_sentence_is_in_the_language_of_the_request(language, word):
    with override(language):
        assert word in handle(KeyError("x"), {}).data["detail"]
