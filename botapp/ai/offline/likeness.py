"""Which words of a question a sentence takes up, in whatever form, with whatever usual synonym."""

import re
from dataclasses import dataclass
from functools import lru_cache

from botapp.ai.events import plain
from botapp.ai.morphology import lemmas
from botapp.ai.offline.roots import one_root

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[а-яіїєґ]")
_FEWEST = 4  # letters that two forms of a word share
_LOST, _GAINED = 2, 3  # letters that the shorter and the longer form have beyond those
_NAME_WEIGHT = 2.0
# Words that ask, point, help or say that something takes place: they don't tell what about.
_EMPTY = frozenset(
    (  # noqa: SIM905 - two hundred quoted words a line each are harder to read
        "a an the and or but if of to in on at by for from with as into about over under after before "
        "is are was were be been being am do does did has have had will would can could should may "
        "might must what which who whom whose when where why how much many long this that these those "
        "it its he she they them their his her you your we our me my i s t so there here now then any "
        "some also just exactly happen happened happens take takes took taken place mean means news "
        "item say said says tell told come go get please day date что как это эта эти этот этого кто "
        "кого кому кем где куда откуда когда почему зачем какой какая какое какие какого какую каков "
        "какова сколько для при или если чем чего его ее он она они оно был была было были быть есть "
        "уже еще тоже также про над под без через между будет будут можно ли мне вам нас не ни на по с "
        "со из к ко у о об от до за а и но же бы то так именно случилось произошло происходит стало "
        "новость новости сказано говорится там тут здесь сейчас все вообще дня день числа том теперь що "
        "це цей ця ці цього який яка яке які якого яку хто ким де куди звідки коли чому навіщо скільки "
        "або якщо чого його її він вона вони воно був була було були бути є вже ще також під між буде "
        "будуть можна чи мені ні з зі із в від та й і але ж б саме сталося відбулося трапилося стане "
        "новина новині йдеться зараз усе набуде набудуть вступит вступят вступить набирает вступает "
        "набуває money reason денег причина сделал сделала сделали сказал сказали грошей зробив зробила "
        "зробили сказав сказали"
    ).split()
)
_IDEAS = {
    "loss": r"los[est]\w*|lost|потер\w*|утрат\w*|втрат\w*|збит\w*|убыт\w*|ущерб\w*|недорах\w*",
    "theft": r"st[oe]l\w*|theft|drain\w*|hacke\w*|укра\w*|похи\w*|выве\w*|викра\w*|вкра\w*|виве\w*",
    "tax": r"tax\w*|налог\w*|подат\w*|оподат\w*|ставк\w*|ставок",
    "law": r"laws?|bills?|rules?|act|regulation\w*|закон\w*|правил\w*|норм[аиы]\w*",
    "start": r"effect|effective|force|start\w*|begin\w*|beg[au]n|launch\w*|live|чинност\w*|силу|запрац\w*"
    r"|заработ\w*|действ\w*|дія\w*|діє|діють|діят\w*|начн\w*|нача\w*|начин\w*|почн\w*|поч[аи]\w*"
    r"|запус\w*|старт\w*|відкри\w*|откр\w*|ввод\w*|введ\w*|впров\w*|запрова\w*",
    "fall": r"f[ae]ll\w*|dropp?\w*|slid\w*|slump\w*|declin\w*|упа[лд]\w*|сниз\w*|сниж\w*|подешев\w*|паден\w*"
    r"|обвал\w*|впа[влд]\w*|зниз\w*|зниж\w*|падін\w*|здешев\w*",
    "rise": r"r[io]s[ei]\w*|gain\w*|climb\w*|jump\w*|grew|grow\w*|surge\w*|выр[ао]с\w*|рос[лт]\w*|подорож\w*"
    r"|зрос\w*|зріс|зрост\w*|підня\w*|подня\w*",
    "price": r"prices?|costs?|worth|trad(?:ed|es|ing)|цен[аеуы]|стоит|стоимост\w*|курс\w*|торг\w*|цін[аиуі]"
    r"|кошту\w*|вартіст\w*",
    "fine": r"fine[sd]?|penalt\w*|штраф\w*|покаран\w*|наказан\w*",
    "stop": r"halt\w*|paus\w*|suspend\w*|stopp?\w*|froze\w*|приостан\w*|останов\w*|заморо\w*"
    r"|зупин\w*|призуп\w*",
    "accuse": r"accus\w*|charg\w*|alleg\w*|sue[sd]?|suing|lawsuit\w*|обвин\w*|иск|иска|исков|звинувач\w*"
    r"|обвинувач\w*|позов\w*|позв\w*",
    "approve": r"approv\w*|adopt\w*|pass(?:ed|es)|принял\w*|принят\w*|одобр\w*|ухвал\w*|схвал\w*|прийня\w*",
    "people": r"victims?|people|persons?|users?|customers?|пострадавш\w*|люд\w*|человек\w*|пользовател\w*"
    r"|клиент\w*|постражд\w*|користувач\w*|клієнт\w*|осіб|особи|особам",
    "complaint": r"complain\w*|(?:по)?жал(?:об|ова(?!н[ьи])|у[юеє])\w*|(?:по)?скар[гжз]\w*",
    "buy": r"b[ou][uy]g?h?t?|purchas\w*|acquir\w*|купи\w*|покуп\w*|приобр\w*|придба\w*|купу\w*|купів\w*",
    "sell": r"sell\w*|sold|sale\w*|прода\w*",
    "money_in": r"inflow\w*|took|приток\w*|приплив\w*|надійшл\w*|поступ\w*|притік",
    "money_out": r"outflow\w*|withdr\w*|отток\w*|відплив\w*|вывод\w*|виведен\w*|відтік\w*",
    "reserve": r"reserves?|back(?:s|ed|ing)|резерв\w*|обеспеч\w*|забезпеч\w*",
}
_IDEA = re.compile("|".join(f"(?P<{name}>(?:{words}))(?!.)" for name, words in _IDEAS.items()))


