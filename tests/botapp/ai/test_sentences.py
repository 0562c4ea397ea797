import time

import pytest

from botapp.ai.sentences import split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        ("  \n\n ", ()),
        (
            (
                "The U.S. SEC approved it. Inflows hit $1.2 bln. on Monday, said J. P. Morgan. "
                "Coinbase Inc. fell 3.5%."
            ),
            (
                "The U.S. SEC approved it.",
                "Inflows hit $1.2 bln. on Monday, said J. P. Morgan.",
                "Coinbase Inc. fell 3.5%.",
            ),
        ),
        (
            "Вывели 1,2 млн. долларов. Ущерб — 5 млрд. руб. за год. Об этом сообщил А. С. Иванов.",
            ("Вывели 1,2 млн. долларов.", "Ущерб — 5 млрд. руб. за год.", "Об этом сообщил А. С. Иванов."),
        ),
        (
            "Обсяг сягнув 3 млн. доларів на добу. «Ми раді», — сказав О. Петренко.",
            ("Обсяг сягнув 3 млн. доларів на добу.", "«Ми раді», — сказав О. Петренко."),
        ),
        ("Bitcoin falls\nIt lost 3% today.", ("Bitcoin falls", "It lost 3% today.")),
        (
            "A hard-wrapped line that\ngoes on here. Next one.",
            ("A hard-wrapped line that goes on here.", "Next one."),
        ),
        ("🚀 Биткоин растёт! 🔥 Что дальше?", ("🚀 Биткоин растёт!", "🔥 Что дальше?")),
        ("ביטקוין עלה היום. המחיר גבוה.", ("ביטקוין עלה היום.", "המחיר גבוה.")),
    ],
)
def test_a_text_is_split_where_a_reader_would(text, sentences):
    assert split(text) == sentences


@pytest.mark.parametrize(
    "piece", ["Курс вырос на 5%. ", "Price rose 5% at J. P. Morgan Inc. today. ", "a", "1. ", "\n", "…!?"]
)
def test_twenty_thousand_characters_are_split_at_once_and_nothing_is_lost(piece):
    text = (piece * 20_000)[:20_000]
    started = time.perf_counter()
    sentences = split(text)
    assert time.perf_counter() - started < 2
    assert "".join("".join(sentences).split()) == "".join(text.split())


@pytest.mark.parametrize("zone", ["ET", "PT", "UTC", "EST", "Eastern Time"])
def test_an_hour_keeps_its_zone(zone):
    text = f"Users must withdraw by January 12 at 5 p.m. {zone}. After that it is over."
    assert split(text) == (f"Users must withdraw by January 12 at 5 p.m. {zone}.", "After that it is over.")


def test_an_hour_may_end_a_sentence():
    assert split("It opened at 9 a.m. The market fell.") == ("It opened at 9 a.m.", "The market fell.")
