import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        "покупать ли биткоин сейчас",
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
        "Продавать Liquid токены начала биржа во вторник.",
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


@pytest.mark.parametrize(
    "text",
    [
        # A word that only begins like a question word: "что", "как", "кто", "чи", "що", "is", "do", "can".
        "Чтобы вывести средства, биржа ввела лимит",
        "Какао-бобы подорожали вслед за биткоином",
        "Которая из бирж выстоит, решит суд",
        "Числа показал аналитик",
        "Читачі дізналися про злам біржі",
        "Щоб вивести кошти, біржа ввела ліміт",
        "Якість токенів погіршилася",
        "Деякі біржі закрилися",
        "Issuer of USDT froze wallets",
        "Dogecoin rose by 12%",
        "Canada approved a Solana ETF",
        "Whoever bought the dip lost money",
        "Areas with cheap power attract miners",
        "Didn't Binance pay its fine, regulators ask",
        "Кошелёк взломан",
        "Тапробан выпустил токен",
        "Hello, showing which and this",
    ],
)
def test_the_beginning_of_a_longer_word_is_no_question_word(text):
    assert classify(text) == "news"


@pytest.mark.parametrize(
    "text",
    [
        "КАК РАБОТАЕТ СТЕЙКИНГ",
        "Подскажите, как работает стейкинг",
        "Скажи, пожалуйста?",
        "Слушай, зачем нужен газ",
        "Чи безпечний стейкінг",
        "Будь ласка, поясни, що таке газ",
        "Навіщо потрібен газ у мережі Ethereum, якщо комісію вже сплачено біржею",
        "So, what is gas",
        "Please explain gas",
        "Does it matter",
        "Which one is it (really)?!",
        "Bitcoin?",
        "Это правда？",
        "Чем грозит блокировка и что теперь делать тем, кто держит там токены",
    ],
)
def test_a_question_is_known_by_its_mark_or_its_first_word(text):
    assert classify(text) == "question"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How does Bitcoin work", "question"),
        ("How Bitcoin miners turned a profit in the worst month of the year", "news"),
        ("Почему биткоин падает", "question"),
        ("Почему биткоин падает уже третий день подряд: разбор аналитиков", "news"),
        ("Що таке газ", "question"),
        ("Що чекає на біткоїн після рішення регулятора: думка аналітиків", "news"),
    ],
)
def test_a_headline_that_begins_like_a_question_needs_the_mark(text, kind):
    assert classify(text) == kind
    assert classify(text + "?") == "question"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Read https://a.org/?q=why", "news"),
        ("https://a.org/?", "news"),
        ("https://a.org what is this", "question"),
        ("www.a.org/x? Bitcoin fell.", "news"),
        ("", "news"),
        ("???", "question"),
    ],
)
def test_an_address_asks_nothing(text, kind):
    assert classify(text) == kind


@pytest.mark.parametrize(("length", "kind"), [(299, "question"), (300, "news")])
def test_a_long_text_is_an_item_even_with_a_mark_at_its_end(length, kind):
    assert classify("x" * length + "?") == kind


@pytest.mark.parametrize("text", ["а" * 10, "1234567890", "الأخبار اليوم", "比特币今天上涨了百分之五"])
def test_ten_characters_of_any_script_are_enough(text):
    assert check(text) == text


def test_the_limit_counts_characters_after_stripping():
    assert check(" " * 500 + "🚀" * 99 + "x" + " " * 500, maximum=100) == "🚀" * 99 + "x"
    with pytest.raises(TextTooLong):
        check("x" * 4097)


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_is_done_once_and_for_all(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\x00" not in cleaned
    assert cleaned.encode().decode() == cleaned


@given(st.text(max_size=400))
def test_every_text_is_one_of_the_two_kinds(text):
    assert classify(text) in ("question", "news")
    assert classify(f"  {text}\n") == classify(text)
