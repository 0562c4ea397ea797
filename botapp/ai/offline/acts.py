"""Whether an item is about what an authority itself did: its acts are public, and nobody need report them."""

import re

from botapp.ai.events import plain
from botapp.ai.offline.cleaning import sentences_of

_OPENING = 2  # sentences: a headline and the lead
_AUTHORITIES = (
    r"court|judge|jury|sec|cftc|fed|federal reserve|ecb|central bank|bank of (?:england|japan|korea|canada"
    r"|russia)"
    r"|treasury(?: department)?|ofac|doj|justice department|department of justice|fbi|police|prosecutors?"
    r"|parliament|congress|senate|house of representatives|lawmakers|government|president|ministry"
    r"|regulators?"
    r"|esma|fca|irs|european (?:commission|union|council|parliament)|eu|authorities"
    r"|суд|судья|присяжные|цб|центробанк|банк россии|фрс(?: сша)?|ецб|минфин(?: сша)?|минюст(?: сша)?|госдума"
    r"|правительство|президент|роскомнадзор|мвд|фсб|фбр|полиция|полицейские|следственный комитет|прокуратура"
    r"|генпрокуратура|росфинмониторинг|фнс|регулятор|ес|еврокомиссия|евросоюз|совет ес|европарламент"
    r"|парламент"
    r"|сенат|сенаторы|депутаты|конгресс|министерство|власти"
    r"|суддя|присяжні|нбу|нацбанк|національний банк|єцб|мінфін|мін'юст|мінцифри|верховна рада|рада|рнбо"
    r"|кабмін"
    r"|уряд|поліція|кіберполіція|поліцейські|сбу|набу|бюро економічної безпеки|нкцпфр|єс|єврокомісія|євросоюз"
    r"|рада єс|європарламент|міністерство|влада|депутати|конгрес"
)
_ACTS = re.compile(
    rf"^\W*(?:the |a |an )?(?:(?!(?:the|a|an) )[\w'.-]+ ){{0,3}}?(?:{_AUTHORITIES})(?!\w)"
    r"|(?<!\w)(?:was|were|been|is|are) (?:sentenced|pardoned|convicted|found guilty|sanctioned|fined|indicted"
    r"|charged)(?!\w)"
    r"|(?<!\w)(?:помиловал\w*|помилував|помилувал\w*|pardon(?:s|ed)|приговорен\w?|осужден\w?|оштрафован\w?"
    r"|засуджен\w+|оштрафован\w+)(?!\w)"
)


def is_official(text: str) -> bool:
    """Whether the opening tells of an act of a court, a central bank, a government or another authority."""
    opening = [one.text for one in sentences_of(text) if one.news][:_OPENING]
    return any(_ACTS.search(plain(sentence)) for sentence in opening)
