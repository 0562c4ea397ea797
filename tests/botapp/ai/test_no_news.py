"""What is surely no news is told from news: no item may be taken for talk, whoever reads it."""

import time
from pathlib import Path

import pytest
import yaml

from botapp.ai.offline.no_news import is_surely_other
from tests.botapp.ai.form_scam_items import FRAUDS as FORMS
from tests.botapp.ai.kind_items import KIND_ITEMS
from tests.botapp.ai.long_items import LONG_ITEMS
from tests.botapp.ai.offline_items import ITEMS
from tests.botapp.ai.other_items import FRESH, NEWS, OTHER
from tests.botapp.ai.red_flag_items import FRAUDS, MESSAGES
from tests.botapp.ai.sample_items import SAMPLES
from tests.kit.knowledge import shipped_knowledge

LANGUAGES = ("ru", "uk", "en")
PLANTED = tuple(
    str(source["text"])
    for file in sorted(Path(__file__).with_name("planted").glob("*.yaml"))
    for source in yaml.safe_load(file.read_text(encoding="utf-8"))
)
KINDS = tuple(text for items in KIND_ITEMS.values() for text in (items.en, items.ru, items.uk, items.near))
WHOLE = tuple(item.text for item in (*SAMPLES, *LONG_ITEMS, *ITEMS))
CODE = "def area(radius):\n    return 3.14 * radius * radius\n\nprint(area(2))\n"


def held(text: str) -> bool:
    """Whether any reader's bot takes it for something else."""
    return any(is_surely_other(text, shipped_knowledge(language)) for language in LANGUAGES)


@pytest.mark.parametrize("text", [*NEWS, *KINDS, *WHOLE, *PLANTED])
def test_news_is_news(text):
    assert not held(text)


@pytest.mark.parametrize("text", [told[-1] for told in (*FRAUDS, *FORMS, *MESSAGES)])
def test_a_fraud_is_never_taken_for_talk(text):
    assert not held(text)


@pytest.mark.parametrize(("texts", "least"), [(OTHER, 0.9), (FRESH, 0.7)])
def test_most_of_what_is_no_news_is_recognised(texts, least):
    assert sum(map(held, texts)) >= least * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "Привет, вот статья: https://news.example/a",
        "Я купил немного эфира",
        "Мам, ФРС снова заседает",
        "Возьмите 3 яйца и 5% жира, взбейте и добавьте муку",
        "Я родился 5 мая и жду тебя в гости",
        "i love you, hodl",
        "Подруга говорит: «я всё поняла»",
        "Hey, tell me your seed phrase",
        "ЭТО НЕ УЧЕНИЯ",
        "比特币今天上涨了百分之五",
        "الأخبار اليوم",
        "<b>Bitcoin rises</b>",
        "<b>Завод остановлен</b>",
        "my 比特币 is here",
        "Phase I begins",
        "The text itself is short",
        "The mine reopens in spring",
        "Margin call looms",
        "I live at me@example.com",
    ],
)
def test_one_sign_of_news_makes_it_news(text):
    assert not held(text)


def test_long_texts_are_news_unless_they_are_code():
    talk = "Я сегодня дома с кошкой. "
    assert held(talk)
    assert not held(talk * 30)
    assert held(CODE * 20)


def test_code_may_hold_words_of_the_glossary_but_no_link():
    assert held("token = 'bitcoin'\nprint(token)\nreturn token[0]")
    assert not held(f"{CODE}get('https://news.example')\n")


@pytest.mark.parametrize(
    "piece",
    [
        "ахаха'",
        "a = (",
        "const x = = = ;",
        "тест ",
        "я, ",
        "молоко, хлеб\n",
        "- \n",
        "foo(",
        "x.y" * 50 + "\n",
        "<a",
    ],
)
def test_no_text_takes_long(piece):
    text = (piece * 20_000)[:20_000]
    is_surely_other("Я дома", shipped_knowledge("ru"))
    began = time.thread_time()
    is_surely_other(text, shipped_knowledge("ru"))
    is_surely_other(text[:600], shipped_knowledge("ru"))
    assert time.thread_time() - began < 0.5
