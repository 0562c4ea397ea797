"""What a card says an item leaves open, with the questions and cues that RVX ships."""

import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from botapp.ai.base import EventPattern, Language
from botapp.ai.offline import marks
from botapp.ai.offline.gaps import not_said
from botapp.ai.offline.phrases import EN, PHRASES
from botapp.ai.open_question import OpenQuestion, parsed, written
from botapp.ai.schema import Background
from tests.botapp.ai.offline_items import ITEMS

CONTENT = Path(__file__).parents[3] / "botapp" / "content"
LANGUAGES: tuple[Language, ...] = ("ru", "uk", "en")
BACKGROUND = Background(slug="x", name="x", how_it_works="x", who_is_touched="x", what_next="x")


@cache
def kinds() -> dict[str, dict[str, Any]]:
    shipped = yaml.load((CONTENT / "event_kinds.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {kind["slug"]: kind for kind in shipped}


def pattern(kind: str, language: Language) -> EventPattern:
    """The questions in one language with the cues of all three, as the database gives them."""
    rows = zip(*(map(parsed, kinds()[kind]["questions"][known]) for known in LANGUAGES), strict=True)
    own = LANGUAGES.index(language)
    lines = (
        written(OpenQuestion(row[own].text, tuple(cue for question in row for cue in question.cues)))
        for row in rows
    )
    return EventPattern(kind, (), BACKGROUND, tuple(lines))


def gaps(text: str, kind: str, language: Language = "en") -> list[str]:
    return list(not_said(text, event=pattern(kind, language), phrases=PHRASES[language]))


RULES = (
    "Нацкомісія з цінних паперів представила проєкт правил оподаткування криптовалют для громадян України. "
    "Ставка становитиме 5% замість 18%, повідомив голова комісії. "
    "Нові норми запрацюють з 1 січня 2027 року, якщо Верховна Рада ухвалить законопроєкт."
)
FLOWS = (
    "U.S. spot Bitcoin ETFs lost $671.9 million on Thursday, Bloomberg reported. "
    "BlackRock's IBIT alone lost $355 million, CoinGlass data show."
)


def test_a_draft_with_a_day_and_a_country_leaves_only_the_penalty_open():
    assert gaps(RULES, "regulation", "uk") == ["Яке покарання за порушення?"]


def test_named_figures_have_a_source_and_a_fund():
    assert gaps(FLOWS, "fund_flows") == ["What share of the fund’s assets is that?"]


def test_an_item_in_another_language_than_the_readers_is_understood_too():
    assert gaps(RULES, "regulation", "en") == ["What is the penalty for breaking it?"]
    assert gaps(FLOWS, "fund_flows", "ru") == ["Какую часть средств фонда это составляет?"]


@pytest.mark.parametrize(
    ("kind", "language", "text", "open_"),
    [
        ("hack", "en", "Hackers drained a bridge.", "How much was stolen and in which assets?"),
        ("hack", "uk", "Хакери зламали міст.", "Скільки вкрадено і в яких активах?"),
        ("scam", "ru", "Раскрыта пирамида.", "Сколько пострадавших и какова сумма потерь?"),
        ("lawsuit", "en", "Kraken was sued.", "What exactly is the accusation?"),
        ("network_upgrade", "ru", "Готовится хардфорк.", "Когда обновление включат в основной сети?"),
        ("fund_flows", "uk", "Із фондів виходять гроші.", "Чиї це дані?"),
        ("listing", "en", "A coin goes to an exchange.", "On which venue and from what hour?"),
        ("stablecoin", "ru", "Стейблкоин упал.", "Кто и когда проверял резервы?"),
        ("regulation", "en", "A regulator spoke about crypto.", "In which country?"),
    ],
)
def test_what_is_really_missing_is_asked_for(kind, language, text, open_):
    assert open_ in gaps(text, kind, language)


@pytest.mark.parametrize(
    ("kind", "language", "text", "answered"),
    [
        ("hack", "en", "A bug in the code let them in.", "How did they get in"),
        ("hack", "en", "Withdrawals are paused.", "Are transfers and withdrawals paused?"),
        ("hack", "ru", "Биржа возместит потери.", "Кто возместит потери"),
        ("hack", "uk", "Виведення коштів призупинили.", "Чи зупинено перекази"),
        ("scam", "ru", "Жертвам обещали 40% в месяц.", "Как людей убеждали"),
        ("scam", "uk", "Постраждали 1 450 людей.", "Скільки постраждалих"),
        ("scam", "en", "The FBI called it a fraud.", "Who confirmed that it is a fraud?"),
        ("lawsuit", "en", "Kraken denies it.", "What does the other side answer?"),
        ("lawsuit", "ru", "Компания отвергает обвинения.", "Что отвечает другая сторона?"),
        ("lawsuit", "uk", "Йому загрожує 10 років ув’язнення.", "Яке покарання чи сума можливі?"),
        ("lawsuit", "en", "The hearing is on May 5.", "What stage is the case at"),
        ("lawsuit", "ru", "Мосгорсуд оштрафовал сервис.", "Кто подал иск"),
        ("lawsuit", "ru", "Савёловский суд вынес решение.", "Кто подал иск"),
        ("lawsuit", "ru", "Решение принял Мособлсуд.", "Кто подал иск"),
        ("lawsuit", "uk", "Шевченківський суд оштрафував сервіс.", "Хто подав позов"),
        ("lawsuit", "en", "The Court of Appeal in London ruled so.", "Who sued whom"),
        ("lawsuit", "en", "The judge dismissed the suit.", "What exactly is the accusation?"),
        ("lawsuit", "en", "The court threw out the complaint.", "What does the other side answer?"),
        ("lawsuit", "en", "The suit was tossed.", "What penalty or sum is possible?"),
        ("lawsuit", "ru", "Суд отклонил иск.", "В чем именно обвиняют?"),
        ("lawsuit", "ru", "Суд прекратил дело.", "Какое наказание или сумма"),
        ("lawsuit", "uk", "Суд відхилив позов.", "У чому саме обвинувачують?"),
        ("lawsuit", "uk", "Суд закрив справу.", "Яке покарання чи сума можливі?"),
        ("outage", "en", "It went down because a server crashed.", "What was the cause?"),
        ("outage", "ru", "Всему виной отказ базы данных.", "В чем причина?"),
        ("outage", "uk", "Сталася відмова бази даних.", "У чому причина?"),
        ("network_upgrade", "en", "It ran on the Sepolia testnet.", "Has it been tried on test networks?"),
        ("network_upgrade", "ru", "Обновление включат 13 марта.", "Когда обновление включат"),
        ("network_upgrade", "uk", "Власникам нічого робити не потрібно.", "Чи треба щось робити"),
        ("fund_flows", "ru", "По данным Farside, вывели $5 млн.", "Чьи это данные?"),
        ("fund_flows", "en", "That is 2% of its assets.", "What share of the fund’s assets is that?"),
        ("listing", "uk", "Біржа оголосила про лістинг 31 жовтня.", "На якому майданчику"),
        ("listing", "en", "Coinbase announced the listing.", "Until when can coins be withdrawn?"),
        ("stablecoin", "ru", "Курс опускался до $0,87.", "Держится ли цена у одного доллара?"),
        ("stablecoin", "en", "Deloitte audits the reserves.", "Who checked the reserves, and when?"),
        ("regulation", "en", "The rule takes effect in March.", "From which day does it apply?"),
        ("regulation", "ru", "Госдума приняла закон в первом чтении.", "Это предложение, принятый закон"),
        ("regulation", "ru", "Закон вступит в силу с 1 июля.", "С какого дня действует?"),
    ],
)
def test_what_the_text_says_is_not_asked_for(kind, language, text, answered):
    assert any(parsed(line).text.startswith(answered) for line in pattern(kind, language).questions)
    without = not_said("Что-то было.", event=_only(kind, language, answered), phrases=PHRASES[language])
    said = not_said(text, event=_only(kind, language, answered), phrases=PHRASES[language])
    assert any(line.startswith(answered) for line in without)
    assert not any(line.startswith(answered) for line in said)


def _only(kind: str, language: Language, opening: str) -> EventPattern:
    lines = tuple(line for line in pattern(kind, language).questions if line.startswith(opening))
    return EventPattern(kind, (), BACKGROUND, lines)


@pytest.mark.parametrize("item", ITEMS, ids=[f"{item.language}-{item.kind}" for item in ITEMS])
def test_reports_that_name_source_day_and_sum_owe_none_of_them(item):
    kind = {"etf-flows": "fund_flows", "network-upgrade": "network_upgrade"}.get(item.kind, item.kind)
    shown, phrases = gaps(item.text, kind, item.language), PHRASES[item.language]
    assert phrases.no_numbers not in shown
    assert not any("|" in line for line in shown)
    assert len(shown) <= 4


@pytest.mark.parametrize(
    "text",
    [
        "IBIT lost money, Bloomberg reported.",
        "Longs were liquidated, CoinGlass data show.",
        "The firm disclosed it in a filing.",
        "Citing two people, CNBC has the story.",
        "Об этом пишет РБК.",
        "По оценке аналитиков, рост продолжится.",
        "Об этом говорится в отчёте.",
        "Про це пише Економічна правда.",
        "За даними Glassnode, монети рухаються.",
        "Read on: https://example.org/a",
    ],
)
def test_who_says_so_is_recognised(text):
    assert marks.has("<source>", text)
    assert EN.no_source not in not_said(text, event=None, phrases=EN)


@pytest.mark.parametrize(
    "text",
    [
        "It fell on Thursday.",
        "It fell 3 hours ago.",
        "It fell over the past 24 hours.",
        "It starts in March.",
        "It fell on Sept 5, 2025.",
        "Курс упал за сутки.",
        "Это было в минувшую среду.",
        "Закон вступит в силу с 1 января 2027 года.",
        "Правила запрацюють з 1 січня 2027 року.",
        "Курс упав за добу.",
        "У п’ятницю курс упав.",
        "Це сталося минулого тижня.",
    ],
)
def test_when_is_recognised(text):
    assert marks.has("<date>", text)
    assert EN.no_date not in not_said(text, event=None, phrases=EN)


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("<source>", "Bitcoin rose to a new high."),
        ("<source>", "Биткоин вырос до нового максимума."),
        ("<date>", "Bitcoin may march higher."),
        ("<date>", "Биржа открыла 5 новых офисов."),
        ("<number>", "In 2025 the fund had three managers."),
        ("<number>", "Запуск 5 мая."),
        ("<name>", "Nobody knows who did it."),
        ("<name>", "Никто не знает, кто это сделал."),
    ],
)
def test_what_only_looks_like_it_is_no_mark(mark, text):
    assert not marks.has(mark, text)


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("<number>", "They took $5."),
        ("<number>", "Ставка 5% вместо 18%."),
        ("<number>", "Постраждали 1 450 людей."),
        ("<number>", "Вывели 8,9 млн DAI."),
        ("<name>", "The exchange Kraken won."),
        ("<name>", "Фонд IBIT потерял деньги."),
        ("<name>", "Рассказал глава компании Павел Дуров."),
    ],
)
def test_sums_and_names_are_recognised(mark, text):
    assert marks.has(mark, text)


