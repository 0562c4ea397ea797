import pytest

from botapp.ai import months

NAMES = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "en": "January February March April May June July August September October November December",
}


@pytest.mark.parametrize("language", NAMES)
def test_every_month_is_known_in_a_date(language):
    for number, name in enumerate(NAMES[language].split(), 1):
        assert months.of_dates(f"On / 12 {name} / it was.") == {number}, name
        assert months.named(f"In / {name} / it was.") == {number}, name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("от 23.03.2022", {3}),
        ("2022-11-05", {11}),
        ("5/6/24", {5, 6}),
        ("Jan. 5 and Sept 9", {1, 9}),
        ("в январе и феврале", {1, 2}),
        ("у грудні", {12}),
        ("marching decently to novel augurs", set()),
        ("майнинг и маяк, травма, липа, серпантин", set()),
        ("", set()),
    ],
)
def test_months_are_found_in_words_and_figures(text, found):
    assert months.named(text) == found


@pytest.mark.parametrize(
    "text", ["in March", "2.5 Marches", "price 1,212 may rise", "up 45 May", "v1.2 Maya"]
)
def test_only_a_day_makes_a_date(text):
    assert months.of_dates(text) == set()