@dataclass(frozen=True)
class Word:
    """A telling word, folded; a name weighs more than the words around it."""

    spelled: str
    weight: float
    idea: str


def words_of(text: str) -> tuple[Word, ...]:
    """The telling words of a text, each once."""
    even = text.replace("’", "'").replace("ʼ", "'")
    latin_is_foreign = bool(_CYRILLIC.search(plain(text)))
    found: dict[str, Word] = {}
    for number, match in enumerate(_WORD.finditer(even)):
        spelled = plain(match.group())
        if spelled in _EMPTY or (len(spelled) < 2 and not spelled.isdigit()):
            continue
        is_name = _is_name(match.group(), first=number == 0, latin_is_foreign=latin_is_foreign)
        found.setdefault(spelled, Word(spelled, _NAME_WEIGHT if is_name else 1.0, idea(spelled)))
    return tuple(found.values())


def taken_up(asked: tuple[Word, ...], there: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a question that a text uses too."""
    return tuple(word for word in asked if any(_same(word, other) for other in there))


@lru_cache(maxsize=20_000)
def idea(word: str) -> str:
    """What a folded word usually speaks of, "" if it is none of the ideas that have synonyms."""
    found = _IDEA.match(word)
    return found.lastgroup or "" if found else ""


def alike(one: str, other: str) -> bool:
    """Whether two folded words are forms of one."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    shared = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    if shared >= max(_FEWEST, len(short) - _LOST) and len(long) - shared <= _GAINED:
        return True
    both_cyrillic = _CYRILLIC.search(one) and _CYRILLIC.search(other)
    return bool(both_cyrillic and shared >= 1 and not lemmas(one).isdisjoint(lemmas(other)))


def _same(one: Word, other: Word) -> bool:
    if (one.idea and one.idea == other.idea) or alike(one.spelled, other.spelled):
        return True
    names = _NAME_WEIGHT in (one.weight, other.weight)
    return not names and bool(_CYRILLIC.match(one.spelled)) and one_root(one.spelled, other.spelled)


def _is_name(spelled: str, *, first: bool, latin_is_foreign: bool) -> bool:
    if latin_is_foreign and spelled[0].isascii() and spelled[0].isalpha():
        return True
    return any(char.isupper() for char in (spelled[1:] if first else spelled))
