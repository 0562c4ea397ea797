"""The signs of fraud in a text as readers see them."""

from collections.abc import Iterable, Sequence

from botapp.ai.base import Language
from botapp.ai.offline import form_scams, red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.signs import Sign
from botapp.ai.schema import RedFlag
from botapp.ai.sentences import split

# What no honest text wants of its reader, and a text that has it is no news.
FRAUDS: frozenset[Sign] = frozenset(
    (
        "seed_phrase",
        "send_to_receive",
        "safe_account",
        "in_trouble",
        "pay_by_link",
        "prize",
        "easy_job",
        "recovery",
        "card_data",
        "new_friend",
        "held_payout",
        "bought_income",
        "pump_call",
        "call_number",
    )
)
# What honest texts may have one kind of (an advert, a club, news of a promise), and hardly two.
_KINDS: tuple[frozenset[Sign], ...] = (
    frozenset(("guaranteed", "high_yield")),
    frozenset(("pump",)),
    frozenset(("private_chat",)),
    frozenset(("impersonation",)),
    frozenset(("fake_approval",)),
    frozenset(("advance_fee",)),
)
_LIGHTER: frozenset[Sign] = frozenset().union(*_KINDS)

_SHOWN: dict[str, Sign] = {
    shown: sign for phrases in PHRASES.values() for sign, shown in phrases.signs.items()
}


def warnings(text: str, language: Language) -> tuple[RedFlag, ...]:
    """Each sign once, in the reader's language, with the words that show it."""
    signs = PHRASES[language].signs
    return tuple(RedFlag(sign=signs[sign], phrase=phrase) for sign, phrase in red_flags.find(split(text)))


def is_fraud(flags: Iterable[RedFlag]) -> bool:
    """Whether one of the warnings of a text makes it a fraud, and not only a text to be careful with.

    What a model remarks in words of its own makes none.
    """
    return is_grave([(_SHOWN[flag.sign], flag.phrase) for flag in flags if flag.sign in _SHOWN])


def is_grave(found: Sequence[tuple[Sign, str]]) -> bool:
    """Whether signs make a fraud: one of the gravest, lighter ones together, or a form and more.

    Honest texts have forms, too. More is another sign, a card that is asked for, or an address such as no
    post office has.
    """
    signs = {sign for sign, _phrase in found}
    forms = signs & form_scams.FRAUDS.keys()
    told = any(sign in forms and form_scams.is_telling(phrase) for sign, phrase in found)
    return not FRAUDS.isdisjoint(signs) or meet(found) or bool(forms and (len(signs) > 1 or told))


def meet(found: Sequence[tuple[Sign, str]]) -> bool:
    """Whether lighter signs make a fraud together: two kinds of them, or a double promise and anything else.

    Haste and coins to collect are in too many adverts to be a kind, and cheers for a coin in too much news.
    """
    lighter = {sign for sign, phrase in found if sign in _LIGHTER and not red_flags.HYPE.fullmatch(phrase)}
    kinds = sum(not kind.isdisjoint(lighter) for kind in _KINDS)
    return kinds > 1 or (len(lighter) > 1 and len(found) > len(lighter))
