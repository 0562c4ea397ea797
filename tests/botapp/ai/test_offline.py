"""The explainer without AI, by what its readers get: lead, numbers, terms, kind, no inventions."""

import time

import pytest

from botapp.ai import figures
from botapp.ai.base import Depth, EventPattern, GlossaryTerm, Knowledge, Language, Prompt, Reply, Turn
from botapp.ai.offline import OfflineProvider
from botapp.ai.schema import Explanation
from botapp.ai.sentences import split
from tests.botapp.ai.number_items import NUMBERS
from tests.botapp.ai.offline_items import ITEMS, Item
from tests.kit.knowledge import knowledge

each_item = pytest.mark.parametrize("item", ITEMS, ids=[f"{item.language}-{item.kind}" for item in ITEMS])


async def last(prompt: Prompt) -> Reply:
    (reply,) = [reply async for reply in OfflineProvider().explain(prompt)]
    return reply


async def explain(
    text: str, language: Language = "en", depth: Depth = "normal", known: Knowledge | None = None
) -> Explanation:
    return (await last(Prompt(text, language, depth, knowledge=known or knowledge(language)))).explanation


@each_item
async def test_the_lead_is_kept_in_the_sources_own_words(item: Item):
    explanation = await explain(item.text, item.language)
    assert item.lead in explanation.what_happened[0].text
    for statement in (*explanation.what_happened, *explanation.why_it_matters):
        source = split(item.text)[statement.source_sentence - 1]
        assert statement.text.rstrip("…") in source


@each_item
async def test_every_number_is_kept_with_its_unit_and_none_is_invented(item: Item):
    explanation = await explain(item.text, item.language, "pro")
    numbers, headline = explanation.numbers, explanation.headline
    values = {number.value for number in numbers}
    assert {value for value in item.numbers if value not in headline} <= values
    for number in numbers:
        assert number.value in split(item.text)[number.source_sentence - 1]
        assert number.meaning
        assert number.meaning != number.value
        measured = [word for word in number.meaning.replace("…", " ").split() if word.strip(".,")]
        assert all(word.strip("«»()—–,.:;") in item.text for word in measured)


@each_item
async def test_terms_are_explained_in_the_readers_language(item: Item):
    for reader in ("ru", "uk", "en"):
        explanation = await explain(item.text, reader, "pro")
        meanings = {term.meaning for term in explanation.terms}
        assert {f"[{reader}] what {slug} means" for slug in item.terms} <= meanings


@each_item
async def test_the_kind_of_event_is_found_and_its_background_set_apart(item: Item):
    explanation = await explain(item.text, item.language)
    assert explanation.background is not None
    assert explanation.background.slug == item.kind


@each_item
async def test_a_report_raises_no_red_flag(item: Item):
    assert (await explain(item.text, item.language)).red_flags == ()


@each_item
async def test_nothing_shown_holds_a_figure_that_the_source_lacks(item: Item):
    known = figures.find(item.text)
    shown = await explain(item.text, item.language, "pro")
    statements = (*shown.what_happened, *shown.why_it_matters, *shown.who_is_affected)
    for text in (shown.headline, *(statement.text for statement in statements)):
        assert all(any(figure.agrees(other) for other in known) for figure in figures.find(text))


def test_the_items_cover_every_kind_and_language():
    assert {item.kind for item in ITEMS} == {event.slug for event in knowledge().events}
    assert {item.language for item in ITEMS} == {"ru", "uk", "en"}


async def test_it_always_says_that_it_is_offline():
    for kind in ("news", "question"):
        reply = await last(Prompt("What is Bitcoin? It rose.", "en", kind=kind, knowledge=knowledge("en")))
        assert (reply.complete, reply.degraded, reply.provider, reply.model) == (
            True,
            True,
            "offline",
            OfflineProvider.model,
        )


