"""Statements that turn a sentence of their source round: "will pay", "will not pay"; "rose 5%", "fell 5%".

Only where a statement says nearly the words of a sentence, or its very figure of a rise or a fall. What
may be meant otherwise is let pass: a sentence with both, a condition, another sentence that agrees.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Protocol

from botapp.ai.figures import Figure
from botapp.ai.grounding import directions, opposites, quantities
from botapp.ai.grounding.facts import Facts
from botapp.ai.grounding.meanings import in_small_letters, is_shared, meaning
from botapp.ai.grounding.opposites import DOWN, STILL, UP

_LIKE = 0.5  # share of a statement's longer words from which a sentence is looked at
_NEARLY_ALL = 0.8  # share of its words, but for those that turn it
_FEWEST = 3  # words that say what a statement is about
_FEW = 2  # enough of them where all are met and the words that turn it leave no doubt
_SHORTEST, _LONGEST = 8, 1000  # characters of a sentence that says something, and not too much
_NAME = re.compile(r"(?<=\w[ ,])[A-ZА-ЯІЇЄҐ][^\W\d_]{2,}")
_TOGETHER = dict.fromkeys(
    (opposites.OVERTURNED[1:], opposites.LIFTED[1:]), (opposites.OVERTURNED[1:], opposites.LIFTED[1:])
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# Between "not" and what is denied.
_BESIDE_VERBS = (
    r"(?:yet|also|ever|even|be|been|have|has|longer|able to"
    r"|еще|ще|пока|поки|буд(?:ет|ут|е|уть)|был\w?|був|бул\w"
    r"|є|с?мо(?:жет|гут|жно|г|гл[аио])|з?мож(?:е|уть|на)|з?мо(?:гла|гли|жуть)|міг)"
)
_NOT = re.compile(
    r"(?<!\w)(?:no longer|not|never|cannot|(?:did|does|do|wo|would|is|are|was|were|has|have|ca|could"
    r"|should)n't|не"
    r"|(?:refus\w+|declin\w+|fail(?:s|ed)?) to|(?:rejected|rejects|ruled out|denied|denies"
    r"|refus\w+)(?= \w+ing\b)"
    r"|(?:отказ[аы]|відмов[иля])\w*(?=\s\w+(?:ть|ти|ться|тися)(?!\w)| (?:от|від) )(?: от| від)?)\s+"
    rf"(?:{_BESIDE_VERBS} )?(?P<what>[^\W\d_]+)"
    r"(?: (?:n?or|или|або) (?P<also>[^\W\d_]+))?"
)
# No denial of what follows.
_NO_DENIAL = re.compile(
    r"(?<!\w)(?:not (?:only|just|less|more|later)|не (?:только|лишь|просто|менее|более|больше|меньше|ниже"
    r"|выше|раз"
    r"|позднее|позже|лише|тільки|менше|більше|нижче|вище|пізніше|исключ\w+|виключ\w+))(?!\w)"
)
# What does not happen before June may happen then.
_CONDITION = re.compile(
    r"(?<!\w)(?:if|unless|until|whether|если|пока|ли|якщо|поки|чи|доки)(?!\w)|\?\s*$"
    r"|(?:(?<!\w)(?:not|не|cannot)|n't)\s[^.!?]{0,80}?(?<!\w)(?:before|earlier|раньше|ранее|раніше)(?!\w)"
)
# Denies as well, but who knows what: "charges no fees" is "does not charge fees".
_DENIES_ELSE = re.compile(
    r"(?<!\w)(?:no(?! longer)|none|nobody|nothing|neither|without"
    r"|ни один|ни одна|никто|ничего|без|жоден|жодна|ніхто|нічого|немає)(?!\w)"
)
# What a price is told in: what rose against it, against that it fell.
_IN = re.compile(
    r"(?<!\w)(?:against|versus|vs\.?|to|к|до|щодо) (?:the |a )?(?:us )?(?P<base>dollar|euro|ro?uble|yen|yuan"
    r"|pound|franc|hryvnia|bitcoin|доллару|рублю|юаню|евро|гривне|биткоину|долара|рубля|гривні|євро|біткоїна)"
)
_AUXILIARY = frozenset(
    map(
        meaning,
        re.findall(
            r"\w+",
            "the and for did does was were has have had been will would can could not never that its their "
            "with from they this which case level against "
            "против проти что как для него или при был была было были дело дела деле "
            "який цей його або було були справа справі справу",
        ),
    )
)
# What a sentence is never about: how many, and that somebody is found guilty.
_AMOUNT = frozenset((meaning("million"),))
_LIGHT = frozenset(map(meaning, ("all", "found", "признал")))


@dataclass(frozen=True)
class _Signs:
    """The words of a text by their beginnings: denied ones, the others, and which side of which pair."""

    text: str
    denied: frozenset[str]
    said: frozenset[str]
    sides: frozenset[str]
    about: frozenset[str]  # without those that turn it
    turning: tuple[tuple[str, frozenset[str]], ...]  # these, by their pairs
    nobody: frozenset[str] | None  # what nobody does
    with_nobody: frozenset[str]  # the same and what stands before it
    of_all: bool  # nobody does what is denied
    is_open: bool  # a condition or a question
    denies_else: bool  # with words that do not stand at what they deny
    has_losses: bool  # which fall where something else rises
    has_rate: bool
    base: str  # what its price is told in, "" if there is none
    of_them: dict[str, frozenset[str]]  # of whom it says "all", "part" or "nobody"

    def besides(self, pair: str) -> "_Signs":
        """With the words of other pairs, which this one may turn: a ban that is lifted."""
        turned = (words for one, words in self.turning if one not in _TOGETHER.get(pair, (pair,)))
        return replace(self, about=self.about.union(*turned))

    @cached_property
    def words(self) -> frozenset[str]:
        """Denied or not."""
        return self.denied | self.said

    @cached_property
    def first(self) -> str:
        """Of what it is about, what stands first: who wins a case, and who loses it."""
        said = map(meaning, _WORD.findall(self.text.lower().replace("ё", "е")))
        return next((word for word in said if word in self.about), "")

    def going(self, ways: frozenset[str]) -> "_Signs":
        """With no other rise or fall than that of a figure."""
        sides = self.sides - (directions.WAYS - ways)
        return self if sides == self.sides else replace(self, sides=sides)

    @cached_property
    def abroad(self) -> frozenset[str]:
        """Of what it is about, what has a meaning across languages; names in Latin among Cyrillic, too."""
        is_cyrillic = any(not word.isascii() for word in self.about)
        return frozenset(word for word in self.about if is_shared(word) or (is_cyrillic and word.isascii()))

    @cached_property
    def told(self) -> int:
        """How many words it is about, without those with a capital: other alphabets spell them otherwise."""
        return len(self.about - _stems(" ".join(_NAME.findall(self.text)).lower()) - _AMOUNT)

    def beside(self, other: "_Signs") -> frozenset[str]:
        """What it is about, as far as one of another language can be compared with it."""
        return (self.abroad | (self.about & other.about)) - _AMOUNT


class Told(Protocol):
    """A sentence of the news: its text, its language, the stems of its words, its figures."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def words(self) -> frozenset[str]: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...


