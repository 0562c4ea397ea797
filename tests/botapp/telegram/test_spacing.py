import pytest

from botapp.telegram.markup import read
from botapp.telegram.spacing import unbroken


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Курс 2 140 за день", "Курс 2~140 за день"),
        ("fell to $1 200 000 today", "fell to $1~200~000 today"),
        ("на 5 % и 3,5 % годовых", "на 5~% и 3,5~% годовых"),
        ("$200 млн и 1,2 млрд грн вчера", "$200~млн и 1,2~млрд~грн вчера"),
        ("12 BTC, 5 ETH", "12~BTC, 5~ETH"),
        ("за 30 дней", "за 30~дней"),
        ("12 345 678 процентных пунктов", "12~345~678 процентных пунктов"),
        ("в 2024 300 человек, глава 5 и 6", "в 2024 300 человек, глава 5 и 6"),
        ("ни одного числа", "ни одного числа"),
    ],
)
def test_no_line_breaks_inside_a_figure(text, shown):
    assert unbroken(read(text)).text == shown.replace("~", "\u00a0")


def test_marks_stay_where_they_are():
    plain = read("Цена <b>2 140</b> <i>долларов</i> за <a href='https://x.test/?q=5 %'>5 %</a> 😀 <b>7 %</b>")
    shown = unbroken(plain)
    assert shown.text.replace("\u00a0", " ") == plain.text
    assert shown.marks == plain.marks
    assert shown.text.startswith("Цена 2\u00a0140\u00a0долларов за 5\u00a0%")


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote cite=''>на 5 % до 2 140</blockquote>",
        "<blockquote expandable cite=''>на 5 % до 2 140</blockquote>",
        "<code>2 140 5 %</code>",
        "<pre>2 140 5 %</pre>",
    ],
)
def test_what_somebody_wrote_and_what_is_copied_stays_as_it_was(html):
    assert unbroken(read(html)) == read(html)
    assert unbroken(read(html + " 5 %")).text == read(html).text + " 5\u00a0%"
