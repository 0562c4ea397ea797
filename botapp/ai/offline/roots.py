"""Words of one root that a verb's prefix or suffix keeps apart: "штраф" and "оштрафовал"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from botapp.ai.morphology import is_known, stem

_PREFIXES = (
    *("пере", "при", "про", "об", "за", "на", "вы", "по", "о", "с", "у"),
    *("ви", "зі", "роз", "від", "з"),  # Ukrainian
)
_SHORTEST_ROOT = 4
_LONGEST_WORD = 30
_REFLEXIVE = re.compile(r"(?:ся|сь)$")
# The ending of a verb in the past, in the infinitive, of a participle; of the present only where a
# suffix makes it sure that it is one: "штрафует", not "пусков".
_DERIVED = re.compile(
    r"(?P<root>.+?)(?:(?P<of_noun>(?:ир)?[ое]ва|(?:у|ю)ва|[иі]рува)(?:л[аои]?|в|ли|т[ьи]|н+\w{1,3})"
    r"|(?P<now>(?:ир|[иі]р)?[ую](?:[юуєе]т?ь?|[юеє]т|[юуеє]ть|[єе]мо?))"
    r"|(?P<plain>[иіа])(?:л[аои]?|в|ли|т[ьи]))$"
)
_FOREIGN = re.compile(r"(?:ир|[иі]р)")
_ACTION = re.compile(
    r"(?P<root>.+?)(?:(?P<of_foreign>(?:ир|[иі]р)(?:ов|ув))(?:к\w{1,3}|ок|ани\w{1,3}|анн\w{1,3})"
    r"|(?P<as_in_latin>аці\w{1,3}|аци\w{1,3}))$"
)
_FOREIGN_MARK = "+"  # "блок" is no "блокировка"
# Of Unicode's private use, which no word has and both databases take for letters.
_NOUN, _VERB, _OF_NOUN, _PREFIX, _OF_NO_WORD = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_ALIKE = str.maketrans({"ж": "г", "ч": "к", "ш": "с", "щ": "т", "і": "и", "ї": "и", "є": "е"})
# Nouns whose root, as `_evened` spells it, stands in verbs that went far from them.
_APART = frozenset(
    (  # noqa: SIM905 - a list of them is harder to read
        "прав став стан глав мест мист дерг работ строк сторон след слид лист точк стат част каст верс битк "
        "видом власт добр клик клюк кост пуст пуск свидк токн знак остав говор треб трим уваг посл перед "
        "погод мног полн ривн блок присл помн пекат правд стос помост помит повид"
    ).split()
)
_OTHER_MEANING = ("обжал", "оскарж")  # an appeal is no complaint


@dataclass(frozen=True)
class _Root:
    spelled: str
    prefix: str
    verb: bool
    of_noun: bool


def one_root(one: str, other: str) -> bool:
    """Whether two folded Cyrillic words have one root, with a prefix on at most one of them.

    One of them is a verb: "запуск" and "выпуск", "ставка" and "поставка" are things apart.
    """
    return any(_meet(a, b) for a in _roots(one) for b in _roots(other))


def marks(word: str) -> frozenset[str]:
    """What a folded Cyrillic word is found by: words have one root if `sought` of the other meets these."""
    return frozenset(mark for root in _roots(word) for mark in _marks(root))


def sought(word: str) -> frozenset[str]:
    """The marks of words that have one root with this one; each begins with a character of no alphabet."""
    return frozenset(mark for root in _roots(word) for mark in _sought(root))


def _marks(root: _Root) -> tuple[str, ...]:
    spelled = root.spelled.replace(_FOREIGN_MARK, _OF_NO_WORD)
    if not root.verb:
        return (f"{_NOUN}{spelled}",)
    of_noun = f"{_OF_NOUN}{spelled}"
    own = (of_noun, f"{of_noun}{_PREFIX}{root.prefix}") if root.of_noun else ()
    return (f"{_VERB}{spelled}", *own)


def _sought(root: _Root) -> tuple[str, ...]:
    spelled = root.spelled.replace(_FOREIGN_MARK, _OF_NO_WORD)
    if not root.verb:
        return (f"{_VERB}{spelled}",)
    of_noun = f"{_OF_NOUN}{spelled}"
    own = [f"{of_noun}{_PREFIX}{prefix}" for prefix in ("", root.prefix)] if root.prefix else [of_noun]
    return (f"{_NOUN}{spelled}", *(own if root.of_noun else ()))


def _meet(one: _Root, other: _Root) -> bool:
    if one.spelled != other.spelled or (one.prefix and other.prefix and one.prefix != other.prefix):
        return False
    if one.verb and other.verb:
        return one.of_noun and other.of_noun
    return (one.verb and not other.prefix) or (other.verb and not one.prefix)


@lru_cache(maxsize=20_000)
def _roots(word: str) -> tuple[_Root, ...]:
    if not _SHORTEST_ROOT <= len(word) <= _LONGEST_WORD or word.startswith(_OTHER_MEANING):
        return ()
    bare = _REFLEXIVE.sub("", word)
    verb = _DERIVED.match(bare)
    found = [_noun(word)]
    if verb:
        of_noun = not verb["plain"]
        foreign = _FOREIGN.match(verb["of_noun"] or verb["now"] or "")
        found += (
            _Root(
                _evened(verb["root"][len(prefix) :]) + (_FOREIGN_MARK if foreign else ""),
                prefix,
                True,
                of_noun,
            )
            for prefix in ("", *_PREFIXES)
            if verb["root"].startswith(prefix) and _stands_alone(word, prefix)
        )
    latin = _ACTION.match(word)
    if latin and latin["as_in_latin"]:
        found += (_Root(_evened(latin["root"]) + mark, "", False, False) for mark in ("", _FOREIGN_MARK))
    elif latin:
        found.append(_Root(_evened(latin["root"]) + _FOREIGN_MARK, "", False, False))
    return tuple(one for one in found if _is_enough(one))


def _noun(word: str) -> _Root:
    return _Root(_evened(stem(word)), "", False, False)


def _is_enough(root: _Root) -> bool:
    long = len(root.spelled.removesuffix(_FOREIGN_MARK)) >= _SHORTEST_ROOT
    return long and (root.verb or root.spelled not in _APART)


def _stands_alone(word: str, prefix: str) -> bool:
    """Whether a verb is still one without its prefix, as far as a dictionary knows: no "тестовали"."""
    return not prefix or not is_known(word) or is_known(word[len(prefix) :])


def _evened(root: str) -> str:
    """A root as it is spelled before any ending: "скарж" and "скарг" are one."""
    return root.removesuffix("ь").translate(_ALIKE)