def turns(text: str, facts: Facts, sentences: Iterable[Told]) -> bool:
    """Whether a statement says the contrary of a sentence, and of none what it says."""
    own = _signs(text)
    if own.is_open:
        return False
    figures = [one for one in facts.figures if not one.dated] if {UP, DOWN, STILL} & own.sides else []
    against = False
    for sentence in sentences:
        if not _SHORTEST <= len(sentence.text) <= _LONGEST:
            continue
        shared = facts.words & sentence.words
        same = bool(figures) and all(any(map(one.agrees, sentence.figures)) for one in figures)
        alike = len(shared) >= _LIKE * len(facts.words)
        abroad = _foreign(facts.language, sentence.language, alike=alike)
        if not (same or abroad or alike):
            continue
        other = _signs(sentence.text)
        if other.is_open:
            continue
        pairs = _by_clauses(own, other, figures, sentence.figures) if same else [(own, other)]
        verdicts = [_compared(*pair, same=same, foreign=not shared, abroad=abroad) for pair in pairs]
        if False in verdicts and True not in verdicts:
            return False
        against = against or True in verdicts
    return against


def _by_clauses(
    own: _Signs, other: _Signs, figures: list[Figure], told: Sequence[Figure]
) -> Iterator[tuple[_Signs, _Signs]]:
    """Both with the way of one figure alone, for each that a statement has."""
    for figure in figures:
        met = [one for one in told if figure.agrees(one)]
        yield own.going(directions.of(own.text, [figure])), other.going(directions.of(other.text, met))