async def test_a_headline_on_its_own_line_is_not_told_twice():
    explanation = await explain(ITEMS[0].text)
    assert explanation.headline == "Ronin bridge drained of $625 million"
    assert explanation.headline not in [statement.text for statement in explanation.what_happened]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Spot funds took in $1.2 bln. on Monday, the most since March. Prices rose.",
            "Spot funds took in $1.2 bln. on Monday, the most since March",
        ),
        (
            (
                "Spot funds took in $1.2 bln. on Monday, the most since March, when banks in three countries "
                "failed and depositors looked for something that no bank could lose. Prices rose."
            ),
            "Spot funds took in $1.2 bln. on Monday",
        ),
        (
            "After the bank collapsed on Friday night, USDC lost its peg. Prices fell.",
            "After the bank collapsed on Friday night, USDC lost its peg",
        ),
        ("Bitcoin, the oldest of coins, rose. Others fell.", "Bitcoin, the oldest of coins, rose"),
    ],
)
async def test_without_a_headline_the_first_sentence_or_its_main_clause_serves_as_one(text, headline):
    assert (await explain(text)).headline == headline


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        (
            "The rate is 13% up to $2.4 million and 15% above that, said Ann, who is 40 years.",
            {
                "13%": "The rate is … up to $2.4 million and 15% above that",
                "$2.4 million": "The rate is 13% up to … and 15% above that",
                "15%": "The rate is 13% up to $2.4 million and … above that",
                "40 years": "said Ann, who is …",
            },
        ),
        (
            "Цена биткоина за сутки снизилась на 2,4% до 61 300 долларов, сообщает Reuters.",
            {
                "2,4%": "Цена биткоина за сутки снизилась на … до 61 300 долларов",
                "61 300 долларов": "Цена биткоина за сутки снизилась на 2,4% до …",
            },
        ),
        ("5,000 BTC left the exchange overnight.", {"5,000 BTC": "… left the exchange overnight"}),
        ("Збитки користувачів сягнули 3 млн грн.", {"3 млн грн": "Збитки користувачів сягнули …"}),
        (
            "Hackers stole $625 million (173,600 ETH and 25.5M USDC).",
            {
                "$625 million": "Hackers stole …",
                "173,600 ETH": "Hackers stole $625 million (… and 25.5M USDC)",
                "25.5M USDC": "Hackers stole $625 million (173,600 ETH and …)",
            },
        ),
        (
            "Bitcoin rose 5% to $61,300.",
            {"5%": "Bitcoin rose … to $61,300", "$61,300": "Bitcoin rose 5% to …"},
        ),
        ("Мост, который потерял 5 млн долларов, закрыт.", {"5 млн долларов": "Мост, который потерял …"}),
        ("И тут… цена упала сразу на 9% за час.", {"9%": "цена упала сразу на … за час"}),
    ],
)
async def test_a_number_is_explained_by_its_own_clause(text, meanings):
    numbers = (await explain(f"Prices moved. {text}", depth="pro")).numbers
    told = {number.value: number.meaning for number in numbers}
    assert {value: told.get(value) for value in meanings} == meanings


@pytest.mark.parametrize(("language", "text", "value", "clause"), NUMBERS)
async def test_a_listed_number_says_of_what_and_more_than_the_headline(language, text, value, clause):
    numbers = (await explain(text, language, "pro")).numbers
    assert {number.value: number.meaning for number in numbers}.get(value, "") == clause


async def test_of_a_long_clause_the_words_beside_the_number_are_shown():
    before, after = " ".join(f"before{n}" for n in range(40)), " ".join(f"after{n}" for n in range(40))
    (number,) = (await explain(f"{before} 55% {after}.")).numbers
    words = number.meaning.split()
    assert words.index("…") == 14
    assert (words[0], words[-1], len(words)) == ("before26", "after13", 29)


async def test_each_meaning_has_one_gap_where_the_number_stood():
    for item in ITEMS:
        for number in (await explain(item.text, item.language, "pro")).numbers:
            assert number.meaning.count("…") == 1
            filled = " ".join(number.meaning.replace("…", number.value).split())
            source = split(item.text)[number.source_sentence - 1]
            assert filled.split()[0].strip("«»(") in source


async def test_numbers_that_were_told_already_come_last():
    text = "Bitcoin rose 5% on Monday (a record). Funds took in $7 million. The fee is 0.25% a year."
    simple = await explain(text, depth="simple")
    assert [statement.source_sentence for statement in simple.what_happened] == [1, 2]
    assert [number.value for number in simple.numbers] == ["0.25%", "5%", "$7 million"]


async def test_a_number_said_twice_is_listed_once_where_it_adds_most():
    text = (
        "Bitcoin rose 5% on Monday, Reuters said. The data is of Monday night, the agency said. "
        "Later its rise of 5% was confirmed by two exchanges."
    )
    (number,) = (await explain(text, depth="simple")).numbers
    assert (number.value, number.source_sentence) == ("5%", 3)


async def test_the_simple_depth_has_three_numbers_at_most():
    text = "A short item came out today. " + " ".join(
        f"Fund {n} took in ${n} million." for n in range(11, 31)
    )
    assert len((await explain(text, depth="simple")).numbers) == 3


async def test_deeper_tells_more():
    text = " ".join(
        f"Fact number {n} cost ${n} million and 10{n} BTC, the agency said." for n in range(11, 31)
    )
    simple, normal, pro = [await explain(text, depth=depth) for depth in ("simple", "normal", "pro")]
    assert [len(e.what_happened) for e in (simple, normal, pro)] == [2, 3, 4]  # the first is the headline
    assert len(simple.numbers) < len(normal.numbers) < len(pro.numbers)


async def test_what_the_source_says_about_consequences_is_why_it_matters():
    explanation = await explain(ITEMS[0].text)
    assert [s.text for s in explanation.why_it_matters] == [
        "As a result, deposits and withdrawals are halted."
    ]


async def test_assets_are_named_without_guessing_where_the_price_goes():
    explanation = await explain("Bitcoin fell 5% on Monday, Reuters said. Traders expect more of it.")
    assert explanation.impacts == ()
    assert "Bitcoin (BTC)" in explanation.who_is_affected[0].text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ether (Ethereum)", "Ether (ETH)"),
        ("Ether", "Ether (ETH)"),
        ("Ether (ETH)", "Ether (ETH)"),
        ("ETH", "ETH"),
    ],
)
async def test_an_asset_has_its_ticker_and_one_pair_of_brackets(name, shown):
    ether = GlossaryTerm("ethereum", name, "A coin.", ("ether",), "ETH")
    explanation = await explain("Ether rose.", known=Knowledge(terms=(ether,)))
    assert explanation.who_is_affected[0].text.endswith(f": {shown}.")


