"""What an item itself says that it leaves open: "The exchange did not say whether it will repay"."""

import re
from collections.abc import Sequence

from botapp.ai import figures
from botapp.ai.events import plain
from botapp.ai.offline.cleaning import Sentence

_CLAUSE = r"[^.!?;:]{0,120}?"  # between two words of one statement
_THING = {
    "en": r"(?:dates?|day|amounts?|sums?|size|names?|prices?|terms|details?|reasons?|figures?|numbers?"
    r"|values?|timelines?|time ?frames?|schedule|deadlines?|identit\w+|causes?|partners?"
    r"|investors?|buyers?|sellers?"
    r"|valuation|costs?|fees?|conditions|addresses|sources?|explanation|motives?|locations?|losses)",
    "ru": r"(?:дат[ауы]|дни|день|срок\w*|врем[яе]\w*|имен\w*|имя|сумм\w*|размер\w*|причин\w*|детал\w*"
    r"|подробност\w*|цен[уыа]|услови\w*|объем\w*|количеств\w*|числ\w*|стоимост\w*|покупател\w*|инвестор\w*"
    r"|источник\w*|параметр\w*|оценк\w*|личност\w*|виновн\w*|мотив\w*|график\w*|комисси\w*|ущерб\w*)",
    "uk": r"(?:дат[ауи]|день|строк\w*|термін\w*|час|імен\w*|ім'я|сум[аиу]\w*|розмір\w*|причин\w*|детал\w*"
    r"|подробиц\w*|цін[уиа]|умов\w*|обсяг\w*|кількіст\w*|числ\w*|вартіст\w*|вартост\w*|покупц\w*|інвестор\w*"
    r"|джерел\w*|параметр\w*|оцінк\w*|особ[уи]|винн\w+|мотив\w*|графік\w*|комісі\w*|збит\w*)",
}
_ASKED = {
    "en": r"(?:whether|if|when|where|who|whom|whose|how|why|what|which)",
    "ru": r"(?:когда|кто|кого|кому|кем|чей|чья|чьи|как(?! и(?!\w))|как(?:ой|ая|ое|ие|ую|им|их|ого)|сколько"
    r"|где|куда|откуда|почему|зачем|чем|что именно|за счет чего|будет ли|\S+ ли|(?:\S+ ){1,3}ли)",
    "uk": r"(?:коли|хто|кого|кому|ким|чий|чия|чиї|як(?! і(?!\w))|як(?:ий|а|е|і|у|им|их|ого)|скільки|де|куди"
    r"|звідки|чому|навіщо|чим|що саме|чи)",
}
_OPEN = (
    # English: "did not say whether", "has not named a date", "no date was given", "remains unclear"
    (
        r"(?:did not|didn't|ha(?:s|ve|d) not|ha(?:s|ve)n't|hadn't|would not|wouldn't|declined to|refused to"
        r"|ha(?:s|ve) yet to|is yet to|statement does not|report does not|filing does not)(?: \w+ly| yet)? "
        r"(?:(?:say|specify|clarify|disclose|reveal|explain|indicate|state|confirm|announce"
        r"|detail|decided?|said"
        r"|specified|clarified|disclosed|revealed|explained|indicated|stated|confirmed|announced|detailed"
        rf"|comment on)(?: \w+){{0,2}}? {_ASKED['en']}"
        r"|(?:specify|disclose|reveal|name|give|provide|announce|set|publish|share|specified"
        r"|disclosed|revealed"
        rf"|named|given|provided|announced|published|shared)(?: [\w'-]+){{0,4}}? {_THING['en']})"
    ),
    rf"(?:unclear|not clear|unknown|not known|undecided|uncertain)(?: yet| for now)? {_ASKED['en']}",
    rf"nobody knows(?: yet)? {_ASKED['en']}",
    r"(?:remain\w*|is|are|was|were)(?: still| as yet)? (?:unknown|unclear|undisclosed)(?= *[.,]|$)",
    (
        rf"{_THING['en']}(?: of[\w' -]{{1,60}}?)? (?:was|were|is|are|has been|have been) (?:not"
        rf"|n't|yet to be)"
        r"(?: yet| been| be)* (?:disclosed|named|given|revealed|specified|announced|set"
        r"|made public|published)"
    ),
    rf"(?:gave|given|giving|provided|named) no (?:\w+ )?{_THING['en']}",
    (
        rf"no (?:\w+ )?{_THING['en']}(?: of[\w' -]{{1,60}}?)? (?:was|were|is|are|has been|have been) "
        r"(?:given|set|named|disclosed|announced|published)"
    ),
    (
        rf"without (?:saying|specifying|explaining|disclosing|naming|giving|revealing)(?: \w+){{0,3}}? "
        rf"(?:{_ASKED['en']}|{_THING['en']})"
    ),
    # Russian: "не уточнил, когда", "не назвали дату", "дату не назвали", "не раскрывается"
    (
        rf"(?:не (?:уточнил|сообщил|сообщал|сказал|сказан|пояснил|объяснил|раскрыл|указал|назвал"
        rf"|подтвердил|решил"
        rf"|уточня|раскрыва|поясня|уточнив|называ|объявил)\w*|отказал\w* (?:уточн|сообщ|сказ|поясн|объясн"
        rf"|раскры|назв)\w+)"
        rf"(?: \w+){{0,2}}?, (?:на |в |с |у |от |из |до |по |за |о |об )?{_ASKED['ru']}"
    ),
    (
        rf"(?:не (?:уточнил|сообщил|раскрыл|указал|назвал|привел|объявил|огласил|определил|назнач"
        rf"|уточня|раскрыва"
        rf"|называ|приводи)\w*|не (?:назвав|уточнив|раскрыв|указав)|без указания"
        rf"|отказал\w* (?:уточн|сообщ|раскры|назв)\w+)(?: [\w-]+){{0,2}}? {_THING['ru']}"
    ),
    (
        rf"{_THING['ru']}(?: [\w«»\"-]+){{0,5}}? (?:пока |еще )?не (?:уточнил|сообщил|раскрыл|указал|назвал"
        r"|назван|раскрыт|указан|объявлен|определен|уточня|раскрыва|называ(?!ется)|приводи"
        r"|разглаша|назнач|сообща)\w*"
    ),
    (
        r"не (?:уточняется|сообщается|раскрывается|раскрываются|разглашается|разглашаются|уточняются"
        r"|называ[ею]тся(?= *[.,;]|$))"
    ),
    rf"(?:неизвестно|не известно|неясно|не ясно|непонятно|никто не знает)(?: \w+)?,? {_ASKED['ru']}",
    r"оста[ею]тся неизвестн\w+",
    # Ukrainian
    (
        rf"(?:не (?:уточни|повідоми|повідомля|сказа|поясни|розкри|вказа|назва|підтверди|вирішил"
        rf"|уточню|оголоси"
        rf"|зазначи)\w*|відмови\w* (?:уточн|повідом|сказ|поясн|розкри|назв)\w+)(?: \w+){{0,2}}?, "
        rf"(?:на |в |у |з |із |від |до |по |за |про )?{_ASKED['uk']}"
    ),
    (
        rf"(?:не (?:уточни|повідоми|розкри|вказа|назва|наве|оголоси|визначи|признач|уточню|назива|наводи)\w*"
        rf"|без зазначення|відмови\w* (?:уточн|повідом|розкри|назв)\w+)(?: [\w'-]+){{0,2}}? {_THING['uk']}"
    ),
    (
        rf"{_THING['uk']}(?: [\w«»\"'-]+){{0,5}}? (?:поки |поки що |ще )?не (?:уточни|повідом"
        rf"|розкри|вказа|назва"
        r"|оголо[сш]|визнач|уточню|назива|наводи|розголош|признач)\w*"
    ),
    (
        r"не (?:уточнюється|повідомляється|розкривається|розкриваються|розголошується|розголошуються"
        r"|уточнюються|назива[єю]ться(?= *[.,;]|$))"
    ),
    rf"(?:невідомо|не відомо|неясно|незрозуміло|ніхто не знає)(?: \w+)?,? {_ASKED['uk']}",
    r"залиша[єю]ться невідом\w+",
)
_LEAVES_OPEN = re.compile("|".join(rf"(?:(?<!\w){one}(?!\w))" for one in _OPEN))
# "Whether it will repay, the regulator did not say."
_ASKS_FIRST = re.compile(
    r"^\W*(?!(?:if|when it|as)(?!\w))(?!(?:как|як) (?:сообщ|пиш|ста[лн]|отме|заяв|говор|повід|зазн|відом))(?:"
    rf"{_ASKED['en']}(?!\w){_CLAUSE}, {_CLAUSE}(?:did not|didn't|has not|have not|would not|declined to) "
    r"(?:say|said|specify|specified|disclosed?|clarify|clarified|explain|explained)"
    rf"|(?:[^\s,]+ ли|{_ASKED['ru']})(?!\w){_CLAUSE}, {_CLAUSE}не (?:уточнил|сообщил|сказал|пояснил|объяснил"
    r"|раскрыл|указал|назвал|уточня|сообща)\w*"
    rf"|{_ASKED['uk']}(?!\w){_CLAUSE}, {_CLAUSE}не (?:уточни|повідоми|сказа|поясни|розкри|вказа|назва|уточню"
    r"|повідомля)\w*"
    rf"|{_ASKED['en']}(?!\w){_CLAUSE} (?:is|was|remains) (?:still )?(?:unclear|unknown|not known|not clear)"
    rf"|(?:[^\s,]+ ли|{_ASKED['ru']})(?!\w){_CLAUSE},? (?:пока )?(?:неизвестно|не известно|неясно)"
    rf"|{_ASKED['uk']}(?!\w){_CLAUSE},? (?:поки )?(?:невідомо|не відомо|неясно))"
    r"(?: (?:yet|пока|поки))?(?= *[.,;!»”\"]|\s*$)"
)
# What was open once, and what is only required or imagined.
_NOT_NOW = re.compile(
    r"(?<!\w)(?:previously|earlier|initially|at first|until (?:now|then|today)|used to|if|unless|anyone who"
    r"|(?:firms|companies|exchanges|those) (?:that|who)"
    r"|ранее|раньше|сначала|поначалу|до этого|если|(?:фирм|компани|бирж|те)\w*, котор\w+"
    r"|раніше|спочатку|спершу|до цього|якщо|(?:фірм|компані|бірж|ті)\w*, (?:що|які))(?!\w)"
)