def test_a_line_is_read_and_written_as_staff_wrote_it():
    line = "When? | effective, from <date>, набу* чинності"
    assert parsed(line) == OpenQuestion("When?", ("effective", "from <date>", "набу* чинності"))
    assert written(parsed(line)) == line
    assert written(parsed("When? | ")) == "When?"


@pytest.mark.parametrize(
    ("cue", "text", "met"),
    [
        ("набу* чинності", "Закон набуває чинності.", True),
        ("набу* чинності", "Закон набув розголосу.", False),
        ("from <date>", "It applies from 1 March.", True),
        ("from <date>", "It comes from Canada on 1 March.", False),
        ("fine", "It was defined.", False),
        ("в'язниц*", "Йому загрожує в’язниця.", True),
        ("отчет*", "Отчёт вышел.", True),
        ("c++ (x*", "A cue that is no expression.", False),
    ],
)
def test_cues_match_whole_words_and_marks_within_phrases(cue, text, met):
    event = EventPattern("x", (), BACKGROUND, (f"Which? | {cue}",))
    assert ("Which?" not in not_said(text, event=event, phrases=EN)) is met


def test_a_question_without_cues_is_judged_by_its_own_words():
    event = EventPattern("x", (), BACKGROUND, ("Will users get their money back?",))
    assert "Will users get their money back?" in not_said("It fell.", event=event, phrases=EN)
    assert "Will users get their money back?" not in not_said(
        "Users will get money back.", event=event, phrases=EN
    )