def _foreign(one: str, other: str, *, alike: bool) -> float:
    """Which share of a statement's words must have a meaning across languages, 0 if both are in one.

    All, where letters do not tell two Cyrillic languages apart.
    """
    if one and other:
        return _LIKE if one != other else 0
    return 0 if alike else 1


def _compared(own: _Signs, other: _Signs, *, same: bool, foreign: bool, abroad: float) -> bool | None:
    """True if one turns the other round, False if it says the same, None if they can't be compared."""
    if abroad:
        known = own.beside(other)
        if len(known) < abroad * own.told:
            return _told([*_sides(own, other, same=same, foreign=foreign)])
        own = replace(own, about=known)
    few = bool(abroad)
    told = [*_denials(own, other, few=few), *_sides(own, other, same=same, foreign=foreign, few=few)]
    return _told([*told, *_of_them(own, other)])


def _told(told: list[bool]) -> bool | None:
    if not told:
        return None
    return not all(told)


def _of_them(own: _Signs, other: _Signs) -> Iterable[bool]:
    """False for each kind of people or things of which one says "all" or "nobody", the other "some"."""
    if not (own.of_them and other.of_them and _is_near(own, other, few=True)):
        return
    for one, two in (("all", "part"), ("part", "all"), ("nobody", "part"), ("part", "nobody")):
        nothing: frozenset[str] = frozenset()
        met = own.of_them.get(one, nothing) & other.of_them.get(two, nothing)
        if met and not met & (own.of_them.get(two, nothing) | other.of_them.get(one, nothing)):
            yield False


def _denials(own: _Signs, other: _Signs, *, few: bool = False) -> Iterable[bool]:
    """For each word that one of them denies, whether both do; and whether nobody does it in one alone."""
    if (own.nobody is None) != (other.nobody is None):
        if not (own.denied or other.denied):
            yield from _by_nobody(own, other)
    elif not (own.denies_else or other.denies_else) and (
        own.words == other.words or _are_about_one(own, other, few=few)
    ):
        yield from (one in other.denied for one in own.denied if one in other.denied or one in other.said)
        yield from (one in other.said for one in own.said - own.denied if one in other.denied)


def _are_about_one(own: _Signs, other: _Signs, *, few: bool) -> bool:
    if own.of_all == other.of_all:
        return _is_near(own, other, few=few)
    bare = replace(own, about=_without_people(own.about))
    return _is_near(own, other, few=True) or _is_near(bare, other, few=True)


def _by_nobody(own: _Signs, other: _Signs) -> Iterable[bool]:
    """False if in one of them nobody does what somebody does in the other."""
    done = _without_people(own.said)
    denying = other if own.nobody is None else own
    scope, also = _without_people(denying.nobody or frozenset()), _without_people(other.said)
    if own.denies_else or other.denies_else or not scope or len(done) < _FEWEST:
        return
    if _most(done, also & denying.with_nobody) and _most(scope, done & also):
        yield False


def _sides(own: _Signs, other: _Signs, *, same: bool, foreign: bool, few: bool = False) -> Iterable[bool]:
    """For each word of a pair that both speak of, whether the other has the same one."""
    sides = own.sides
    in_each_other = own.base and other.base not in ("", own.base)
    if in_each_other or own.has_losses != other.has_losses:
        sides = sides - directions.WAYS
    ways, others = sides & directions.WAYS, other.sides & directions.WAYS
    if ways and others and ways != others and directions.of_two_rates(own.text, other.text):
        sides = sides - directions.WAYS
    for side in sides:
        against = _against(side)
        if not own.sides.isdisjoint(against) or other.sides.isdisjoint({side} | against):
            continue
        kept = STILL in (own.sides ^ other.sides)
        of_rates = not kept or (own.has_rate and other.has_rate)
        other_words = foreign and of_rates
        if few and not of_rates:
            continue
        about_it = side[1:] == "0" and same and (other_words or _half(own, other))
        if about_it or _may_be_told_of(side, own, other, few=few or kept):
            yield side in other.sides


def _may_be_told_of(side: str, own: _Signs, other: _Signs, *, few: bool) -> bool:
    """Whether a word of a pair is said of the same; of a case, also where one names somebody more."""
    of_case = side in opposites.OF_CASES
    if not of_case and (side[1:] == "0" or not few):
        return _is_near(own, other, few=few)
    own, other = own.besides(side[1:]), other.besides(side[1:])
    return _is_near(own, other, few=True) or (
        of_case and len(other.about) >= _FEW and other.about <= own.about
    )


