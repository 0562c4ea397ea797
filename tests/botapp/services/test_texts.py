import pytest

from botapp.exceptions import TextTooLong, TextTooShort
from botapp.services.texts import check, classify, clean, clean_all


@pytest.mark.parametrize("text", ["x" * 10, "я" * 4096, "  Bitcoin up  ", "биткоин 🚀🚀"])
def test_a_text_of_the_right_length_is_taken_stripped(text):
    assert check(text) == text.strip()


@pytest.mark.parametrize("text", ["", "x" * 9, " " * 50, "?" * 50, "🚀" * 50, "\x00" * 50])
def test_too_little_to_explain_is_refused(text):
    with pytest.raises(TextTooShort) as refusal:
        check(text)
    assert "10" in refusal.value.message


def test_too_much_is_refused_with_the_limit():
    with pytest.raises(TextTooLong) as refusal:
        check("x" * 101, maximum=100)
    assert "100" in refusal.value.message


def test_what_no_database_takes_is_mended_wherever_it_stands():
    assert clean("a\x00b\udc00c 😀") == "ab\ufffdc 😀"
    assert clean_all({"list": ["a\x00", 1, None, {"deep": "\ud800"}]}) == {
        "list": ["a", 1, None, {"deep": "\ufffd"}]
    }


@pytest.mark.parametrize(
    "text",
    [
        "What is an ETF?",
        "Почему упал биткоин?",
        "а что такое стейкинг",
        "Чому впав біткоїн?",
        "що таке газ",
        "Объясни, что такое халвинг",
        "Поясніть простими словами, що таке DeFi",
        "tell me about staking",
        "explain restaking",
        "is it safe",
        "Is staking safe (for me)?)",
        "Стоит ли верить этому",
        "https://example.org/why what does it mean?",
    ],
)
def test_questions_are_recognised(text):
    assert classify(text) == "question"


@pytest.mark.parametrize(
    "text",
    [
        "Показатели биткоина показал аналитик: рост на 5%.",
        "Which holds hi: the ETF which was approved holds 5,000 BTC.",
        "How Bitcoin fell below $60,000 after the hack of an exchange on Tuesday",
        "Как сообщает Reuters, регулятор одобрил заявку фонда на запуск ETF на Solana",
        "Чтобы купить токены, фонд привлёк 5 млн долларов.",
        "Иск SEC против Binance отклонён.",
        "Якщо біржа закриється, вкладники втратять кошти.",
        "Whale moved 5,000 BTC",
        "Когдато крупнейшая биржа закрылась",
        "Will it rise? " + "Analysts disagree about the price. " * 10,
        "Почему это важно?\n\nРегулятор одобрил ETF.",
        "The SEC approved the first spot Solana ETF on Tuesday.",
    ],
)
def test_news_are_not_taken_for_questions(text):
    assert classify(text) == "news"
