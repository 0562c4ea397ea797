from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botapp.ai import figures


def spelled(text: str) -> list[str]:
    return [figure.text for figure in figures.find(text) if not figure.dated]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stole $625 million (173,600 ETH and 25.5M USDC).", ["$625 million", "173,600 ETH", "25.5M USDC"]),
        ("Вывели 1,2 млн. долларов, это 1 200 000 токенов.", ["1,2 млн. долларов", "1 200 000 токенов"]),
        ("Зросло на 12,5% до 3,5 млрд грн за 24 години.", ["12,5%", "3,5 млрд грн", "24 години"]),
        ("Up 3x to $1.2B, then -5.3% to 67,000.50 USDT.", ["3x", "$1.2B", "-5.3%", "67,000.50 USDT"]),
        ("Выросло в 3 раза, 10-15% за год, 25 б.п.", ["3 раза", "10-15%", "25 б.п."]),
        ("$1.2 bln. On Monday it closed.", ["$1.2 bln"]),
    ],
)
def test_figures_are_taken_whole_with_their_scale_and_unit(text, found):
    assert spelled(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "On March 23, 2022 at 12:30",
        "12.05.2024",
        "2024-11-24",
        "в 2024 году, 5-го мая",
        "12 березня 2024 року",
        "ERC-20, EIP-1559, Web3, L2, v1.2.3 and the 10th",
        "open 24/7",
    ],
)
def test_dates_versions_and_names_are_no_figures(text):
    assert spelled(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,2 млн", "1.2 million"),
        ("1 200 000", "1.2M"),
        ("1,200,000", "1\u00a0200\u00a0000"),
        ("$625 million", "625 миллионов долларов"),
        ("15%", "15 процентов"),
        ("15 відсотків", "15 percent"),
        ("3,5 млрд грн", "3.5 billion"),
        ("10-15%", "15%"),
    ],
)
def test_one_value_in_two_spellings_agrees(one, other):
    assert figures.find(one)[0].agrees(figures.find(other)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("15%", "$15"), ("1.2 million", "12 million"), ("$5 million", "€5 million"), ("11", "1")],
)
def test_different_values_or_units_do_not_agree(one, other):
    assert not figures.find(one)[0].agrees(figures.find(other)[0])


@given(st.integers(min_value=1, max_value=10**12).filter(lambda n: not 1900 <= n < 2100))
def test_any_whole_number_is_read_however_its_thousands_are_parted(number):
    for written in (
        f"{number}",
        f"{number:,}",
        f"{number:,}".replace(",", " "),
        f"{number:,}".replace(",", "\u00a0"),
    ):
        (figure,) = figures.find(f"it was {written} in all")
        assert Decimal(number) in figure.values


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text):
    for figure in figures.find(text):
        assert text[figure.start : figure.end] == figure.text