def test_a_long_read_is_judged_in_no_time():
    text = " ".join(item.text for item in ITEMS * 12)[:20_000]
    gaps(text, "regulation", "ru")
    started = time.perf_counter()
    for kind in kinds():
        gaps(text, kind, "ru")
    assert time.perf_counter() - started < len(kinds()) * 0.2


@pytest.mark.parametrize(
    "text",
    [
        "НБУ залишив облікову ставку на рівні 15,5%.",
        "Суд в Нью-Йорке приговорил До Квона к 15 годам тюрьмы.",
        "The SEC approved the first spot Solana ETF.",
        "Sam Bankman-Fried was sentenced to 25 years in prison.",
        "Кіберполіція викрила шахраїв.",
        "OFAC sanctioned two exchanges.",
    ],
)
def test_an_act_of_an_authority_needs_nobody_to_report_it(text):
    assert EN.no_source not in not_said(text, event=None, phrases=EN)


@pytest.mark.parametrize(
    "text", ["The exchange lost the court as a client.", "Биткоин упал.", "Tether froze $12 million."]
)
def test_what_nobody_vouches_for_is_asked_for(text):
    assert EN.no_source in not_said(text, event=None, phrases=EN)


def test_a_question_for_the_source_is_not_asked_twice():
    shown = gaps("Безработица в США выросла до 4,4%. Экономисты ждали 4,3%.", "economic_data", "ru")
    assert "Чьи это данные?" in shown
    assert PHRASES["ru"].no_source not in shown


