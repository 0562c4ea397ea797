"""Questions why, when, who and how much: the sentence that answers, or that the text does not say it."""

import pytest

from botapp.ai.base import Prompt, Turn
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.questions import answer
from tests.kit.knowledge import shipped_knowledge

HACK = (
    "Hackers stole $1.5 billion in ether from Bybit in February, the largest crypto theft ever. "
    "The FBI blamed North Korea. The exchange covered the loss with loans."
)
RATE = (
    "ЦБ снизил ключевую ставку до 16,5% годовых. Это снижение подряд. Следующее заседание пройдёт 19 декабря."
)
BLOCKED = (
    "Роскомнадзор заблокировал сайт криптообменника BestChange. Причину ведомство не назвало. "
    "Сервис работает через зеркала."
)
LIMIT = (
    "НБУ збільшив ліміт переказів за кордон до 100 тисяч гривень. Зміни діють з 1 грудня. "
    "Регулятор пояснив це стабільністю ринку."
)
PAUSE = (
    "Binance повідомила, що призупинить виведення USDC 3 грудня о 10:00. "
    "Біржа пояснила це оновленням гаманця. "
    "Торгівля триватиме без змін."
)
FREEZE = (
    "Tether froze $12.3 million in USDT on Tron. The company acted at the request of law enforcement. "
    "The wallets belong to a broker in Asia."
)
FALL = (
    "Bitcoin fell below $90,000. Traders pointed to outflows from spot ETFs. "
    "Shares of Coinbase fell 4% after that."
)
LEAK = (
    "Хакеры похитили данные 1,2 млн клиентов биржи. В сеть попали паспорта. Биржа обещает возместить потери."
)
ARREST = "Police in London arrested four people over a fake site. Victims lost about £3 million."


def asked(question: str, item: str, language: str) -> tuple[str, str]:
    """The headline and the sentences of an answer."""
    prompt = Prompt(
        question,
        language,
        kind="question",
        history=(Turn("person", item, "news"),),
        knowledge=shipped_knowledge(language),
    )
    shown = answer(prompt)
    return shown.headline, " ".join(one.text for one in shown.what_happened)


@pytest.mark.parametrize(
    ("language", "question", "item", "cause"),
    [
        ("uk", "Чому Binance призупинить виведення?", PAUSE, "Біржа пояснила це оновленням гаманця."),
        ("uk", "Чому НБУ збільшив ліміт?", LIMIT, "Регулятор пояснив це стабільністю ринку."),
        ("en", "Why did Tether freeze the USDT?", FREEZE, "at the request of law enforcement"),
        ("en", "Why did Bitcoin fall?", FALL, "Traders pointed to outflows"),
        ("en", "Why did shares of Coinbase fall?", FALL, "fell 4% after that"),
        ("en", "Why did police arrest people?", ARREST, "over a fake site"),
        ("en", "Why?", FALL, "after that"),
        ("ru", "Почему упал токен?", "Токен упал на 9% из-за паники. Биржа молчит.", "из-за паники"),
        (
            "ru",
            "Почему SEC перенесла решение?",
            "SEC перенесла решение по ETF. Ведомство объяснило, что ему нужно больше времени на заявку.",
            "нужно больше времени",
        ),
        (
            "ru",
            "Почему сотрудники подписали чужую транзакцию?",
            "Деньги украдены. Подменили интерфейс кошелька, поэтому сотрудники подписали чужую транзакцию.",
            "Подменили интерфейс",
        ),
        (
            "ru",
            "Почему упал токен?",
            "Взлом вызвал панику. Паника привела к тому, что токен упал.",
            "привела",
        ),
        ("uk", "Чому впав токен?", "Токен впав на 9% через паніку. Біржа мовчить.", "через паніку"),
        ("uk", "Чому токен впав?", "Токен впав, тому що інвестори вийшли.", "тому що"),
        (
            "en",
            "Why did the token fall?",
            "The bug led to a panic. The panic caused the token to fall.",
            "panic",
        ),
    ],
)
def test_a_stated_cause_is_given(language, question, item, cause):
    headline, told = asked(question, item, language)
    assert headline == PHRASES[language].from_your_item
    assert cause in told


@pytest.mark.parametrize(
    ("language", "question", "item", "want", "nearest"),
    [
        ("ru", "Почему ЦБ снизил ставку?", RATE, "reason", "ЦБ снизил ключевую ставку"),
        ("ru", "Почему так произошло?", RATE, "reason", "ЦБ снизил ключевую ставку"),
        ("ru", "Почему заблокировали BestChange?", BLOCKED, "reason", "Причину ведомство не назвало."),
        ("en", "Why was the ether stolen?", HACK, "reason", "Hackers stole"),
        ("ru", "Когда ЦБ снизил ставку?", RATE, "date", "ЦБ снизил ключевую ставку"),
        ("ru", "Когда заблокировали сайт?", BLOCKED, "date", "Роскомнадзор заблокировал"),
        ("ru", "Когда похитили данные?", LEAK, "date", "Хакеры похитили"),
        ("en", "When did police arrest people?", ARREST, "date", "Police in London"),
        ("ru", "Сколько денег похитили хакеры?", LEAK, "number", "Хакеры похитили"),
        ("ru", "Сколько пользователей у BestChange?", BLOCKED, "number", "Роскомнадзор"),
        ("en", "How many victims were there?", ARREST, "number", "Police in London"),
        ("en", "Who hacked Bybit?", "Bybit was hacked on Monday. Prices fell.", "name", "Bybit was hacked"),
    ],
)
def test_what_the_text_leaves_open_is_said_to_be_open(language, question, item, want, nearest):
    headline, told = asked(question, item, language)
    assert headline == PHRASES[language].unsaid[want]
    assert nearest in told


@pytest.mark.parametrize(
    ("language", "question", "item", "piece"),
    [
        ("ru", "Когда следующее заседание?", RATE, "19 декабря"),
        ("en", "When did hackers steal the ether?", HACK, "in February"),
        ("en", "Who blamed North Korea?", HACK, "The FBI"),
        ("ru", "Кто похитил данные?", LEAK, "Хакеры"),
        ("ru", "Сколько клиентов пострадало?", LEAK, "1,2 млн"),
        ("uk", "Коли призупинять виведення?", PAUSE, "3 грудня"),
        ("en", "How much was frozen?", FREEZE, "$12.3 million"),
        ("en", "How much did victims lose?", ARREST, "£3 million"),
        ("en", "When must it answer?", "The agency has 45 days to answer. It is slow.", "45 days"),
        ("en", "How long was the network down?", "The network was down for five hours.", "five hours"),
    ],
)
def test_what_the_text_says_is_still_answered(language, question, item, piece):
    headline, told = asked(question, item, language)
    assert headline == PHRASES[language].from_your_item
    assert piece in told


def test_what_an_event_caused_is_no_cause_of_it():
    item = "After the theft at Bybit, the exchange paused withdrawals. Nobody was hurt."
    assert asked("Why did the theft at Bybit happen?", item, "en")[0] == PHRASES["en"].unsaid["reason"]
    assert asked("Why did the exchange pause withdrawals?", item, "en")[0] == PHRASES["en"].from_your_item


@pytest.mark.parametrize(
    "item", ["Оплатить можно через биржу и через 5 дней. Токен упал.", "Токен подешевел через 2 дня."]
)
def test_through_and_in_some_days_are_no_causes(item):
    assert asked("Почему токен упал?", item, "ru")[0] != PHRASES["ru"].from_your_item
