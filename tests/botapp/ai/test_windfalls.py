"""Prizes, jobs, recoveries, relatives, parcels and codes in several sentences; the police beside a fraud."""

import pytest

from botapp.ai import added_flags
from botapp.ai.offline import red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.warning import is_fraud, warnings
from botapp.ai.sentences import split
from tests.botapp.ai import later_windfalls as later
from tests.botapp.ai.verdicts import assert_soon_looked_through
from tests.botapp.ai.windfall_items import FRAUDS, HONEST, REPORTED, WARNINGS


def signs(text: str) -> dict[str, str]:
    return dict(red_flags.find(split(text)))


@pytest.mark.parametrize(("language", "wanted", "text"), [*FRAUDS, *REPORTED, *later.FRAUDS, *later.REPORTED])
def test_a_fraud_in_several_sentences_is_named_by_its_own_words(language, wanted, text):
    found = signs(text)
    assert found.keys() & set(wanted)
    assert all(phrase in " ".join(split(text)) for phrase in found.values())


@pytest.mark.parametrize(("language", "wanted", "text"), FRAUDS)
def test_it_is_a_fraud_and_every_answer_about_it_says_so(language, wanted, text):
    assert is_fraud(warnings(text, language))
    assert added_flags.due(text, language)


@pytest.mark.parametrize("text", [text for _language, text in (*HONEST, *WARNINGS, *later.HONEST)])
def test_honest_news_and_warnings_raise_no_flag(text):
    assert signs(text) == {}


def test_each_sign_is_shown_in_every_language():
    for language in PHRASES:
        shown = {sign for spoken, _wanted, text in FRAUDS if spoken == language for sign in signs(text)}
        assert shown >= {"prize", "easy_job", "recovery", "in_trouble", "seed_phrase", "pay_by_link"}
        assert sum(spoken == language for spoken, _text in (*HONEST, *WARNINGS)) >= 13


def test_the_words_of_the_police_in_quotes_and_of_callers_stay_theirs():
    order = "Переведите деньги на безопасный счёт."
    assert "safe_account" in signs(f"Полиция предупреждает о мошенниках. {order}")
    assert signs(f"Полиция предупреждает о мошенниках. Они пишут: «{order}»") == {}
    assert signs(f"Полиция предупреждает о мошенниках. Вам скажут: {order}") == {}


@pytest.mark.parametrize(
    ("text", "is_fraud"),
    [
        ("Полиция предупреждает: мошенники активны, переведите деньги на безопасный счёт.", True),
        ("Участились атаки мошенников — сообщите код из СМС нашему оператору.", True),
        ("Увага, шахраї: перекажіть гроші на безпечний рахунок.", True),
        ("Police alert on fraudsters: tell us the code from the SMS now.", True),
        ("Осторожно, мошенники: никому не сообщайте код из СМС.", False),
        ("Мошенники активны: не переводите деньги на безопасный счёт.", False),
        ("Мошенники придумали схему: назовите код из СМС, говорят они.", False),
        ("Шахраї пишуть: перекажіть гроші на безпечний рахунок.", False),
        ("Scammers are active: never tell us or anyone the code from the SMS.", False),
        ("The trick of scammers: move your money to a safe account, then vanish.", False),
    ],
)
def test_an_order_in_the_sentence_of_a_warning_is_an_order(text, is_fraud):
    assert bool(signs(text)) == is_fraud


@pytest.mark.parametrize(
    "snippet",
    [
        "вы выиграли приз ",
        "оплатите ",
        "5000 в день ",
        "пишите ",
        "полиция «",
        "мы вернём ",
        "код смс ",
        "назовите его ",
        "мама, попал в аварию ",
        "ваша посылка ",
        "police warn: pay ",
        "a-a-a.",
    ],
)
def test_no_repetition_keeps_it_long(snippet):
    assert_soon_looked_through(snippet)
