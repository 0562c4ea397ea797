import pytest

from botapp.ai.grounding import ground
from botapp.ai.schema import Explanation, Number, RedFlag, Statement

SOURCE = (
    "Hackers took $1.2 million (15% of reserves) from the Bitcoin bridge on March 23, 2022. "
    "Details at https://bridge.example.org/report. Act now, said the fake support."
)


def supported(text: str, source: str = SOURCE) -> bool:
    answer = Explanation(headline="H", what_happened=(Statement(text=text, source_sentence=1),))
    return not ground(answer, source, language="en").what_happened[0].unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Hackers took $1.2 million.",
        "Хакеры вывели 1,2 млн долларов, то есть 15 процентов резервов.",
        "Хакери вивели 1 200 000 доларів 23 березня 2022 року.",
        "The SEC has said nothing, and the CEO neither.",
        "BTC was touched.",
        "See bridge.example.org/report.",
        "No figures here at all.",
    ],
)
def test_what_the_source_says_in_any_spelling_is_supported(text):
    assert supported(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hackers took $1.3 million.",
        "Вывели 12 млн долларов.",
        "That is 25% of reserves.",
        "They lost €1.2 million.",
        "It happened in 2021.",
        "ETH fell as well.",
        "Buy $SHIB.",
        "See https://bridge.example.com.",
    ],
)
def test_what_the_source_does_not_say_is_marked(text):
    assert not supported(text)


def test_every_list_of_statements_is_checked():
    bad = (Statement(text="It grew 99%."),)
    answer = Explanation(headline="H", what_happened=bad, why_it_matters=bad, who_is_affected=bad)
    grounded = ground(answer, SOURCE, language="en")
    for part in (grounded.what_happened, grounded.why_it_matters, grounded.who_is_affected):
        assert part[0].unsupported


def test_numbers_that_the_source_lacks_are_left_out():
    numbers = tuple(Number(value=v, meaning="m") for v in ("$1.2 million", "15%", "16%", "a lot"))
    answer = Explanation(headline="H", numbers=numbers)
    assert [n.value for n in ground(answer, SOURCE, language="en").numbers] == ["$1.2 million", "15%"]


@pytest.mark.parametrize(
    ("claimed", "kept"), [(1, 1), (3, 3), (4, None), (0, None), (-1, None), (None, None)]
)
def test_a_sentence_number_out_of_range_is_dropped(claimed, kept):
    statement = Statement(text="Said.", source_sentence=claimed)
    answer = Explanation(
        headline="H",
        what_happened=(statement,),
        numbers=(Number(value="15%", meaning="m", source_sentence=claimed),),
    )
    grounded = ground(answer, SOURCE, language="en")
    assert grounded.what_happened[0].source_sentence == kept
    assert grounded.numbers[0].source_sentence == kept


def test_a_red_flag_may_only_quote_the_source():
    flags = (RedFlag(sign="hurry", phrase="act  NOW"), RedFlag(sign="pump", phrase="to the moon"))
    grounded = ground(Explanation(headline="H", red_flags=flags), SOURCE, language="en")
    assert [flag.phrase for flag in grounded.red_flags] == ["act  NOW", ""]


def test_a_mark_of_earlier_grounding_is_renewed():
    answer = Explanation(headline="H", what_happened=(Statement(text="15% went.", unsupported=True),))
    assert not ground(answer, SOURCE, language="en").what_happened[0].unsupported
