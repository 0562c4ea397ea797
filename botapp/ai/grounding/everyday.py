"""Words that need not be names although they begin with a capital."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from botapp.ai.morphology import is_common, is_proper, same_word

_FILE = Path(__file__).with_name("english_words.txt")
_CYRILLIC = re.compile(r"[а-яіїєґ]")
_AS_RUSSIAN = str.maketrans("іїєґ", "ииег")
_VOWEL_END = re.compile(r"[аеиіоуюяїє]$|[иі]й$|(?:ць|сть|вши)$")
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
    ("ers", "e"),
    ("ly", ""),
    ("est", ""),
)
# Trade words that the dictionary of Russian does not have, by their beginnings; and Ukrainian nouns that
# end like a name and open sentences.
_TRADE = re.compile(
    r"(?:нацбанк|центробанк|минфин|мінфін|госбанк|крипто|стейбл|блокчейн|майн|майнинг|валидатор|валідатор"
    r"|стейк|хардфорк|софтфорк|листинг|лістинг|делистинг"
    r"|делістинг|дефи|токен|альткоин|альткоїн|мемкоин|мемкоїн|эирдроп|аирдроп|аірдроп|дроп|фьючерс|ф.ючерс"
    r"|трейд|ходл"
    r"|холд|бирж|бірж|смарт|децентр|деривати|ликвид|ліквід|евробонд|євробонд|еврооблигац|єврооблігац"
    r"|обменник|обмінник"
    r"|кибер|кібер|соцсет|соцмереж|онлайн|офлайн|оффлайн|сид-|сід-|шорт|лонг|киты|кити|фишинг|фішинг|скам"
    r"|медвед|бык"
    r"|бик|протокол|хакер|аналит|аналіт|инвест|інвест|регулят|прогноз|эксперт|експерт|топ-?менедж|гендиректор"
    r"|замминистр|разработ|розроб|дилер|брокер|кастоди|кастоді|рестейк|роллап|ролап|консенсус|апгрейд"
    r"|релиз|реліз)\w*"
)
_OFFICE = re.compile(
    r"(?:міністерств|комісі|управлін|агентств|служб|рада|раді|раду|ради|суд|банк|фонд|компані|національн"
    r"|державн|верховн"
    r"|центральн|європейськ|поліці|прокуратур|бюро|департамент|інспекці|асоціаці|союз|організаці|академі"
    r"|інститут"
    r"|університет|федераці|конференці|форум)\w*"
)
_UKRAINIAN_WORDS = frozenset(
    (  # noqa: SIM905 - a hundred quoted words a line each are harder to read
        "він вона воно вони йому її їм їх його мені нам вам цього цьому цим ці тих один одна дві два три "
        "чотири п'ять "
        "шість сім вісім дев'ять десять двох трьох суд банк фонд уряд курс обсяг позов злам випуск дохід "
        "прибуток штраф запит закон ринок податок відтік "
        "притік приплив збір викуп виторг попит тиск ризик спад ріст збиток борг внесок платіж переказ "
        "рахунок "
        "гаманець власник користувач клієнт учасник голова засновник керівник партнер міністр президент "
        "слідчий "
        "адвокат прокурор аналітик експерт інвестор трейдер майнер розробник звіт лист допис канал "
        "застосунок "
        "сайт сервіс проєкт план термін рік місяць тиждень день час раз том він хто тоді тепер зараз також "
        "проте "
        "однак отже адже якщо коли щоб бо із зі від під над між через після перед понад близько до без для "
        "за "
        "на не ні але та це той цей ті усі всі решта майже понад лише тільки крім окрім серед замість попри "
        "завдяки згідно вчора сьогодні завтра раніше пізніше нині наразі поки обмін збій напад доступ вивід "
        "ліміт поріг крок етап блок ключ код пакет список рейтинг індекс вибір захист нагляд відбиток поріг "
        "документ текст план процес випадок напрям висновок розгляд вирок арешт обшук контроль договір "
        "прогноз "
        "скачок стрибок рух обвал підйом союз комітет парламент кабінет офіс відділ центр секретар депутат"
    ).split()
)


def is_everyday(word: str, language: str, *, opening: bool = False) -> bool:
    """Whether a word is one that texts use without meaning anybody by it.

    There is no dictionary of Ukrainian here. `opening` a sentence, a Ukrainian word is taken for an
    everyday one unless it ends as names do that nobody inflected.
    """
    folded = word.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    if not _CYRILLIC.search(folded):
        return is_english(folded)
    if _TRADE.match(folded):
        return True
    if language == "uk":
        return _is_ukrainian(folded) or (opening and bool(_VOWEL_END.search(folded)))
    return is_common(folded) and (opening or not is_proper(folded))


def _is_ukrainian(word: str) -> bool:
    """Whether it is on the list, or so near to an everyday Russian word that it can be no name."""
    if any(same_word(word, known) for known in _UKRAINIAN_WORDS) or _OFFICE.match(word):
        return True
    russian = word.translate(_AS_RUSSIAN)
    return is_common(russian) and not is_proper(russian)


@lru_cache(maxsize=8192)
def is_english(word: str) -> bool:
    """Whether an English word, inflected or not, is an everyday one."""
    return any(base in _english() for base in _bases(word.removesuffix("'s").removesuffix("’s")))


def _bases(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            base = word.removesuffix(ending) + instead
            yield base
            if len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1]


@cache
def _english() -> frozenset[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