def _against(side: str) -> frozenset[str]:
    if side[1:] == "0":
        return frozenset((UP, DOWN, STILL)) - {side}
    return frozenset((("b" if side[0] == "a" else "a") + side[1:],))


def _is_near(own: _Signs, other: _Signs, *, few: bool = False) -> bool:
    """Whether nearly all that one is about stands in the other; with `few`, all of a few words."""
    met = own.about & (other.about | other.denied)
    few = few or (own.about == other.about and own.first == other.first)
    if len(own.about) >= _FEWEST:
        return len(met) >= _NEARLY_ALL * len(own.about)
    return few and len(own.about) >= _FEW and met == own.about


def _most(words: frozenset[str], among: frozenset[str]) -> bool:
    return len(words & among) >= _NEARLY_ALL * len(words)


def _half(own: _Signs, other: _Signs) -> bool:
    met = own.about & other.about
    return bool(met) and 2 * len(met) >= len(own.about)


def _without_people(words: frozenset[str]) -> frozenset[str]:
    return words - opposites.PEOPLE


@lru_cache(maxsize=2048)
def _signs(text: str) -> _Signs:
    small = in_small_letters(text)
    plain = opposites.LOST_MORE.sub(" ", _NO_DENIAL.sub(" ", small))
    plain = opposites.NOT_GUILTY.sub(opposites.INNOCENT, opposites.NOBODY_DENIED.sub(" ", plain))
    denied = frozenset(
        meaning(word) for found in _NOT.finditer(plain) for word in found.group("what", "also") if word
    )
    rest = _NOT.sub(" ", plain)
    nobody = opposites.NOBODY.search(plain)
    told_in = _IN.search(small)
    turning = list(opposites.TURN.finditer(rest))
    as_it_was = bool(opposites.AS_IT_WAS.search(plain))
    return _Signs(
        text,
        denied,
        _stems(rest),
        _sides_of(rest, turning, nobody=bool(nobody)) | ({STILL} if as_it_was else frozenset()),
        _stems(_bare(rest, turning, as_it_was=as_it_was)) - _LIGHT,
        tuple(((match.lastgroup or "")[1:], _stems(match.group())) for match in turning),
        _stems(nobody["does"]) if nobody else None,
        _stems(plain[: nobody.end()]) if nobody else frozenset(),
        of_all=bool(opposites.NOBODY_DENIED.search(small)),
        is_open=bool(_CONDITION.search(small)),
        denies_else=bool(_DENIES_ELSE.search(opposites.NOBODY.sub(r"\g<does>", plain))),
        has_losses=bool(opposites.LOSSES.search(small)),
        has_rate=bool(opposites.RATE.search(small)),
        base=told_in["base"][:4] if told_in else "",
        of_them=quantities.of_them(small),
    )


def _bare(text: str, turning: list[re.Match[str]], *, as_it_was: bool) -> str:
    """Without the words that turn it."""
    ends = [0, *(match.end() for match in turning)]
    starts = [*(match.start() for match in turning), len(text)]
    bare = " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return opposites.KEPT.sub(" ", bare) if as_it_was or opposites.IN_FORCE.search(text) else bare


def _sides_of(rest: str, turning: list[re.Match[str]], *, nobody: bool) -> frozenset[str]:
    """Which side of which pair it is on, but for what nobody does; of what is undone, both."""
    if nobody:
        rest = opposites.NOBODY.sub(" ", rest)
        turning = list(opposites.TURN.finditer(rest))
    sides = {match.lastgroup or "" for match in turning}
    for one, two in pairwise(turning):
        if not opposites.APART.search(rest, one.end(), two.start()):
            sides |= _undone(one.lastgroup or "", two.lastgroup or "")
    if opposites.OVERTURNED in sides:
        sides.add(opposites.LIFTED)
    if any(match.group().startswith("los") for match in turning):
        sides.add(opposites.CASE_LOST)
    return frozenset(sides)


def _undone(one: str, two: str) -> frozenset[str]:
    """Both sides of a word beside one that undoes it: "lifted the ban", "sales are halted"."""
    if one in opposites.UNDOING:
        return _against(two) | {two}
    return _against(one) | {one} if two in opposites.UNDOING and one[1:] != "0" else frozenset()


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(meaning, _WORD.findall(text))) - _AUXILIARY
