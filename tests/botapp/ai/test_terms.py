import pytest

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm
from tests.kit.knowledge import knowledge

TERMS = knowledge("ru").terms


def slugs(text: str) -> list[str]:
    return [mention.term.slug for mention in terms.find(text, TERMS)]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("запас стейблкоинов вырос", "stablecoin"),
        ("в стейблкоинах и долларах", "stablecoin"),
        ("курс биткоина упал", "bitcoin"),
        ("торговля биткоинами", "bitcoin"),
        ("торговали с кредитным плечом", "leverage"),
        ("без кредитного плеча", "leverage"),
        ("ошибка в смарт-контракте", "smart-contract"),
        ("ошибки смарт-контрактов", "smart-contract"),
        ("после хардфорка", "hard-fork"),
        ("волна ликвидаций", "liquidation"),
        ("валидаторам заплатили", "validator"),
        ("курс біткоїна впав", "bitcoin"),
        ("запас стейблкоїнів зріс", "stablecoin"),
        ("помилка у смартконтракті", "smart-contract"),
        ("хвиля ліквідацій", "liquidation"),
        ("two stablecoins", "stablecoin"),
        ("SMART CONTRACT bug", "smart-contract"),
        ("spot ETFs", "etf"),
        ("$BTC down", "bitcoin"),
        ("btc вниз", "bitcoin"),
    ],
)
def test_a_term_is_found_in_every_form(text, slug):
    assert slugs(text) == [slug]


@pytest.mark.parametrize(
    "text", ["wait 5 sec", "el sol brilla", "ethics", "betfred", "solidity", "ликвидатор", ""]
)
def test_a_term_is_not_found_inside_other_words(text):
    assert slugs(text) == []


def test_capitals_in_the_glossary_are_meant():
    assert slugs("The SEC said so") == ["sec"]
    assert slugs("SOL and Solana") == ["solana"]


def test_the_longer_term_hides_the_shorter_one():
    both = (
        GlossaryTerm("contract", "contract", "a promise", ("contract",)),
        GlossaryTerm("smart-contract", "smart contract", "a program", ("smart contract",)),
    )
    assert [mention.term.slug for mention in terms.find("A smart contract.", both)] == ["smart-contract"]


def test_what_the_text_is_about_comes_first():
    text = "Стейблкоин дня. " + "Много других слов. " * 12 + "Упомянули и валидатора. Стейблкоину доверяют."
    assert slugs(text) == ["stablecoin", "validator"]


def test_no_glossary_finds_nothing():
    assert terms.find("bitcoin", ()) == ()


@pytest.mark.parametrize("ticker", ["ETC", "DAI", "POL", "DOGE"])
def test_tickers_that_are_words_too_count_in_capitals_only(ticker):
    known = (GlossaryTerm("asset", "Some asset", "A coin.", (), ticker),)
    assert terms.find(f"Tokens, coins, {ticker.lower()}. and so on", known) == ()
    assert [mention.term.slug for mention in terms.find(f"They bought {ticker}.", known)] == ["asset"]
