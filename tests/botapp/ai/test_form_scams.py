"""Frauds that ask for a form, a card or a number in one sentence and lure in another."""

import pytest

from botapp.ai import added_flags
from botapp.ai.offline import form_scams, red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.warning import is_fraud, warnings
from botapp.ai.sentences import split
from tests.botapp.ai.form_scam_items import FRAUDS, HONEST
from tests.botapp.ai.honest_forms import HONEST_FORMS

EXPECTED = {*form_scams.FRAUDS, "pay_by_link", "seed_phrase"}


def signs(text: str) -> dict[str, str]:
    return dict(red_flags.find(split(text)))


@pytest.mark.parametrize("text", [text for _language, text in FRAUDS])
def test_a_courier_or_platform_that_wants_something_is_recognised(text):
    found = signs(text)
    assert EXPECTED & found.keys()
    assert all(phrase in " ".join(split(text)) for phrase in found.values())


@pytest.mark.parametrize("text", [text for _language, text in (*HONEST, *HONEST_FORMS)])
def test_honest_parcels_jobs_news_and_warnings_raise_no_flag(text):
    assert signs(text) == {}


def test_both_signs_are_shown_in_every_language():
    for language in PHRASES:
        shown = {sign for spoken, text in FRAUDS if spoken == language for sign in signs(text)}
        assert shown >= form_scams.FRAUDS.keys()
        assert sum(spoken == language for spoken, _text in HONEST) >= 11


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ваша посылка задержана. Введите данные карты на сайте.", "Введите данные карты"),
        ("Вашу посилку затримано. Введіть дані картки на сайті.", "Введіть дані картки"),
        ("Your parcel is on hold. Enter your card details.", "Enter your card details"),
        ("Доход от 90 000 ₽ в месяц с платформой. Оставьте заявку!", "Оставьте заявку"),
    ],
)
def test_the_words_that_ask_are_quoted(text, phrase):
    assert phrase in signs(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Ваша посылка задержана. Не вводите данные карты на сайтах из СМС.",
        "Никогда не введите данные карты, даже если вам пишут о посылке.",
        "Your parcel is on hold? Never enter your card details on a linked site.",
        "Police warn: “Your parcel is on hold. Enter your card details.”",
    ],
)
def test_who_forbids_or_reports_it_is_no_fraud(text):
    assert signs(text) == {}


def test_far_parts_are_no_fraud():
    between = "The weather was fine. The bridge was open. The fair began at noon."
    assert signs(f"The parcel is waiting for you. {between} Enter your card details.") == {}


ALONE = "Your parcel could not be delivered. Update your address at post.com today."


def test_a_form_alone_only_warns_and_one_with_another_sign_is_a_fraud():
    assert warnings(ALONE, "en")
    assert not is_fraud(warnings(ALONE, "en"))
    assert added_flags.due(ALONE, "en") == ()
    for grave in (f"{ALONE} Act now!", ALONE.replace("post.com", "post-track.top")):
        assert is_fraud(warnings(grave, "en"))
        assert len(added_flags.due(grave, "en")) == 1


def test_every_false_courier_that_asks_for_a_card_is_a_fraud():
    cards = [(language, text) for language, text in FRAUDS if ".top" in text or "card details" in text]
    assert len(cards) >= 5
    assert all(is_fraud(warnings(text, language)) for language, text in cards)
