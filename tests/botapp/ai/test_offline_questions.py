"""Questions answered without AI: from the person's last news and the shipped glossary, or refused."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from botapp.ai.base import GlossaryTerm, Knowledge, Language, Prompt, Turn
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.questions import answer
from botapp.ai.schema import Explanation
from tests.botapp.ai.counted_items import COUNTED

CONTENT = Path(__file__).parents[3] / "botapp" / "content"
LANGUAGES: tuple[Language, ...] = ("ru", "uk", "en")

FLOWS = (
    "U.S. spot Bitcoin ETFs lost $671.9 million on Thursday, ending a 15-day run of inflows. "
    "BlackRock's IBIT alone lost $355 million, according to CoinGlass. "
    "Traders who used leverage were hit hardest because prices fell fast. "
    "The Federal Reserve will publish its minutes on December 30."
)
TAX = (
    "Нацкомісія з цінних паперів представила проєкт правил оподаткування криптовалют. "
    "Ставка становитиме 5% замість 18%, повідомив голова комісії Руслан Магомедов. "
    "Нові норми запрацюють з 1 січня 2027 року, якщо Верховна Рада ухвалить законопроєкт. "
    "Біржі передаватимуть дані про клієнтів податковій службі."
)
HACK = (
    "Хакеры взломали кредитный протокол Euler и вывели $197 млн. "
    "Злоумышленники использовали ошибку в смарт-контракте, сообщила компания PeckShield 13 марта. "
    "Токен проекта подешевел на 45% из-за паники. "
    "Команда приостановила вывод средств и предложила хакеру награду."
)
ITEM = {"en": FLOWS, "uk": TAX, "ru": HACK}


@cache
def knowledge(language: Language) -> Knowledge:
    """The glossary as RVX ships it, with the spellings of all languages."""
    shipped: list[dict[str, Any]] = yaml.load(
        (CONTENT / "glossary.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return Knowledge(tuple(_term(term, language) for term in shipped))


def _term(term: dict[str, Any], language: Language) -> GlossaryTerm:
    forms = (*term["name"].values(), *(form for known in LANGUAGES for form in term["forms"][known]))
    return GlossaryTerm(
        term["slug"], term["name"][language], term["meaning"][language], forms, term["ticker"]
    )


def ask(text: str, language: Language = "en", *history: Turn) -> Explanation:
    return answer(Prompt(text, language, kind="question", history=history, knowledge=knowledge(language)))


def about_item(text: str, language: Language) -> Explanation:
    return ask(text, language, Turn("person", ITEM[language], "news"), Turn("rvx", "Card", "news"))


def told(explanation: Explanation) -> list[str]:
    return [statement.text for statement in explanation.what_happened]


@pytest.mark.parametrize(
    ("language", "question", "answer_"),
    [
        ("en", "How much did IBIT lose?", "IBIT alone lost $355 million"),
        ("en", "How much did the ETFs lose?", "lost $671.9 million"),
        ("en", "When will the Fed publish its minutes?", "December 30"),
        ("en", "Who was hit hardest?", "Traders who used leverage"),
        ("en", "Why were traders with leverage hit?", "because prices fell fast"),
        ("en", "What happened?", "lost $671.9 million"),
        ("uk", "Який буде податок?", "5% замість 18%"),
        ("uk", "Коли закон набуде чинності?", "з 1 січня 2027 року"),
        ("uk", "Хто про це повідомив?", "Руслан Магомедов"),
        ("uk", "Чи передаватимуть біржі дані податковій?", "Біржі передаватимуть дані"),
        ("uk", "Скільки становитиме ставка?", "5% замість 18%"),
        ("ru", "Сколько украли хакеры?", "$197 млн"),
        ("ru", "Когда это случилось?", "13 марта"),
        ("ru", "Почему подешевел токен?", "из-за паники"),
        ("ru", "На сколько упал токен проекта?", "45%"),
        ("ru", "Остановлен ли вывод средств?", "приостановила вывод средств"),
        ("ru", "Кто сообщил про ошибку в контракте?", "PeckShield"),
    ],
)
def test_the_item_answers_what_it_says(language, question, answer_):
    explanation = about_item(question, language)
    assert explanation.answered
    assert explanation.headline == PHRASES[language].from_your_item
    assert answer_ in " ".join(told(explanation))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How much did IBIT lose?"),
        ("en", "How much was lost?"),
        ("uk", "Який буде податок?"),
        ("ru", "Сколько украли?"),
    ],
)
def test_at_most_two_sentences_whole_and_once_each(language, question):
    sentences = told(about_item(question, language))
    assert 1 <= len(sentences) <= 2
    assert len(set(sentences)) == len(sentences)
    assert all(sentence in ITEM[language] and sentence.endswith(".") for sentence in sentences)


def test_the_best_sentence_stands_alone():
    assert len(told(about_item("How much did IBIT lose?", "en"))) == 1


def test_a_sentence_that_stands_twice_in_an_item_is_told_once():
    item = f"BlackRock's IBIT alone lost $355 million\n\n{FLOWS.split('. ')[1].split(',')[0]}. {FLOWS}"
    twice = "IBIT lost $5 million on Monday.\n\nIBIT lost $5 million on Monday. Nobody else lost a cent."
    assert told(ask("How much did IBIT lose?", "en", Turn("person", twice))) == [
        "IBIT lost $5 million on Monday."
    ]
    assert (
        len({text.rstrip(".") for text in told(ask("How much did IBIT lose?", "en", Turn("person", item)))})
        <= 2
    )


def test_a_sentence_too_long_for_a_card_is_left_out_rather_than_cut():
    long = "IBIT lost $7 million, " + "and then some more words followed, " * 20 + "on Friday."
    explanation = ask("How much did IBIT lose?", "en", Turn("person", f"{long} Nobody else did."))
    assert not explanation.answered
    assert "…" not in "".join(told(explanation))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How much did Kraken lose?"),
        ("en", "Who will win the cup?"),
        ("en", "When did Coinbase list Solana?"),
        ("en", "How are you?"),
        ("uk", "Скільки коштує ефір?"),
        ("uk", "Хто переміг на виборах?"),
        ("ru", "Сколько стоит биткоин?"),
        ("ru", "Когда будет халвинг?"),
        ("ru", "Как дела?"),
    ],
)
def test_what_the_item_does_not_say_is_not_answered_from_it(language, question):
    explanation = about_item(question, language)
    assert not explanation.answered
    assert explanation.headline == PHRASES[language].not_found
    assert told(explanation) == list(PHRASES[language].instead_of_finding)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_sent_no_item_is_asked_for_one(language):
    question = {"en": "How much did Kraken lose?", "ru": "Сколько украли?", "uk": "Скільки вкрали?"}[language]
    explanation = ask(question, language)
    assert explanation.headline == PHRASES[language].no_answer
    assert told(explanation) == list(PHRASES[language].can_do)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_found_is_not_said_to_be_missing_from_the_text(language):
    phrases = PHRASES[language]
    open_ = (phrases.no_source, phrases.no_date, phrases.no_numbers)
    assert all("RVX" in line for line in open_)
    lines = (*phrases.unsaid.values(), phrases.not_found, *phrases.instead_of_finding, *open_)
    claims = ("сказано", "не называет", "не називає", "does not say", "names no", " нет", " немає", "has no")
    assert not [line for line in lines if any(claim in line for claim in claims)]
    assert not set(phrases.instead_of_finding) & set(phrases.can_do[:1])


@pytest.mark.parametrize(
    ("language", "item", "question", "answer_"),
    [
        ("ru", "По данным ЦБ, жалобы подали 2 140 человек.", "Сколько людей пожаловалось?", "2 140"),
        ("ru", "Суд оштрафовал биржу на 4,7 млн рублей.", "Какой штраф получила биржа?", "4,7 млн"),
        ("ru", "За обновление проголосовали 812 участников.", "Сколько голосов за обновление?", "812"),
        ("ru", "Полиция арестовала 14 сотрудников.", "Сколько арестов?", "14 сотрудников"),
        ("ru", "Биржа заблокировала 320 счетов.", "Сколько блокировок?", "320 счетов"),
        ("ru", "Ведомство зарегистрировало 57 компаний 3 мая.", "Когда была регистрация?", "3 мая"),
        ("ru", "Фонд потратил на рекламу 12 млн рублей.", "Какая сумма трат?", "12 млн"),
        ("ru", "Биржа обанкротилась 11 ноября.", "Когда было банкротство?", "11 ноября"),
        ("uk", "За даними НБУ, скарги подали 2 140 осіб.", "Скільки людей поскаржилося?", "2 140"),
        ("uk", "Суд оштрафував біржу на 4,7 млн гривень.", "Який штраф отримала біржа?", "4,7 млн"),
        ("uk", "За оновлення проголосували 812 учасників.", "Скільки голосів за оновлення?", "812"),
        ("uk", "Поліція заарештувала 14 працівників.", "Скільки арештів?", "14 працівників"),
        ("uk", "Біржа заблокувала 320 рахунків.", "Скільки блокувань?", "320 рахунків"),
        ("uk", "Відомство зареєструвало 57 компаній 3 травня.", "Коли була реєстрація?", "3 травня"),
        ("uk", "Злам нашкодив 900 проєктам.", "Скільком проєктам завдано шкоди?", "900"),
        ("uk", "Уряд оприлюднив закон 5 травня.", "Коли оприлюднили закон?", "5 травня"),
        ("en", "The agency got complaints from 2,140 people.", "How many people complained?", "2,140"),
        (
            "en",
            "The court fined the exchange $4.7 million.",
            "What fine did the exchange get?",
            "$4.7 million",
        ),
        ("en", "The exchange lost $3 million.", "What were the losses of the exchange?", "$3 million"),
        (
            "en",
            "The court penalised no one; the penalty is $9 million.",
            "How much is the fine?",
            "$9 million",
        ),
        ("en", "Police complained to the exchange on May 5.", "When was the complaint made?", "May 5"),
        ("en", "Users withdrew $40 million.", "How large were the outflows?", "$40 million"),
        ("en", "The bank suspended transfers on June 7.", "When were transfers halted?", "June 7"),
        ("en", "The fund purchased 900 coins.", "How many coins did the fund buy?", "900 coins"),
    ],
)
def test_words_of_one_root_meet_across_prefixes(language, item, question, answer_):
    explanation = ask(question, language, Turn("person", item, "news"))
    assert explanation.headline == PHRASES[language].from_your_item
    assert answer_ in " ".join(told(explanation))


@pytest.mark.parametrize(("language", "item", "question", "answer_"), COUNTED)
def test_how_many_is_answered_by_what_counts_the_same(language, item, question, answer_):
    explanation = ask(question, language, Turn("person", item, "news"))
    if answer_:
        assert explanation.headline == PHRASES[language].from_your_item
        assert answer_ in " ".join(told(explanation))
    else:
        assert explanation.headline in (PHRASES[language].unsaid["number"], PHRASES[language].not_found)


def test_the_last_news_is_meant_not_an_earlier_one():
    earlier = Turn("person", "IBIT lost $1 million on Monday. Nobody knows why, and nobody asked.", "news")
    explanation = ask("How much did IBIT lose?", "en", earlier, Turn("person", FLOWS, "news"))
    assert told(explanation) == ["BlackRock's IBIT alone lost $355 million, according to CoinGlass."]


@pytest.mark.parametrize(
    "said",
    [
        Turn(
            "rvx", "What the RVX glossary says\nETF: a basket of 500 assets. IBIT lost $9 million on Friday."
        ),
        Turn("rvx", "IBIT lost $9 million on Friday. This is a card about an item that was sent long ago."),
        Turn("person", "I heard that IBIT lost $9 million on Friday. Is it true that IBIT lost $9 million?"),
        Turn(
            "person", "IBIT lost $9 million on Friday, I think, but who knows what happened there", "question"
        ),
    ],
)
def test_only_news_of_the_person_is_an_item(said):
    assert not ask("How much did IBIT lose?", "en", said).answered
    before = Turn("person", FLOWS)
    assert "$355 million" in told(ask("How much did IBIT lose?", "en", before, said))[0]


@pytest.mark.parametrize(
    ("language", "question", "name"),
    [
        ("en", "What is leverage?", "leverage (borrowed money)"),
        ("en", "what's an option", "option (contract)"),
        ("en", "What does yield mean?", "yield (annual return)"),
        ("en", "How does staking work?", "staking"),
        ("ru", "Что такое плечо?", "кредитное плечо"),
        ("ru", "Чем опасно плечо?", "кредитное плечо"),
        ("ru", "Что такое leverage?", "кредитное плечо"),
        ("ru", "А что значит ликвидация?", "ликвидация позиции"),
        ("ru", "Зачем нужны стейблкоины?", "стейблкоин"),
        ("uk", "Що таке кредитне плече?", "кредитне плече"),
        ("uk", "Що таке плече?", "кредитне плече"),
        ("uk", "Як працює стейкінг?", "стейкінг"),
    ],
)
def test_a_term_is_explained_by_its_short_name_too(language, question, name):
    explanation = about_item(question, language)
    assert explanation.answered
    assert explanation.headline == PHRASES[language].from_the_glossary
    assert [text.split(": ")[0] for text in told(explanation)] == [name]


def test_a_word_that_several_terms_end_with_names_none_of_them():
    assert not ask("Что такое рынок?", "ru").answered


def test_terms_of_an_answered_question_are_explained_beside_the_answer():
    explanation = about_item("How much did the ETFs lose?", "en")
    assert "ETF (exchange-traded fund)" in [note.term for note in explanation.terms]


def test_terms_of_the_item_are_what_may_be_asked_next():
    asked = about_item("What is Bitcoin?", "en").follow_ups
    assert asked
    assert all("Bitcoin?" not in question for question in asked)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Should I buy bitcoin now?"),
        ("en", "Is it a good time to sell ETH?"),
        ("en", "buy or sell IBIT?"),
        ("en", "What crypto should I buy?"),
        ("ru", "покупать ли биткоин сейчас?"),
        ("ru", "Стоит ли брать эфир?"),
        ("ru", "Стоит ли сейчас продавать?"),
        ("ru", "Что мне купить?"),
        ("ru", "Биткоин покупать сейчас или подождать?"),
        ("uk", "Чи купувати біткоїн зараз?"),
        ("uk", "Чи варто продавати ефір?"),
        ("uk", "Коли купувати?"),
    ],
)
def test_no_advice_to_buy_or_sell_is_given(language, question):
    explanation = about_item(question, language)
    assert not explanation.answered
    assert explanation.headline == PHRASES[language].no_advice
    assert told(explanation) == list(PHRASES[language].instead_of_advice)
    assert not any(sentence in ITEM[language] for sentence in told(explanation))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Did BlackRock buy more bitcoin?"),
        ("en", "Can I buy an ETF in a bank?"),
        ("ru", "Будут ли фонды покупать биткоин?"),
        ("ru", "Где можно купить биткоин?"),
        ("ru", "Сколько стоит биткоин?"),
        ("uk", "Чи можна купити біткоїн у банку?"),
    ],
)
def test_facts_about_buying_are_no_call_for_advice(language, question):
    assert ask(question, language).headline != PHRASES[language].no_advice


def test_who_asks_for_advice_gets_the_words_explained():
    assert [note.term for note in about_item("Should I buy bitcoin now?", "en").terms] == ["Bitcoin"]


FIRE = {
    "ru": (
        "Пожар в дата-центре в Франкфурте остановил биржу «Орбита» на четыре часа. «Деньги клиентов не "
        "пострадали», — сказал директор биржи Пауль Вебер. Биржа берёт комиссию 0,1% и не вернёт её. "
        "Хостинг — это аренда чужих серверов."
    ),
    "uk": (
        "Пожежа в дата-центрі у Франкфурті зупинила біржу «Орбіта» на чотири години. «Гроші клієнтів не "
        "постраждали», — сказав директор біржі Пауль Вебер. Біржа бере комісію 0,1% і не поверне її. "
        "Хостинг — це оренда чужих серверів."
    ),
    "en": (
        "A fire in a data centre in Frankfurt stopped the exchange Orbita for four hours. “Clients’ money is "
        "safe,” said its director Paul Weber. The exchange charges a fee of 0.1% and won’t return it. "
        "Hosting is the renting of other people’s servers."
    ),
}


def about_fire(text: str, language: Language) -> Explanation:
    return ask(text, language, Turn("person", FIRE[language], "news"))


@pytest.mark.parametrize(
    ("language", "question", "words"),
    [
        ("ru", "Где это произошло?", "Франкфурте"),
        ("ru", "Где случился пожар?", "Франкфурте"),
        ("uk", "Де це сталося?", "Франкфурті"),
        ("uk", "Де сталася пожежа?", "Франкфурті"),
        ("en", "Where did it happen?", "Frankfurt"),
        ("en", "Where was the fire?", "Frankfurt"),
        ("ru", "Кто это сказал?", "Пауль Вебер"),
        ("ru", "Кто сказал про деньги клиентов?", "Пауль Вебер"),
        ("uk", "Хто це сказав?", "Пауль Вебер"),
        ("en", "Who said that?", "Paul Weber"),
        ("en", "Who said it?", "Paul Weber"),
        ("ru", "Что такое хостинг?", "аренда"),
        ("uk", "Що таке хостинг?", "оренда"),
        ("en", "What is hosting?", "renting"),
        ("en", "What is the fee?", "0.1%"),
        ("ru", "Какая комиссия?", "0,1%"),
        ("uk", "Яка комісія?", "0,1%"),
    ],
)
def test_where_who_said_so_and_what_is_meant_have_one_sentence(language, question, words):
    explanation = about_fire(question, language)
    assert explanation.headline == PHRASES[language].from_your_item
    (said,) = explanation.what_happened
    assert words in said.text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("ru", "Что такое комиссия?"),
        ("ru", "Что значит дата-центр?"),
        ("uk", "Що таке комісія?"),
        ("uk", "Що означає дата-центр?"),
        ("en", "What is a fee?"),
        ("en", "What does fee mean?"),
    ],
)
def test_a_sentence_that_only_uses_a_word_does_not_define_it(language, question):
    explanation = about_fire(question, language)
    assert explanation.headline == PHRASES[language].no_definition
    assert not explanation.answered
    assert not any(one.text in FIRE[language] for one in explanation.what_happened)