_JOINS = re.compile(r"(?<!\w)(?:and|but|while|as|after|и|но|а|хотя|после|і|й|та|але|хоча|після)(?!\w)")


def leaves_open(text: str) -> bool:
    """Whether a statement says that something was not said, not decided or is not known."""
    folded = plain(text)
    if folded.rstrip(" \"'»”)").endswith("?"):
        return False
    found = _ASKS_FIRST.search(folded) or _LEAVES_OPEN.search(folded)
    return found is not None and not _NOT_NOW.search(folded[: found.end() - len(_last_word(found))])


def tells_more(text: str) -> bool:
    """Whether a statement has news besides what it leaves open: "It lost $5 million and did not say how"."""
    if not leaves_open(text):
        return True
    folded = plain(text)
    found = None if _ASKS_FIRST.search(folded) else _LEAVES_OPEN.search(folded)
    return bool(found and (figures.find(text) or _JOINS.search(folded[: found.start()])))


def left_open(sentences: Sequence[Sentence], *, most: int) -> tuple[str, ...]:
    """The first sentences that do, each once, in the words of the text."""
    open_ = (one.text for one in sentences if one.news and leaves_open(one.text))
    return tuple(dict.fromkeys(open_))[:most]


def _last_word(found: re.Match[str]) -> str:
    """The word that opens the question: the "if" of "did not say if" asks and sets no condition."""
    return found.group().rsplit(" ", 1)[-1]