@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [
        ("maintenance", "uk", "Біржа призупинить виведення USDC 3 грудня о 10:00."),
        ("regulation", "ru", "Госдума приняла законопроект в первом чтении."),
        ("outage", "uk", "Мережа зупинилася на п’ять годин."),
        ("verdict", "en", "He was sentenced to four years in prison."),
    ],
)
def test_news_without_sums_or_with_sums_in_words_owes_no_numbers(kind, language, text):
    assert PHRASES[language].no_numbers not in gaps(text, kind, language)


def test_without_a_kind_only_what_speaks_of_amounts_owes_a_number():
    assert EN.no_numbers not in not_said("A website was blocked.", event=None, phrases=EN)
    assert EN.no_numbers in not_said("The profit of the firm rose.", event=None, phrases=EN)


@pytest.mark.parametrize(
    "text",
    [
        "It happened over the weekend.",
        "It closed in May.",
        "The bank will take it by the end of the year.",
        "Документ рассмотрят до конца года.",
        "Документ мають розглянути до кінця року.",
        "Prices rose in the year to September.",
        "The talks began earlier this month.",
        "Это было в начале года.",
        "Это решили на прошлой неделе.",
        "Это случилось летом.",
        "Це сталося наприкінці минулого тижня.",
        "Це вирішили восени.",
    ],
)
def test_looser_words_say_when_too(text):
    assert EN.no_date not in not_said(text, event=None, phrases=EN)


@pytest.mark.parametrize(
    ("kind", "language", "text", "answered"),
    [
        ("verdict", "ru", "Приговор вынесут 8 апреля.", "Будут ли приговор обжаловать?"),
        ("verdict", "en", "His lawyers will appeal.", "Will there be an appeal?"),
        ("data_leak", "en", "Names and addresses leaked.", "Which data exactly have leaked?"),
        ("data_leak", "uk", "Кошти в безпеці.", "Чи зачеплено гроші та паролі?"),
        ("frozen_funds", "en", "The company acted at the request of police.", "Who decided it"),
        ("etf_decision", "en", "The SEC delayed its answer.", "Which stage is it"),
        ("etf_decision", "en", "The agency has 45 days to respond.", "When must the regulator answer?"),
        ("treasury", "ru", "Деньги получены от размещения облигаций.", "На какие деньги куплено"),
        ("treasury", "ru", "Теперь у неё 17 132 BTC.", "Сколько монет у компании теперь всего?"),
        ("treasury", "en", "It now owns 638,460 BTC.", "How many coins does the company hold"),
        ("etf_decision", "ru", "Причина — ведомству нужно больше времени.", "Почему принято такое решение?"),
        ("hack", "ru", "Они подменили интерфейс кошелька.", "Как именно проникли"),
        ("economic_data", "en", "Forecasts were 3.1%.", "What had been expected?"),
        ("central_bank_money", "ru", "Подключение добровольное.", "Обязательно это или по желанию?"),
        ("maintenance", "en", "It will take two hours.", "When does it begin"),
        ("price_move", "uk", "Трейдери пояснюють це ставками.", "Яку причину називають"),
        ("hack", "en", "The exchange covered the loss with loans.", "Who will cover"),
        ("outage", "uk", "Монети користувачів не постраждали.", "Чи відшкодують втрати?"),
        ("network_upgrade", "ru", "Ethereum активировал его.", "Проверено ли оно"),
        ("verdict", "uk", "Президент помилував засновника біржі.", "Чи оскаржуватимуть вирок?"),
        ("frozen_funds", "ru", "ЕС ввел новый пакет санкций.", "На какую сумму"),
        ("lawsuit", "en", "The SEC dropped its lawsuit.", "What stage is the case at"),
        ("stablecoin", "ru", "Капитализация стейблкоинов растет.", "Кто и когда проверял резервы?"),
        ("frozen_funds", "uk", "Про це попросило Міністерство юстиції.", "Хто й на якій підставі"),
        ("regulation", "ru", "Власти Киргизии запретили майнинг.", "В какой стране?"),
    ],
)
def test_an_open_question_is_really_open(kind, language, text, answered):
    test_what_the_text_says_is_not_asked_for(kind, language, text, answered)


def test_a_sentence_leaves_open_whether_it_will_be_appealed():
    text = "Суд приговорил его к 15 годам тюрьмы. Он признал вину в августе."
    assert "Будут ли приговор обжаловать?" in gaps(text, "verdict", "ru")