async def test_promotion_links_and_decoration_stay_out():
    shown = (await explain(ITEMS[4].text, "ru", "pro")).model_dump_json()
    for noise in ("https", "t.me", "Подписывайтесь", "👉", "⚡", "#"):
        assert noise not in shown


@pytest.mark.parametrize(
    ("text", "missing", "said"),
    [
        (
            "Hackers drained a bridge.",
            ["How much was stolen?", "no source", "no date", "no numbers"],
            [],
        ),
        (
            "Hackers drained a bridge of $5 million on May 5, Reuters reported.",
            ["Will users get their money back?"],
            ["How much was stolen?", "no source", "no date", "no numbers"],
        ),
        (
            "Hackers drained a bridge; users will get their money back.",
            [],
            ["Will users get their money back?"],
        ),
    ],
)
async def test_what_an_item_leaves_open_is_said(text, missing, said):
    open_ = " | ".join((await explain(text)).not_said)
    assert all(gap in open_ for gap in missing)
    assert not any(gap in open_ for gap in said)


async def test_questions_of_a_kind_are_three_at_most():
    background = knowledge("en").events[0].background
    asked = tuple(f"Which colour had wagon {word}?" for word in ("alpha", "beta", "gamma", "delta"))
    known = Knowledge(events=(EventPattern("hack", ("hack*",), background, asked),))
    explanation = await explain("Hackers took $5 on Monday, Reuters reported.", known=known)
    assert explanation.not_said == asked[:3]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a",
        "🚀🚀🚀",
        "#btc #eth",
        "Подписывайтесь на наш канал!",
        " ",
        "…",
        "<b>&amp;</b>",
    ],
)
async def test_what_holds_no_news_is_told_so(text):
    explanation = await explain(text, "ru")
    assert explanation.headline
    assert explanation.what_happened


@pytest.mark.parametrize(
    "text",
    [
        "<b>Bitcoin</b> & <script>alert(1)</script> rose 5% on Monday.",
        "ביטקוין עלה ב-5% היום. המחיר הוא 67,000 דולר.",
        "👩‍👩‍👧 Биткоин 🇺🇦 вырос на 5%!",
        "x" * 4096,
        "5 " * 2000,
        "Слово " * 700,
    ],
)
async def test_any_text_is_explained(text):
    explanation = await explain(text, "ru", "pro")
    assert explanation.headline
    assert all(len(statement.text) <= 600 for statement in explanation.what_happened)


async def test_without_a_glossary_it_still_explains():
    explanation = await explain(ITEMS[1].text, known=Knowledge())
    assert explanation.what_happened
    assert explanation.terms == ()
    assert explanation.background is None


@pytest.mark.parametrize(("length", "seconds"), [(4_000, 1.0), (20_000, 4.0)])
async def test_long_items_take_no_time(length, seconds):
    # Many times what it takes: the machines that run tests are shared.
    text = " ".join(item.text for item in ITEMS * 8)[:length]
    await explain(text, "ru", "pro")
    started = time.perf_counter()
    await explain(text + " ", "ru", "pro")
    assert time.perf_counter() - started < seconds


# Questions


async def ask(text: str, language: Language = "en", history: tuple[Turn, ...] = ()) -> Explanation:
    prompt = Prompt(text, language, kind="question", history=history, knowledge=knowledge(language))
    return (await last(prompt)).explanation


@pytest.mark.parametrize(
    ("question", "language", "meaning"),
    [
        ("What is a stablecoin?", "en", "stablecoin: [en] what stablecoin means"),
        ("Зачем нужны стейблкоины?", "ru", "стейблкоин: [ru] what stablecoin means"),
        ("Що таке кредитне плече?", "uk", "кредитне плече: [uk] what leverage means"),
    ],
)
async def test_a_question_about_a_term_is_answered_from_the_glossary(question, language, meaning):
    assert (await ask(question, language)).what_happened[0].text == meaning


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did it happen?", "said on Tuesday"),
        ("How much was taken?", "173,600 ETH"),
        ("Are withdrawals halted?", "withdrawals are halted"),
    ],
)
async def test_a_question_about_the_last_item_is_answered_from_it(question, answer):
    history = (Turn("person", ITEMS[1].text), Turn("person", ITEMS[0].text), Turn("rvx", "Hackers."))
    told = " ".join(statement.text for statement in (await ask(question, history=history)).what_happened)
    assert answer in told


async def test_a_question_that_nothing_answers_is_not_answered():
    explanation = await ask("Who will win the cup?", history=(Turn("person", ITEMS[0].text),))
    assert explanation.headline == "RVX found no answer in your news item"
    assert len(explanation.what_happened) >= 2, "and says what RVX can do instead"
