"""Frauds whose parts stand in several sentences: a prize and then its fee, an accident and then the card.

A sentence that asks or offers makes the sign only if everything else of its fraud stands around it, and
nothing that only honest texts say.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from botapp.ai.offline import (
    account_scams,
    bought_incomes,
    deposit_scams,
    everyday_scams,
    held_payouts,
    paid_jobs,
    pump_calls,
    windfalls,
)
from botapp.ai.sieve import Sieve

SpreadSign = Literal[
    "prize",
    "easy_job",
    "recovery",
    "in_trouble",
    "pay_by_link",
    "seed_phrase",
    "advance_fee",
    "card_data",
    "new_friend",
    "held_payout",
    "bought_income",
    "pump_call",
    "call_number",
    "high_yield",
]
SAME_SENTENCE = r"(?:[^.!?]|\.(?=\d))"  # for "[^.!?]" in a pattern: a point inside a number ends no sentence
# Nor does one of an abbreviation.
_WITH_ABBREVIATIONS = rf"(?:{SAME_SENTENCE}|(?<=руб)\.|(?<=тыс)\.|(?<=тис)\.|(?<=грн)\.|(?<=дол)\.)"
_AROUND = 2  # sentences before and behind: whoever defrauds is brief
# Who tells readers of something, and not them of themselves.
TELLS = re.compile(
    r"(?<!\w)(?:сообщил\w{0,2}|напомнил\w{0,2}|рассказал\w{0,2}|пояснил\w{0,2}|объяснил\w{0,2}|уточнил\w{0,2}"
    r"|заяви\w{1,2}|сказал\w?|повідом\w{2,3}|нагада\w{1,2}|розпов\w{2,3}|уточни\w{1,2}|подсчита\w{1,2}"
    r"|порахува\w{1,2}|(?:по)?обещал\w?|(?:по)?обіця(?:в|ла|ли)|заверил\w?|запевни(?:в|ла|ли)"
    r"|said|says|told|explained|(?<!is )(?<!be )(?<!are )announced|reminds?|reminded|reports?|reported|found"
    r"|study|survey"
    r"|promised|pledged|vowed"
    r"|trustee)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Scam:
    """`ask` is quoted; each of `beside` stands in its sentence or around it, none of `unless` does."""

    ask: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]


def _scam(ask: str, *beside: str, unless: str = "(?!)") -> _Scam:
    spelled = (words.replace("[^.!?]", _WITH_ABBREVIATIONS) for words in (ask, *beside, unless))
    compiled = tuple(re.compile(words, re.IGNORECASE) for words in spelled)
    return _Scam(compiled[0], compiled[1:-1], compiled[-1])


def _call(beside: str, unless: str) -> _Scam:
    return _scam(account_scams.CALL, account_scams.DANGER, beside, unless=unless)


SCAMS: dict[SpreadSign, tuple[_Scam, ...]] = {
    "prize": (_scam(windfalls.PRIZE_FEE, windfalls.WON, unless=windfalls.NOT_WON),),
    "easy_job": (
        _scam(windfalls.CONTACT, windfalls.DAILY_PAY, windfalls.JOB, unless=paid_jobs.EMPLOYED),
        _scam(windfalls.TASK_DEPOSIT, windfalls.TASKS, windfalls.TASK_LURE),
        _scam(windfalls.CASH, windfalls.JOB, windfalls.CONTACT),
        _scam(deposit_scams.TO_CARD, windfalls.DAILY_PAY, unless=paid_jobs.RENTED),
        _scam(windfalls.MULE, windfalls.SHARE),
        _scam(
            paid_jobs.START_FEE,
            paid_jobs.WAGE,
            paid_jobs.WORK,
            unless=rf"{paid_jobs.NO_FEE}|{paid_jobs.RENTED}|{paid_jobs.EMPLOYED}",
        ),
    ),
    "recovery": (
        _scam(windfalls.GIVES_BACK, windfalls.LOST, windfalls.FEE),
        _scam(windfalls.GIVES_BACK, windfalls.LOST, windfalls.CONTACT),
        _scam(windfalls.STOLEN_BACK, windfalls.WE, windfalls.UP_FRONT),
        _scam(windfalls.OTHERS_GIVE_BACK, windfalls.LOST, windfalls.FEE, windfalls.YOU),
    ),
    "advance_fee": (
        _scam(deposit_scams.GAS, deposit_scams.GIVEN_AWAY),
        _scam(deposit_scams.LAWYER, deposit_scams.FORTUNE, deposit_scams.YOUR_SHARE),
        _scam(deposit_scams.FLAT_MONEY, deposit_scams.FLAT, deposit_scams.OUT_OF_SIGHT),
    ),
    "held_payout": (
        _scam(held_payouts.PAY_FIRST, held_payouts.HELD, unless=held_payouts.HONEST),
        _scam(
            deposit_scams.DEPOSIT,
            deposit_scams.WITHDRAWAL,
            deposit_scams.CHECKED,
            unless=deposit_scams.NO_CHECK,
        ),
        _scam(held_payouts.CONDITION, unless=held_payouts.HONEST),
        _scam(held_payouts.DUE_FIRST, held_payouts.STUCK, unless=held_payouts.HONEST),
    ),
    "bought_income": (
        _scam(bought_incomes.PAY_IN, bought_incomes.IMPOSSIBLE, unless=bought_incomes.NO_INCOME),
        _scam(windfalls.ENTRY, windfalls.INCOME, windfalls.CONTACT),
    ),
    "high_yield": (  # the impossible rate itself, beside the words that want money for it
        _scam(bought_incomes.IMPOSSIBLE, bought_incomes.PAY_IN, unless=bought_incomes.NO_INCOME),
    ),
    "pump_call": (
        _scam(pump_calls.BUY_TOGETHER, pump_calls.NAMED_LATER),
        _scam(pump_calls.BUY_BY_HOUR, pump_calls.MANIFOLD, unless=pump_calls.AFTERWARDS),
        _scam(pump_calls.BUY_THIS, pump_calls.PUSHED, pump_calls.MANIFOLD, unless=pump_calls.AFTERWARDS),
    ),
    "call_number": (
        _call(account_scams.HASTE, unless=account_scams.AT_A_BANK),
        _call(account_scams.IN_THE_NAME, unless=account_scams.AT_A_BANK),
        _call(account_scams.COIN_HOUSE, unless=account_scams.NEVER_CALLS),
    ),
    "card_data": (
        _scam(
            account_scams.ASK_FOR_CARD,
            account_scams.LOCKED,
            deposit_scams.STRANGE,
            unless=rf"{deposit_scams.OFFICIAL}|{account_scams.IN_THE_APP}",
        ),
        _scam(
            deposit_scams.UPDATE,
            deposit_scams.UNPAID,
            deposit_scams.STRANGE,
            unless=deposit_scams.OFFICIAL,
        ),
        _scam(
            deposit_scams.CARD,
            deposit_scams.PAYOUT,
            deposit_scams.ADDRESS,
            unless=deposit_scams.OFFICIAL,
        ),
    ),
    "new_friend": (_scam(deposit_scams.LESSON, deposit_scams.STRANGER, deposit_scams.TRADES),),
    "seed_phrase": (_scam(everyday_scams.NAME_IT, everyday_scams.CODE_COMES),),
    "in_trouble": (
        _scam(
            everyday_scams.GIVE_MONEY,
            everyday_scams.KIN,
            everyday_scams.MISHAP,
            unless=everyday_scams.TOLD,
        ),
    ),
    "pay_by_link": (
        _scam(
            everyday_scams.PAY_A_LITTLE,
            everyday_scams.HELD_PARCEL,
            unless=everyday_scams.AT_THE_POST,
        ),
    ),
}


def asks(sign: SpreadSign, sentences: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    """What a fraud asks for or offers, with its sentence, where all of its other parts stand around it."""
    parts = _likely_parts(" ".join(sentences))
    for number, scam in enumerate(SCAMS[sign]):
        if parts[sign, number] == 1 + len(scam.beside):
            yield from _asks(scam, sentences)


@lru_cache(maxsize=8)
def _likely_parts(text: str) -> Counter[tuple[SpreadSign, int]]:
    """How many parts of each fraud are not surely missing in a text; looked for once for all signs."""
    return Counter((sign, number) for sign, number, _part in _sieve().likely(text))


@cache
def _sieve() -> Sieve[tuple[SpreadSign, int, int]]:
    return Sieve(
        {
            (sign, number, part): words
            for sign, scams in SCAMS.items()
            for number, scam in enumerate(scams)
            for part, words in enumerate((scam.ask, *scam.beside))
        }
    )


def _asks(scam: _Scam, sentences: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    for number, sentence in enumerate(sentences):
        asked = scam.ask.search(sentence)
        if asked and not TELLS.search(sentence):
            around = " ".join(sentences[max(0, number - _AROUND) : number + _AROUND + 1])
            if all(part.search(around) for part in scam.beside) and not scam.unless.search(around):
                yield asked, sentence
